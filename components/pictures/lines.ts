import { axisTop, byMonth, largest, spread, valueOf, yearPlaces } from "@/components/charts/scale";
import type { ChartProps } from "@/components/charts/types";
import { formatNumber, formatPercent } from "@/lib/format";
import { innerOf, type Width } from "./frame";
import { textWidth } from "./text";
import type { Mark, Part } from "./types";

const HEIGHT = 380;
const LEFT = 56;
const SIZE = 14;

/** Lines over time from zero: years below, the name and last value of each at its end. */
export function linesPart(chart: ChartProps, size: Width): Part {
  const { series, format, locale } = chart;
  const data = chart.data.toSorted((a, b) => a.key.localeCompare(b.key, "en"));
  const keys = series.map(({ key }) => key);
  const top = axisTop(largest(data, keys));
  const write = (value: number) =>
    format === "percent" ? formatPercent(locale, value) : formatNumber(locale, value);
  const ends = series.flatMap((one) => {
    const value = data.map((row) => valueOf(row, one.key)).findLast((known) => known !== null);
    return value === undefined || value === null
      ? []
      : [{ ...one, value, text: `${one.label} ${write(value)}` }];
  });
  // On a phone the names stand below the lines.
  const names =
    size === "wide" ? Math.max(0, ...ends.map(({ text }) => textWidth(text, SIZE, true))) + 12 : 4;
  const right = innerOf(size) - names;
  const x = (place: number) => LEFT + place * (right - LEFT);
  const y = (value: number) => HEIGHT - (value / top) * HEIGHT;
  const months = byMonth(data, keys);
  const lines = series.map(({ mark }, index): Mark => {
    const points = months.flatMap(({ drawn }, month) => {
      const value = drawn[index];
      return typeof value === "number" ? [`${x(month / Math.max(1, months.length - 1))} ${y(value)}`] : [];
    });
    return { kind: "path", d: `M${points.join("L")}`, stroke: mark, width: 2.5 };
  });
  const steps = [0, 1, 2, 3, 4].map((step) => (top / 4) * step);
  const places = spread(
    ends.map(({ value }) => y(value)),
    19,
    HEIGHT,
  );
  return {
    height: HEIGHT + 30 + (size === "wide" ? 0 : 14 + ends.length * 24),
    marks: [
      ...steps.flatMap((value): Mark[] => [
        { kind: "rect", x: LEFT, y: y(value), width: right - LEFT, height: 1, tone: "line" },
        {
          kind: "text",
          x: LEFT - 8,
          y: y(value) + 5,
          text: write(value),
          size: SIZE,
          tone: "muted",
          anchor: "end",
        },
      ]),
      ...yearPlaces(data)
        // Years of four figures need their room.
        .filter((_, index) => size === "wide" || index % 2 === 0)
        .map(({ year, place }): Mark => ({
          ...{ kind: "text", x: x(place), y: HEIGHT + 24, text: String(year) },
          ...{ size: SIZE, tone: "muted", anchor: "middle" },
        })),
      ...lines,
      ...ends.flatMap(({ text, mark }, index): Mark[] => {
        const top = HEIGHT + 44 + index * 24;
        const words = { kind: "text", text, size: SIZE, anchor: "start", bold: true } as const;
        if (size === "wide") return [{ ...words, x: right + 8, y: (places[index] ?? 0) + 5, tone: mark }];
        return [
          { kind: "rect", x: 0, y: top, width: 18, height: 12, tone: mark },
          { ...words, x: 28, y: top + 11, tone: "text" },
        ];
      }),
    ],
  };
}
