import Link from "next/link";
import type { CSSProperties } from "react";
import { NoteMark } from "@/components/notes/note-mark";
import type { DataRow } from "@/components/ui/data-table";
import { Unknown } from "@/components/ui/unknown";
import { formatNumber, formatPercent } from "@/lib/format";
import { LazyChart } from "./lazy-chart";
import { largest, valueOf } from "./scale";
import type { ChartProps } from "./types";

/**
 * Horizontal bars from zero in the order given: names and values are written by the server, each row leading to what it
 * counts, and the bars are drawn between them. @param rows those of its table, in the same order
 */
export function BarFigure({ chart, rows }: { chart: ChartProps; rows: readonly DataRow[] }) {
  const { data, series, format, locale } = chart;
  const key = series[0]?.key ?? "";
  const longest = largest(data, [key]);
  const write = (value: number) =>
    format === "percent" ? formatPercent(locale, value) : formatNumber(locale, value);
  return (
    <div
      className="bar-figure"
      data-notes={data.some(({ note }) => note !== null)}
      style={{ "--rows": data.length } as CSSProperties}
    >
      <LazyChart {...chart} />
      <ol className="bars">
        {data.map((row, index) => {
          const value = valueOf(row, key);
          const href = rows[index]?.href ?? null;
          const share = value === null || longest === 0 ? 0 : value / longest;
          return (
            <li key={row.key}>
              <span className="bar-label">
                {href ? (
                  <Link href={href} prefetch={false}>
                    {row.label}
                  </Link>
                ) : (
                  row.label
                )}
                <NoteMark noted={rows[index]?.noted} />
              </span>
              <span className="bar-line" style={{ "--share": share } as CSSProperties}>
                <span className="bar-space" />
                <span className="bar-value">
                  {value === null ? <Unknown /> : write(value)}
                  {row.note && <small> {row.note}</small>}
                </span>
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
