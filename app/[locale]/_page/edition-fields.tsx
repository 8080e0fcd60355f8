import "server-only";
import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/links";
import { RESOURCES, UPLOAD_FIELDS, type UploadRefusal } from "@/lib/publication/types";

export type Typed = { values: Readonly<Record<string, string>>; refusal: UploadRefusal | null };

const CHOICES = { kind: ["official", "snapshot", "demo"], reference: ["2022", "2021"] } as const;
const DEFAULTS: Readonly<Record<string, string>> = {
  ...{ kind: "snapshot", reference: "2022", publisher: "OpenDataFrance", licence: "lo-2.0" },
};
const OPTIONAL = ["source-organisations", "source-plateformes"];
/** What helps a browser to help. */
const ATTRIBUTES: Readonly<Record<string, React.InputHTMLAttributes<HTMLInputElement>>> = {
  id: { pattern: "[a-z0-9][a-z0-9\\-]{0,31}", autoCapitalize: "none", spellCheck: false, maxLength: 32 },
  "as-of": { type: "date" },
  "source-organisations": { type: "url", maxLength: 500 },
  "source-plateformes": { type: "url", maxLength: 500 },
};

/** The fields of an edition's form: its manifest, then its files. @param faulty the field a refusal is about */
export async function editionFields({ values }: Typed, faulty: string | null, locale: Locale) {
  const t = await getTranslations({ locale, namespace: "editions.fields" });
  const shared = (name: string) => ({
    ...{ id: `edition-${name}`, name, "aria-describedby": `edition-${name}-hint` },
    "aria-invalid": faulty === name || undefined,
    required: !OPTIONAL.includes(name),
  });
  const given = (name: string) => values[name] ?? DEFAULTS[name] ?? "";
  const label = (name: (typeof UPLOAD_FIELDS)[number] | (typeof RESOURCES)[number]) => (
    <>
      <label htmlFor={`edition-${name}`}>{t(`${name}.label`)}</label>
      <p className="form-hint" id={`edition-${name}-hint`}>
        {t(`${name}.hint`)}
      </p>
    </>
  );
  return (
    <>
      {UPLOAD_FIELDS.map((name) => (
        <div key={name} className="form-field">
          {label(name)}
          {name === "kind" || name === "reference" ? (
            <select {...shared(name)} defaultValue={given(name)}>
              {CHOICES[name].map((choice) => (
                <option key={choice} value={choice}>
                  {t(`choices.${choice}`)}
                </option>
              ))}
            </select>
          ) : (
            <input
              type="text"
              maxLength={200}
              autoComplete="off"
              {...ATTRIBUTES[name]}
              {...shared(name)}
              defaultValue={given(name)}
            />
          )}
        </div>
      ))}
      {RESOURCES.map((name) => (
        <div key={name} className="form-field">
          {label(name)}
          <input type="file" accept=".csv,text/csv" {...shared(name)} required={name === "organisations"} />
        </div>
      ))}
    </>
  );
}
