"use client";

import { useActionState } from "react";
import { FormAnswer } from "@/components/account/form-answer";
import type { Answers, FormAction } from "@/components/account/types";

export type ReportWords = {
  intro: string;
  message: string;
  hint: string;
  contact: string;
  contactHint: string;
  trap: string;
  submit: string;
  reference: string;
};

/** A reader says what is wrong; without script too. What was typed stays after a refusal. */
export function ReportForm({
  action,
  hidden,
  words,
  answers,
}: {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  words: ReportWords;
  answers: Answers;
}) {
  const [state, send, waiting] = useActionState(action, { values: {} });
  if (state.done)
    return (
      <div role="status" className="form-answer">
        <p className="form-done">{answers[state.done]}</p>
        <p>
          {words.reference} <code>{state.reference}</code>
        </p>
      </div>
    );
  return (
    <form action={send} className="form" aria-busy={waiting}>
      <p className="form-intro">{words.intro}</p>
      <FormAnswer state={state} answers={answers} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="form-field">
        <label htmlFor="report-message">{words.message}</label>
        <p id="report-hint" className="form-hint">
          {words.hint}
        </p>
        <textarea
          id="report-message"
          name="message"
          rows={6}
          required
          minLength={10}
          maxLength={4000}
          aria-describedby="report-hint"
          aria-invalid={state.error === "message" || undefined}
          defaultValue={state.values.message}
        />
      </div>
      <div className="form-field">
        <label htmlFor="report-contact">{words.contact}</label>
        <p id="report-contact-hint" className="form-hint">
          {words.contactHint}
        </p>
        <input
          id="report-contact"
          name="contact"
          type="text"
          maxLength={200}
          autoComplete="email"
          aria-describedby="report-contact-hint"
          defaultValue={state.values.contact}
        />
      </div>
      {/* Filled by programs alone: readers neither see it nor reach it. */}
      <div className="report-trap" aria-hidden="true">
        <label htmlFor="report-website">{words.trap}</label>
        <input id="report-website" name="website" type="text" tabIndex={-1} autoComplete="off" />
      </div>
      <button type="submit" className="button button-main" disabled={waiting}>
        {words.submit}
      </button>
    </form>
  );
}
