import Link from "next/link";
import { Choices } from "@/components/ui/choices";

type Said = { key: string; row: string; href: string; column: string; by: string; noteHref: string };

export type ListCorrections = {
  label: string;
  choices: { label: string; href: string; current: boolean }[];
  /** How many cells change. */
  line: string;
  indicators: string;
  list: string;
  applied: (Said & { before: string; after: string; reason: string; proof: string | null })[];
  skippedTitle: string;
  skipped: (Said & { proposed: string; why: string })[];
  proof: string;
};

function Row({ said, children }: { said: Said; children: React.ReactNode }) {
  return (
    <li>
      <Link href={said.href} prefetch={false} className="link">
        {said.row}
      </Link>
      {", "}
      {said.column} {children}{" "}
      <a href={said.noteHref} className="link">
        {said.by}
      </a>
    </li>
  );
}

/** Cells as published or with the editors' corrections: the choice, what it changes, and each of them. */
export function CorrectionChoice({ corrections }: { corrections: ListCorrections }) {
  const { label, choices, line, indicators, list, applied, skipped, skippedTitle, proof } = corrections;
  return (
    <div className="corrections">
      <Choices label={label} choices={choices} />
      <p>
        {line} {indicators}
      </p>
      {applied.length + skipped.length > 0 && (
        <details>
          <summary>{list}</summary>
          <ul>
            {applied.map((one) => (
              <Row key={one.key} said={one}>
                <del>{one.before}</del> <ins>{one.after}</ins>. {one.reason}{" "}
                {one.proof && (
                  <>
                    <a href={one.proof} rel="noopener noreferrer nofollow" className="link">
                      {proof}
                    </a>{" "}
                    ·
                  </>
                )}
              </Row>
            ))}
          </ul>
          {skipped.length > 0 && (
            <>
              <p>{skippedTitle}</p>
              <ul>
                {skipped.map((one) => (
                  <Row key={one.key} said={one}>
                    {one.proposed}. {one.why}
                  </Row>
                ))}
              </ul>
            </>
          )}
        </details>
      )}
    </div>
  );
}
