import { formatNumber, formatPercent } from "@/lib/format";
import { LazyChart } from "./lazy-chart";
import { axisTop, largest, spread, valueOf, yearPlaces } from "./scale";
import { LineStill } from "./stills";
import type { ChartProps } from "./types";

/** Height of the drawing, in pixels, as the style sheet has it; the library keeps some of it free at its top. */
const HEIGHT = 300;
const TOP = 5;
const LABEL_GAP = 19;

/** Lines over time: years below, and at its end the name of each line with its last known value. */
export function LineFigure({ chart }: { chart: ChartProps }) {
  const { series, format, locale } = chart;
  const data = chart.data.toSorted((a, b) => a.key.localeCompare(b.key, "en"));
  const top = axisTop(
    largest(
      data,
      series.map(({ key }) => key),
    ),
  );
  const write = (value: number) =>
    format === "percent" ? formatPercent(locale, value) : formatNumber(locale, value);
  const ends = series.flatMap((one) => {
    const value = data.map((row) => valueOf(row, one.key)).findLast((known) => known !== null);
    return value === undefined || value === null ? [] : [{ ...one, value }];
  });
  const places = spread(
    ends.map(({ value }) => TOP + (HEIGHT - TOP) * (1 - value / top)),
    LABEL_GAP,
    HEIGHT,
  );
  return (
    <div className="line-figure">
      <ul className="legend">
        {series.map(({ key, label, mark }) => (
          <li key={key}>
            <span className={`legend-mark bg-${mark}-500`} aria-hidden="true" />
            {label}
          </li>
        ))}
      </ul>
      <LazyChart {...chart} still={<LineStill {...chart} />} />
      <ul className="line-ends" aria-hidden="true">
        {ends.map(({ key, label, mark, value }, index) => (
          <li key={key} style={{ top: `${places[index] ?? 0}px` }}>
            <span className={`legend-mark bg-${mark}-500`} />
            {label} <strong>{write(value)}</strong>
          </li>
        ))}
      </ul>
      <ol className="line-years" aria-hidden="true">
        <li className="line-zero">{write(0)}</li>
        {yearPlaces(data).map(({ year, place }) => (
          <li key={year} style={{ insetInlineStart: `${place * 100}%` }}>
            {year}
          </li>
        ))}
      </ol>
    </div>
  );
}
