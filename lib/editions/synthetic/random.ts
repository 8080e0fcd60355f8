/** A source of numbers in [0, 1). */
export type Random = () => number;

/** The generator "mulberry32": 32 bits of state, the same numbers from the same seed on every machine. */
export function mulberry32(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Numbers of one row for one purpose: a row is the same whatever was drawn before it, so that any row can be made
 * alone and a change to one purpose leaves the others as they were.
 */
export function rowRandom(seed: number, purpose: string, row: number): Random {
  let hash = seed >>> 0;
  for (const letter of purpose) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return mulberry32(Math.imul(hash ^ (row + 1), 0x9e3779b1) ^ (row << 7));
}

/** One of the values, each as likely. */
export function pick<T>(random: Random, values: readonly T[]): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new RangeError("nothing to pick from");
  return value;
}

/** Weights made ready to draw from, since most are drawn from a million times. */
const drawn = new WeakMap<object, { entries: [string, number][]; total: number }>();

function entriesOf(weights: Readonly<Record<string, number>>) {
  const known = drawn.get(weights);
  if (known) return known;
  const entries = Object.entries(weights);
  const ready = { entries, total: entries.reduce((sum, [, weight]) => sum + weight, 0) };
  drawn.set(weights, ready);
  return ready;
}

/** One of the keys, as likely as its weight. The weights must not change afterwards. */
export function pickWeighted<K extends string>(random: Random, weights: Readonly<Record<K, number>>): K {
  const { entries, total } = entriesOf(weights);
  let left = random() * total;
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key as K;
  }
  throw new RangeError("no weight to pick by");
}

/** A whole number from `low` to `high`, both in. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** A whole number of a skewed size, as counts in real files are: half are below `median`, few are far above. */
export function skewed(random: Random, median: number, spread: number): number {
  // The sum of three draws is close enough to a bell for this.
  const bell = (random() + random() + random() - 1.5) * 2;
  return Math.max(1, Math.round(median * Math.exp(bell * spread)));
}

/** Shuffles in place (Fisher and Yates). */
export function shuffle<T>(random: Random, values: T[]): T[] {
  for (let last = values.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [values[last], values[other]] = [values[other] as T, values[last] as T];
  }
  return values;
}
