import type { Field } from "./types";

/** A label, its field and what helps to fill it. */
export function FormField({ field, value, invalid }: { field: Field; value?: string; invalid: boolean }) {
  const { name, label, type, autoComplete, hint, options, minLength } = field;
  const given = value ?? field.value ?? "";
  const shared = {
    id: `field-${name}`,
    name,
    required: true,
    "aria-invalid": invalid || undefined,
    "aria-describedby": hint ? `hint-${name}` : undefined,
  };
  return (
    <div className="form-field">
      <label htmlFor={shared.id}>{label}</label>
      {hint && (
        <p id={`hint-${name}`} className="form-hint">
          {hint}
        </p>
      )}
      {type === "select" ? (
        // Keyed by its value: React empties a form once its action is over, and forgets what a list had chosen.
        <select {...shared} key={given} defaultValue={given}>
          {options?.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          type={type}
          autoComplete={autoComplete}
          minLength={minLength}
          maxLength={type === "password" ? 1000 : 254}
          defaultValue={type === "password" ? undefined : given}
          {...(type === "email" && { inputMode: "email", autoCapitalize: "none", spellCheck: false })}
        />
      )}
    </div>
  );
}
