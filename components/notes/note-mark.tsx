import Link from "next/link";
import type { Noted } from "./types";

/**
 * Beside a thing that may have notes: their number, which leads to them and opens them in place where scripts run; and
 * for editors, the way to write one. Nothing where there is neither.
 */
export function NoteMark({ noted }: { noted: Noted | undefined }) {
  if (!noted) return null;
  const { notes, annotate } = noted;
  return (
    <span className="note-marks">
      {notes && (
        <a className="note-mark" href={`#${notes.id}`} data-notes={notes.id}>
          <span className="note-count" aria-hidden="true">
            {notes.count}
          </span>
          <span className="note-numbers" aria-hidden="true">
            {notes.numbers}
          </span>
          <span className="sr-only">{notes.label}</span>
        </a>
      )}
      {annotate && (
        <Link className="annotate-mark" href={annotate.href} prefetch={false} scroll={false}>
          <svg
            aria-hidden="true"
            viewBox="0 0 16 16"
            width="12"
            height="12"
            fill="none"
            stroke="currentColor"
          >
            <path d="M2.5 13.5l.8-3.2 7.6-7.6 2.4 2.4-7.6 7.6zM9.3 4.3l2.4 2.4" strokeWidth="1.4" />
          </svg>
          <span className="sr-only">{annotate.label}</span>
        </Link>
      )}
    </span>
  );
}
