import type { ChartRow } from "./types";

/**
 * Geometry shared by the drawing and by what is written around it, so that both always agree. No unit but the one of
 * the values; places are shares of the drawing's width or height, from 0 to 1.
 */

// Each divides by four into short numbers, for an axis of four steps.
const STEPS = [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10];

/** The value of a row in a series; unknown is null. */
export function valueOf(row: ChartRow, series: string): number | null {
  const value = row[series];
  return typeof value === "number" ? value : null;
}

/** The largest known value of some series, 0 when none is known. */
export function largest(data: readonly ChartRow[], series: readonly string[]): number {
  return Math.max(0, ...data.flatMap((row) => series.map((key) => valueOf(row, key) ?? 0)));
}

/** The top of an axis that starts at zero: the first round number at or above `value`, 1 at least for an empty one. */
export function axisTop(value: number): number {
  if (value <= 0) return 1;
  const magnitude = 10 ** Math.floor(Math.log10(value));
  const step = STEPS.find((one) => one * magnitude >= value) ?? 10;
  return step * magnitude;
}

const monthNumber = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;

/** Where the straight line through known points passes at a month; null before the first and after the last. */
function onLine(points: readonly { at: number; value: number }[], at: number): number | null {
  const before = points.findLast((point) => point.at <= at);
  const after = points.find((point) => point.at >= at);
  if (!before || !after) return null;
  if (after.at === before.at) return before.value;
  return before.value + ((after.value - before.value) * (at - before.at)) / (after.at - before.at);
}

/**
 * Every month from the first row to the last, so that equal times have equal widths: the row nearest in time, whose
 * values are those to tell, and where each line passes, which is to be drawn and never told.
 */
export function byMonth(
  data: readonly ChartRow[],
  series: readonly string[],
): { nearest: ChartRow; drawn: (number | null)[] }[] {
  const dated = data.map((row) => ({ row, at: monthNumber(row.key) })).toSorted((a, b) => a.at - b.at);
  const [first, last] = [dated.at(0), dated.at(-1)];
  if (!first || !last) return [];
  const lines = series.map((key) =>
    dated.flatMap(({ row, at }) => {
      const value = valueOf(row, key);
      return value === null ? [] : [{ at, value }];
    }),
  );
  return Array.from({ length: last.at - first.at + 1 }, (_, index) => {
    const at = first.at + index;
    const nearest = dated.reduce((best, one) =>
      Math.abs(one.at - at) < Math.abs(best.at - at) ? one : best,
    );
    return { nearest: nearest.row, drawn: lines.map((points) => onLine(points, at)) };
  });
}

/** Where each January falls on a time axis. @returns years with their place from 0 (first month) to 1 (last) */
export function yearPlaces(data: readonly ChartRow[]): { year: number; place: number }[] {
  const at = data.map(({ key }) => monthNumber(key));
  const [first, last] = [Math.min(...at), Math.max(...at)];
  const years: { year: number; place: number }[] = [];
  for (let year = Math.ceil(first / 12); last > first && year * 12 <= last; year += 1)
    years.push({ year, place: (year * 12 - first) / (last - first) });
  return years;
}

/** Labels kept at least `gap` apart within 0 to `height`, each as near as that allows to where it wants to be. */
export function spread(wanted: readonly number[], gap: number, height: number): number[] {
  const order = wanted.map((_, index) => index).toSorted((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed = [...wanted];
  let floor = -Infinity;
  for (const index of order) {
    placed[index] = Math.max(wanted[index] ?? 0, floor + gap);
    floor = placed[index];
  }
  let ceiling = height + gap;
  for (const index of order.toReversed()) {
    placed[index] = Math.min(placed[index] ?? 0, ceiling - gap);
    ceiling = placed[index];
  }
  return placed;
}
