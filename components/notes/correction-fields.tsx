import { useRef } from "react";
import type { ColumnOption, NoteWords } from "./types";

const FIELDS = [
  { name: "file_value", word: "fileValue", type: "text" },
  { name: "proposed", word: "proposed", type: "text" },
  { name: "reason", word: "reason", type: "text" },
  { name: "proof", word: "proof", type: "url" },
] as const;

/**
 * What a correction says besides its text; in sight only when that kind is chosen, without script too. Each column says
 * what the file has there, and choosing one fills that in.
 */
export function CorrectionFields({
  values,
  faults,
  columns,
  words,
}: {
  values: Readonly<Record<string, string>>;
  faults: readonly string[];
  columns: readonly ColumnOption[];
  words: NoteWords;
}) {
  const fileValue = useRef<HTMLInputElement>(null);
  const fill = (column: string) => {
    const cell = columns.find(({ value }) => value === column)?.cell;
    if (fileValue.current && typeof cell === "string") fileValue.current.value = cell;
  };
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
          onInput={({ currentTarget }) => fill(currentTarget.value)}
          aria-invalid={faults.includes("column") || undefined}
        >
          <option value="">{words.columnChoice}</option>
          {columns.map(({ value, label, cell }) => (
            <option key={value} value={value}>
              {cell ? `${label} · ${cell.slice(0, 40)}` : label}
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
            ref={name === "file_value" ? fileValue : undefined}
            type={type}
            defaultValue={values[name]}
            aria-invalid={faults.includes(name) || undefined}
          />
        </div>
      ))}
    </fieldset>
  );
}
