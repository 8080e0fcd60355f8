"use client";

import { useActionState } from "react";
import type { NoteAction } from "./types";

/** One button that does something with a note as it is. */
export function ChangeForm({
  action,
  hidden,
  change,
  label,
  errors,
}: {
  action: NoteAction;
  hidden: Readonly<Record<string, string>>;
  change: string;
  label: string;
  errors: Readonly<Record<string, string>>;
}) {
  const [state, send, waiting] = useActionState(action, { faults: [], values: {} });
  return (
    <form action={send} className="note-change">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button name="change" value={change} className="button" disabled={waiting}>
        {label}
      </button>
      <span role="alert">{state.error && errors[state.error]}</span>
    </form>
  );
}
