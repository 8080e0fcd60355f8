import Link from "next/link";
import { NoteMark } from "@/components/notes/note-mark";
import type { Noted } from "@/components/notes/types";
import { Unknown } from "./unknown";

export type KpiProps = {
  label: string;
  /** Written value; null is unknown, with `reason`. */
  value: string | null;
  unit: string;
  reason?: string;
  /** "540 sur 4 568", under a rate. */
  parts?: string;
  definition: string;
  /** What someone else published of the same thing. */
  published?: string;
  href: string | null;
  noted?: Noted | undefined;
};

/** A figure that can be quoted: value, unit, what it means, what was published; the whole card leads to its rows. */
export function KpiCard({ label, value, unit, reason, parts, definition, published, href, noted }: KpiProps) {
  return (
    <li className="kpi">
      <h2 className="kpi-label">
        {href ? (
          <Link href={href} prefetch={false} className="kpi-link">
            {label}
          </Link>
        ) : (
          label
        )}
      </h2>
      <NoteMark noted={noted} />
      <p className="kpi-value">
        {value === null ? <Unknown reason={reason} /> : value}
        {value !== null && unit !== "" && <span className="kpi-unit"> {unit}</span>}
      </p>
      {parts && <p className="kpi-parts">{parts}</p>}
      <p className="kpi-definition">{value === null ? reason : definition}</p>
      {published && <p className="kpi-published">{published}</p>}
    </li>
  );
}
