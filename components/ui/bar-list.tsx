import Link from "next/link";

export type Bar = {
  key: string;
  label: string;
  /** Length against the longest, from 0 to 1. */
  share: number;
  /** Written value, and what stands beside it in small. */
  value: string;
  note?: string;
  href: string | null;
};

/** Horizontal bars from zero, drawn on the server: the label above the bar, the value at its end. */
export function BarList({ bars, label }: { bars: Bar[]; label: string }) {
  return (
    <ul className="bars" aria-label={label}>
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
          </span>
          <span className="bar-value">
            {bar.value}
            {bar.note && <small> {bar.note}</small>}
          </span>
          <span className="bar-track" aria-hidden="true">
            <span style={{ inlineSize: `${Math.max(bar.share * 100, bar.share > 0 ? 0.5 : 0)}%` }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
