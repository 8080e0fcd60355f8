/** What is said of one organisation or platform, worked out from the rows of the oracle alone. */

/** @typedef {ReturnType<typeof import("./rows.mjs").readEdition>} Edition */
/** @typedef {Edition["organisations"][number]} Organisation */

const BANDS = [3500, 5000, 10_000, 20_000, 50_000, 80_000, 100_000];
/** @param {number | null} population */
export function bandOf(population) {
  if (population === null) return null;
  const low = BANDS.filter((bound) => population >= bound).at(-1) ?? 0;
  return `${low}-${BANDS.find((bound) => population < bound) ?? ""}`;
}

/** @param {number[]} values */
function median(values) {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? 0;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? 0) + upper) / 2 : upper;
}

/**
 * Where an organisation stands in each group it belongs to.
 * @param {readonly Organisation[]} all
 * @param {string} siren
 */
export function standing(all, siren) {
  const self = all.find((row) => row.siren === siren);
  if (!self) return null;
  /** @type {[string, (row: Organisation) => string | null][]} */
  const groups = [
    ["type", (row) => row.type],
    ["size", (row) => bandOf(row.population)],
    ["region", (row) => row.region],
  ];
  return groups.flatMap(([key, of]) => {
    const value = of(self);
    if (value === null) return [];
    const group = all.filter((row) => of(row) === value);
    const counts = group.flatMap(({ datasets }) => (datasets === null ? [] : [datasets]));
    const own = self.datasets;
    const position = own === null ? null : counts.toSorted((a, b) => b - a).indexOf(own) + 1;
    return [{ key, value, actors: group.length, known: counts.length, position, median: median(counts) }];
  });
}

/**
 * How many organisations a platform lists, how many name it, and how many do both.
 * @param {Edition} edition
 * @param {string} slug
 */
export function hosting({ organisations, platforms }, slug) {
  const self = platforms?.find((row) => row.slug === slug);
  if (!self) return null;
  const listed = new Set(self.organisations);
  const naming = organisations.filter((row) => row.platforms.includes(self.name));
  const sirens = new Set(naming.flatMap(({ siren }) => (siren === null ? [] : [siren])));
  const without = naming.filter(({ siren }) => siren === null).length;
  return {
    listed: listed.size,
    naming: sirens.size + without,
    both: [...listed].filter((siren) => sirens.has(siren)).length,
  };
}
