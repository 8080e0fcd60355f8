import Link from "next/link";
import type { CSSProperties } from "react";
import { NoteMark } from "@/components/notes/note-mark";
import type { Noted } from "@/components/notes/types";

export type Bar = {
  key: string;
  label: string;
  /** Length against the longest, from 0 to 1. */
  share: number;
  /** Written value, and what stands beside it in small. */
  value: string;
  note?: string;
  href: string | null;
  noted?: Noted | undefined;
};

/** Horizontal bars from zero, drawn on the server: the value at the bar's end, the whole row leading to what it counts. */
export function BarList({ bars, label }: { bars: Bar[]; label: string }) {
  return (
    <ul className="bars" aria-label={label} data-notes={bars.some(({ note }) => note)}>
      {bars.map((bar) => (
        <li key={bar.key}>
          <span className="bar-label">
            {bar.href ? (
              <Link href={bar.href} prefetch={false}>
                {bar.label}
              </Link>
            ) : (
              bar.label
            )}
            <NoteMark noted={bar.noted} />
          </span>
          <span className="bar-line" style={{ "--share": bar.share } as CSSProperties}>
            <span className="bar-space bar-mark" />
            <span className="bar-value">
              {bar.value}
              {bar.note && <small> {bar.note}</small>}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
