"use client";

import { useActionState } from "react";
import { FormAnswer } from "@/components/account/form-answer";
import type { Answers, FormAction } from "@/components/account/types";

type Props = {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  submit: string;
  /** What the button says besides, for who can't see what it stands beside. */
  about?: string;
  answers: Answers;
  /** A box to tick before. */
  confirm?: string;
  main?: boolean;
};

/** One step in the life of an edition: a button, and a box to tick where it can't be taken lightly. */
export function StepForm({ action, hidden, submit, about, answers, confirm, main = false }: Props) {
  const [state, send, waiting] = useActionState(action, { values: {} });
  return (
    <form action={send} className="step-form" aria-busy={waiting}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {confirm && (
        <label className="step-confirm">
          <input type="checkbox" name="confirmed" value="yes" required />
          <span>{confirm}</span>
        </label>
      )}
      <button type="submit" className={main ? "button button-main" : "button"} disabled={waiting}>
        {submit}
        {about && <span className="sr-only"> ({about})</span>}
      </button>
      <FormAnswer state={state} answers={answers} />
    </form>
  );
}
