import { PART_MARKS } from "@/components/ui/parts";
import { axisTop, byMonth, largest, valueOf } from "./scale";
import type { ChartProps } from "./types";

/** Units of a drawing's side; it is stretched over its place. */
const SIDE = 1000;
/** A ring as thick as the library's: from three quarters of the radius to all of it. */
const RADIUS = 43.75;
const THICKNESS = 12.5;

/** The lines of a chart as the server draws them: what is seen until the browser's drawing is there, or without it. */
export function LineStill({ data, series }: ChartProps) {
  const keys = series.map(({ key }) => key);
  const months = byMonth(data, keys);
  const top = axisTop(largest(data, keys));
  const across = Math.max(1, months.length - 1);
  return (
    <svg className="chart-still" viewBox={`0 0 ${SIDE} ${SIDE}`} preserveAspectRatio="none">
      <path className="line-grid" d="M0 0H1000M0 250H1000M0 500H1000M0 750H1000" />
      {series.map(({ key, mark }, line) => (
        <polyline
          key={key}
          className={`stroke-${mark}-500`}
          points={months
            .flatMap(({ drawn }, index) => {
              const value = drawn[line] ?? null;
              return value === null
                ? []
                : [`${Math.round((index / across) * SIDE)},${Math.round((1 - value / top) * SIDE)}`];
            })
            .join(" ")}
        />
      ))}
    </svg>
  );
}

/** The ring of a whole's parts as the server draws it, from the top, clockwise. */
export function DonutStill({ data, series: [first] }: ChartProps) {
  const values = data
    .map((row) => (first ? (valueOf(row, first.key) ?? 0) : 0))
    .filter((value) => value !== 0);
  const total = values.reduce((sum, value) => sum + value, 0);
  const starts = values.map((_, index) => values.slice(0, index).reduce((sum, value) => sum + value, 0));
  return (
    <svg className="chart-still" viewBox="0 0 100 100">
      {values.map((value, index) => (
        <circle
          key={index}
          cx="50"
          cy="50"
          r={RADIUS}
          fill="none"
          strokeWidth={THICKNESS}
          pathLength={total}
          strokeDasharray={`${value} ${total - value}`}
          strokeDashoffset={-(starts[index] ?? 0)}
          transform="rotate(-90 50 50)"
          className={`stroke-${PART_MARKS[index] ?? "gray"}-500`}
        />
      ))}
    </svg>
  );
}
