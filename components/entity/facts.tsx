import Link from "next/link";
import { NoteMark } from "@/components/notes/note-mark";
import type { Noted } from "@/components/notes/types";
import type { TableCell } from "@/components/table/types";
import { unitBeside } from "@/components/ui/unit";
import { Unknown } from "@/components/ui/unknown";

export type Fact = {
  key: string;
  label: string;
  /** The glossary's definition, as the label's title. */
  definition: string;
  unit: string | null;
  /** File and column it is read from. */
  source: string | null;
  cell: TableCell;
  noted?: Noted | undefined;
};

function Value({ cell }: { cell: TableCell }) {
  if (cell === null) return <Unknown />;
  if (cell.external)
    return (
      <a href={cell.href} title={cell.title} rel="nofollow noopener noreferrer" className="link">
        {cell.text}
      </a>
    );
  if (cell.href)
    return (
      <Link href={cell.href} prefetch={false} title={cell.title} className="link">
        {cell.text}
      </Link>
    );
  return <span title={cell.title}>{cell.text}</span>;
}

/** What is known of one thing, each fact with its unit beside its name, and where it was read; what is unknown says so. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ key, label, definition, unit, source, cell, noted }) => (
        <div key={key}>
          <dt title={definition}>
            {label}
            {unitBeside(label, unit) && <small> ({unitBeside(label, unit)})</small>}
            <NoteMark noted={noted} />
          </dt>
          <dd>
            <span className="fact-value">
              <Value cell={cell} />
            </span>
            {source && <small>{source}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
