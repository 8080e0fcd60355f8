"use client";

import { useState } from "react";
import type { Answers, FormState } from "./types";

/** A one-time link, to copy by hand or by the button. */
function HandOver({ link, answers }: { link: string; answers: Answers }) {
  const [copied, setCopied] = useState(false);
  return (
    <div className="form-link">
      <input readOnly value={link} aria-label={answers.link} onFocus={(event) => event.target.select()} />
      <button
        type="button"
        className="button"
        onClick={() => void navigator.clipboard.writeText(link).then(() => setCopied(true))}
      >
        {copied ? answers.copied : answers.copy}
      </button>
    </div>
  );
}

/** What a form answers, said aloud when it comes. */
export function FormAnswer({ state, answers }: { state: FormState; answers: Answers }) {
  return (
    <div className="form-answer">
      <div role="alert">
        {state.error && <p className="form-error">{answers[state.error] ?? answers.failed}</p>}
      </div>
      <div role="status">
        {state.done && <p className="form-done">{answers[state.done]}</p>}
        {state.link && <HandOver key={state.link} link={state.link} answers={answers} />}
      </div>
    </div>
  );
}
