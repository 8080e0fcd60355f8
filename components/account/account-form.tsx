"use client";

import { useActionState } from "react";
import { FormAnswer } from "./form-answer";
import { FormField } from "./form-field";
import type { Answers, Field, FormAction } from "./types";

type Props = {
  action: FormAction;
  fields: readonly Field[];
  hidden?: Readonly<Record<string, string>>;
  submit: string;
  answers: Answers;
  /** An error the address brought, before anything was sent. */
  error?: string;
  /** Which fields an error is about, by its code. */
  about?: Readonly<Record<string, readonly string[]>>;
};

/** A form sent to the server as it is, without script too; what was typed stays after a refusal, but for passwords. */
export function AccountForm({ action, fields, hidden = {}, submit, answers, error, about = {} }: Props) {
  const [state, send, waiting] = useActionState(action, { error, values: {} });
  const faulty = about[state.error ?? ""] ?? [];
  return (
    <form action={send} className="form" aria-busy={waiting}>
      <FormAnswer state={state} answers={answers} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <FormField
          key={field.name}
          field={field}
          value={state.values[field.name]}
          invalid={faulty.includes(field.name)}
        />
      ))}
      <button type="submit" className="button button-main" disabled={waiting}>
        {submit}
      </button>
    </form>
  );
}
