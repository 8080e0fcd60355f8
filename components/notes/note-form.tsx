"use client";

import { useActionState } from "react";
import { CorrectionFields } from "./correction-fields";
import { StaleNotice } from "./stale-notice";
import type { NoteAction, NoteWords, Option } from "./types";
import { useKeptDraft } from "./use-kept-draft";

type Props = {
  action: NoteAction;
  /** Sends what is typed to be kept for its author. */
  keep: (form: FormData) => Promise<boolean>;
  hidden: Readonly<Record<string, string>>;
  /** Version the form starts from; 0 for a new note. */
  base: number;
  values: Readonly<Record<string, string>>;
  kinds: readonly Option[];
  languages: readonly Option[];
  columns: readonly Option[];
  /** What can be done with the note, the first by the Enter key. */
  intents: readonly Option[];
  words: NoteWords;
  errors: Readonly<Record<string, string>>;
};

/** Writing a note: sent as a plain form without script; with it, kept as it is typed. Nothing typed is ever lost. */
export function NoteForm({ action, keep, hidden, base, values, words, errors, ...lists }: Props) {
  const [state, send, waiting] = useActionState(action, { faults: [], values });
  const draft = useKeptDraft(keep);
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
  return (
    <form action={send} className="form note-form" aria-busy={waiting} onInput={draft.typed}>
      <div role="alert">{state.error && <p className="form-error">{errors[state.error]}</p>}</div>
      {state.stale && <StaleNotice stale={state.stale} words={words} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="base" value={state.stale?.version ?? base} />
      <div className="note-form-row">
        <div className="form-field">
          <label htmlFor="note-kind">{words.kind}</label>
          {list("kind", lists.kinds)}
        </div>
        <div className="form-field">
          <label htmlFor="note-language">{words.language}</label>
          {list("language", lists.languages)}
        </div>
        <div className="form-field note-form-wide">
          <label htmlFor="note-target">{words.target}</label>
          <input {...shared("target")} defaultValue={typed.target} required aria-describedby="hint-target" />
          <p id="hint-target" className="form-hint">
            {words.targetHint}
          </p>
        </div>
      </div>
      <CorrectionFields values={typed} faults={state.faults} columns={lists.columns} words={words} />
      <div className="form-field">
        <label htmlFor="note-body">{words.body}</label>
        <p id="hint-body" className="form-hint">
          {words.bodyHint}
        </p>
        <textarea {...shared("body")} rows={10} defaultValue={typed.body} aria-describedby="hint-body" />
        <p className="form-hint" aria-live="polite">
          {{ idle: "", keeping: words.keeping, kept: words.kept, failed: words.keepFailed }[draft.state]}
        </p>
      </div>
      <div className="form-field note-from">
        <label htmlFor="note-from">{words.from}</label>
        <input {...shared("from")} type="datetime-local" defaultValue={typed.from} />
        <p className="form-hint">{words.fromHint}</p>
      </div>
      <div className="note-intents">
        {lists.intents.map(({ value, label }, index) => (
          <button
            key={value}
            name="intent"
            value={value}
            className={index === 0 ? "button button-main" : "button"}
            disabled={waiting}
          >
            {label}
          </button>
        ))}
      </div>
    </form>
  );
}
