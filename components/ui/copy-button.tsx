"use client";

import { useState } from "react";

/** Copies a text that is on the page; says that it did. Without JavaScript the text is there to be selected. */
export function CopyButton({ text, label, done }: { text: string; label: string; done: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
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
