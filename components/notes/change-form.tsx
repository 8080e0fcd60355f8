"use client";

import { useNoteAction } from "./use-note-action";
import type { NoteAction } from "./types";

/** One button that does something with a note as it is. */
export function ChangeForm({
  action,
  hidden,
  change,
  label,
  errors,
  inPanel,
}: {
  action: NoteAction;
  hidden: Readonly<Record<string, string>>;
  change: string;
  label: string;
  errors: Readonly<Record<string, string>>;
  inPanel: boolean;
}) {
  const { state, send, submit, waiting } = useNoteAction(action, { faults: [], values: {} }, inPanel);
  return (
    <form action={send} onSubmit={(event) => submit(event)} className="note-change">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button name="change" value={change} className="button" aria-disabled={waiting || undefined}>
        {label}
      </button>
      <span role="alert">{state.error && errors[state.error]}</span>
    </form>
  );
}
