import type { NoteWords, Option } from "./types";

const FIELDS = [
  { name: "file_value", word: "fileValue", type: "text" },
  { name: "proposed", word: "proposed", type: "text" },
  { name: "reason", word: "reason", type: "text" },
  { name: "proof", word: "proof", type: "url" },
] as const;

/** What a correction says besides its text; in sight only when that kind is chosen, without script too. */
export function CorrectionFields({
  values,
  faults,
  columns,
  words,
}: {
  values: Readonly<Record<string, string>>;
  faults: readonly string[];
  columns: readonly Option[];
  words: NoteWords;
}) {
  return (
    <fieldset className="correction-fields">
      <legend>{words.correction}</legend>
      <div className="form-field">
        <label htmlFor="note-column">{words.column}</label>
        <select
          id="note-column"
          name="column"
          key={values.column}
          defaultValue={values.column}
          aria-invalid={faults.includes("column") || undefined}
        >
          {columns.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      {FIELDS.map(({ name, word, type }) => (
        <div className="form-field" key={name}>
          <label htmlFor={`note-${name}`}>{words[word]}</label>
          <input
            id={`note-${name}`}
            name={name}
            type={type}
            defaultValue={values[name]}
            aria-invalid={faults.includes(name) || undefined}
          />
        </div>
      ))}
    </fieldset>
  );
}
