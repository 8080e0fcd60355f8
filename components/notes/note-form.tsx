"use client";

import { useRef } from "react";
import { CorrectionFields } from "./correction-fields";
import { DraftLine } from "./draft-line";
import { NoteList } from "./note-list";
import { NoteTools, onToolKey } from "./note-tools";
import { useGuard } from "./panel";
import { StaleNotice } from "./stale-notice";
import type { ColumnOption, Kept, LinkChoice, NoteAction, NoteWords, Option } from "./types";
import { useKeptDraft } from "./use-kept-draft";
import { useNoteAction } from "./use-note-action";

type Props = {
  action: NoteAction;
  /** Sends what is typed to be kept for its author. */
  keep: (form: FormData) => Promise<Kept>;
  /** Finds notes to link to. */
  find: (words: string, own: string) => Promise<LinkChoice[]>;
  /** Holds `id`, the note's, or the one it will have. */
  hidden: Readonly<Record<string, string>>;
  /** Version the form starts from; 0 for a new note. */
  base: number;
  values: Readonly<Record<string, string>>;
  kinds: readonly Option[];
  languages: readonly Option[];
  columns: readonly ColumnOption[];
  /** What can be done with the note, the first by the Enter key. */
  intents: readonly Option[];
  words: NoteWords;
  errors: Readonly<Record<string, string>>;
  inPanel: boolean;
};

/** Writing a note: sent as a plain form without script; with it, kept as it is typed. Nothing typed is ever lost. */
export function NoteForm({ action, keep, find, hidden, base, words, errors, inPanel, ...given }: Props) {
  const initial = { faults: [], values: given.values };
  const { state, send, submit, waiting } = useNoteAction(action, initial, inPanel);
  const draft = useKeptDraft(keep);
  useGuard(draft.flush);
  const area = useRef<HTMLTextAreaElement>(null);
  const typed = state.values;
  const shared = (name: string) => ({
    id: `note-${name}`,
    name,
    "aria-invalid": state.faults.includes(name) || undefined,
  });
  const list = (name: string, options: readonly Option[]) => (
    <select {...shared(name)} key={typed[name]} defaultValue={typed[name]}>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
  const button = (value: string, label: string | undefined, main = false) => (
    <button
      key={value}
      name="intent"
      value={value}
      className={main ? "button button-main" : "button"}
      aria-disabled={waiting || undefined}
    >
      {label}
    </button>
  );
  return (
    <form
      action={send}
      onSubmit={(event) => submit(event, draft)}
      className="form note-form"
      aria-busy={waiting}
      onInput={draft.typed}
    >
      <div role="alert">{state.error && <p className="form-error">{errors[state.error]}</p>}</div>
      {state.stale && <StaleNotice stale={state.stale} words={words} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="base" value={state.base ?? base} />
      <div className="form-field">
        <label htmlFor="note-body">{words.body}</label>
        <p id="hint-body" className="form-hint">
          {words.bodyHint}
        </p>
        <NoteTools area={area} find={find} own={hidden.id ?? ""} words={words} />
        <textarea
          {...shared("body")}
          ref={area}
          rows={inPanel ? 8 : 12}
          defaultValue={typed.body}
          aria-describedby="hint-body"
          data-first
          onKeyDown={(event) => onToolKey(event, words)}
        />
        <DraftLine state={draft.state} words={words} errors={errors} />
      </div>
      {state.preview && (
        <section className="note-preview" aria-label={words.preview} aria-live="polite">
          <h2>{words.preview}</h2>
          <NoteList notes={[state.preview.note]} label={words.preview ?? ""} />
          {state.preview.gone && <p className="form-error">{state.preview.gone}</p>}
        </section>
      )}
      <div className="note-form-row">
        <div className="form-field">
          <label htmlFor="note-kind">{words.kind}</label>
          {list("kind", given.kinds)}
        </div>
        <div className="form-field">
          <label htmlFor="note-language">{words.language}</label>
          {list("language", given.languages)}
        </div>
        <div className="form-field note-form-wide">
          <label htmlFor="note-target">{words.target}</label>
          <input {...shared("target")} defaultValue={typed.target} required aria-describedby="hint-target" />
          <p id="hint-target" className="form-hint">
            {words.targetHint}
          </p>
        </div>
      </div>
      <CorrectionFields values={typed} faults={state.faults} columns={given.columns} words={words} />
      {given.intents.some(({ value }) => value === "publish") && (
        <div className="form-field note-from">
          <label htmlFor="note-from">{words.from}</label>
          <input
            {...shared("from")}
            type="datetime-local"
            defaultValue={typed.from}
            aria-describedby="hint-from"
          />
          <p id="hint-from" className="form-hint">
            {words.fromHint}
          </p>
        </div>
      )}
      <div className="note-intents">
        {given.intents.map(({ value, label }, index) => button(value, label, index === 0))}
        {button("preview", words.preview)}
      </div>
    </form>
  );
}
