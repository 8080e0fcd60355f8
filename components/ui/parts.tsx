import Link from "next/link";
import { NoteMark } from "@/components/notes/note-mark";
import type { Noted } from "@/components/notes/types";
import type { Mark } from "@/components/charts/types";

/** Colours of the parts of a whole, in the order they are drawn. */
export const PART_MARKS: readonly Mark[] = ["blue", "teal", "orange", "violet", "gray"];

export type Part = {
  key: string;
  label: string;
  mark: Mark;
  value: string;
  share: string;
  href: string | null;
  noted?: Noted | undefined;
};

/** The parts of a whole, labelled beside the drawing: mark, name, value, share. */
export function Parts({ parts, label }: { parts: Part[]; label: string }) {
  return (
    <ul className="parts" aria-label={label}>
      {parts.map((part) => (
        <li key={part.key}>
          <span className={`parts-mark bg-${part.mark}-500`} aria-hidden="true" />
          <span className="parts-label">
            {part.href ? (
              <Link href={part.href} prefetch={false}>
                {part.label}
              </Link>
            ) : (
              part.label
            )}
            <NoteMark noted={part.noted} />
          </span>
          <span className="parts-value">{part.value}</span>
          <span className="parts-share">{part.share}</span>
        </li>
      ))}
    </ul>
  );
}
