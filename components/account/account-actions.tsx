"use client";

import { useActionState } from "react";
import { FormAnswer } from "./form-answer";
import type { Answers, FormAction } from "./types";

type Props = {
  action: FormAction;
  id: string;
  /** Who the account is of, so that each button says whose it changes. */
  name: string;
  choices: readonly { name: string; label: string }[];
  locale: string;
  answers: Answers;
};

/** What an administrator can do with an account: one form, a button each, working without script. */
export function AccountActions({ action, id, name, choices, locale, answers }: Props) {
  const [state, send, waiting] = useActionState(action, { values: {} });
  return (
    <form action={send} className="account-actions" aria-busy={waiting}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="locale" value={locale} />
      <div className="account-choices">
        {choices.map((choice) => (
          <button key={choice.name} name="change" value={choice.name} className="button" disabled={waiting}>
            {choice.label}
            <span className="sr-only"> ({name})</span>
          </button>
        ))}
      </div>
      <FormAnswer state={state} answers={answers} />
    </form>
  );
}
