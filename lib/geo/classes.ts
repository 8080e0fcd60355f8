/** A class of a map: from its first value to its last, both in, and how many territories are in it. */
export type MapClass = { from: number; to: number; count: number };

/**
 * Cuts known values into classes of as equal numbers as their ties allow (quantiles): equal values are always in one
 * class, and a class is never empty.
 * @param wanted number of classes; fewer come back when there are fewer distinct values
 */
export function quantileClasses(values: readonly number[], wanted: number): MapClass[] {
  const sorted = values.toSorted((a, b) => a - b);
  const cuts = Array.from(
    { length: wanted },
    (_, index) => sorted[Math.floor((index * sorted.length) / wanted)],
  );
  const starts = [...new Set(cuts.filter((value) => value !== undefined))];
  return starts.map((from, index) => {
    const next = starts[index + 1];
    const members = sorted.filter((value) => value >= from && (next === undefined || value < next));
    return { from, to: members.at(-1) ?? from, count: members.length };
  });
}

/** The rank of the class a value is in, from 0; undefined when it is in none. */
export function classOf(classes: readonly MapClass[], value: number): number | undefined {
  const rank = classes.findIndex(({ from, to }) => value >= from && value <= to);
  return rank === -1 ? undefined : rank;
}
