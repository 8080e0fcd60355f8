"use client";

import { useState } from "react";

type Props = {
  /** Or what makes it when it is asked for, in the browser. */
  text: string | (() => string);
  label: string;
  done: string;
};

/** Copies a text that is on the page; says that it did. Without JavaScript the text is there to be selected. */
export function CopyButton({ text, label, done }: Props) {
  const [copied, setCopied] = useState(false);
  const copy = () => {
    navigator.clipboard.writeText(typeof text === "string" ? text : text()).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <button type="button" className="button copy" onClick={copy}>
      <span aria-live="polite">{copied ? done : label}</span>
    </button>
  );
}
