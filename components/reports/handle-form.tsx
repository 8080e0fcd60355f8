"use client";

import { useActionState } from "react";
import { FormAnswer } from "@/components/account/form-answer";
import type { Answers, FormAction } from "@/components/account/types";

export type HandleWords = {
  answer: string;
  sendAnswer: string;
  note: string;
  correct: string;
  dismiss: string;
};

/** What an editor can do with a report: answer, close it with a note written about it, dismiss it. */
export function HandleForm({
  action,
  id,
  notes,
  words,
  answers,
}: {
  action: FormAction;
  id: string;
  /** Notes on the same target, that may be the correction. */
  notes: readonly { value: string; label: string }[];
  words: HandleWords;
  answers: Answers;
}) {
  const [state, send, waiting] = useActionState(action, { values: {} });
  return (
    <form action={send} className="form report-handling" aria-busy={waiting}>
      <FormAnswer state={state} answers={answers} />
      <input type="hidden" name="id" value={id} />
      <div className="form-field">
        <label htmlFor={`answer-${id}`}>{words.answer}</label>
        <textarea
          id={`answer-${id}`}
          name="answer"
          rows={2}
          maxLength={4000}
          defaultValue={state.values.answer}
        />
      </div>
      {notes.length > 0 && (
        <div className="form-field">
          <label htmlFor={`note-${id}`}>{words.note}</label>
          <select id={`note-${id}`} name="note" defaultValue={notes[0]?.value}>
            {notes.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="report-buttons">
        <button name="change" value="answer" className="button" disabled={waiting}>
          {words.sendAnswer}
        </button>
        {notes.length > 0 && (
          <button name="change" value="correct" className="button" disabled={waiting}>
            {words.correct}
          </button>
        )}
        <button name="change" value="dismiss" className="button" disabled={waiting}>
          {words.dismiss}
        </button>
      </div>
    </form>
  );
}
