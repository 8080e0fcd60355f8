import "server-only";
import type { Bilingual } from "@/lib/editions/types";
import type { EditionContext } from "@/lib/engine/context";
import { ratio, sumOf } from "./define";
import { byDepartment, byRegion } from "./territories";

const INDICATORS = { region: byRegion, department: byDepartment } as const;
export type TerritoryLevel = keyof typeof INDICATORS;

/** What the breakdown by territory tells, in the order of the table. */
export const TERRITORY_MEASURES = [
  "actors",
  "open_authorities",
  "open",
  "total",
  "rate",
  "datasets",
  "population_covered",
  "population",
] as const;
export type TerritoryMeasure = (typeof TERRITORY_MEASURES)[number];

/** One territory: measures of the indicator, and the share of its inhabitants that are covered. Null is unknown. */
export type Territory = Record<TerritoryMeasure, number | null> & {
  key: string;
  label: Bilingual;
  population_share: number | null;
};

/**
 * Every territory of a level, as `by-region` or `by-department` has it; overseas collectivities and `none` included.
 * @returns null when the edition lacks the column that places its rows
 */
export async function territoriesOf(
  context: EditionContext,
  level: TerritoryLevel,
): Promise<Territory[] | null> {
  const { rows, missing } = await INDICATORS[level].compute(context);
  if (missing.length > 0) return null;
  // The SIREN of a demonstration edition are unassigned: whom it covers has no answer, which is not "nobody".
  const answerless = context.edition.manifest.kind === "demo";
  return rows.map((row) => {
    const of = (measure: TerritoryMeasure) => (typeof row[measure] === "number" ? row[measure] : null);
    const covered = answerless ? null : of("population_covered");
    return {
      ...(Object.fromEntries(TERRITORY_MEASURES.map((measure) => [measure, of(measure)])) as Record<
        TerritoryMeasure,
        number | null
      >),
      key: row.key,
      label: row.label,
      population_covered: covered,
      population_share: ratio(covered, of("population")),
    };
  });
}

/** How many territories a territory is compared with. */
export const PEERS = 5;

/** Territories of the same level whose population is nearest, by ratio: the ones it is fair to compare with. */
export function peersOf(territories: readonly Territory[], key: string): Territory[] {
  const self = territories.find((territory) => territory.key === key);
  const inhabitants = self?.population;
  if (!inhabitants) return [];
  const distance = ({ population }: Territory) => Math.abs(Math.log((population ?? 0) / inhabitants));
  return territories
    .filter((territory) => territory.key !== key && territory.population)
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, PEERS);
}

/** The middle of the known values; of an even number of them, half-way between the two middle ones. */
export function medianOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).toSorted((a, b) => a - b);
  const half = known.length / 2;
  const [low, high] = [known[Math.ceil(half) - 1], known[Math.floor(half)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** The same measures over several territories: sums, and shares of the sums. */
export function together(territories: readonly Territory[]): Omit<Territory, "key" | "label"> {
  const bound = territories.filter(({ total }) => total !== null && total > 0);
  const sum = (measure: TerritoryMeasure, of = territories) => sumOf(of.map((one) => one[measure]));
  const inhabited = territories.filter(({ population }) => population !== null);
  const [open, total] = [sum("open", bound), sum("total", bound)];
  const [covered, population] = [sum("population_covered", inhabited), sum("population", inhabited)];
  return {
    actors: sum("actors"),
    open_authorities: sum("open_authorities"),
    open,
    total,
    rate: ratio(open, total),
    // Unknown counts are of rows that give none; what is known is summed, as the indicator `datasets` does.
    datasets: sumOf(territories.map(({ datasets }) => datasets).filter((datasets) => datasets !== null)),
    population_covered: covered,
    population,
    population_share: ratio(covered, population),
  };
}

/** Rows by a measure or by name (`compare`), "-" first for descending; unknown values last. */
export function sortTerritories(
  territories: readonly Territory[],
  sort: string,
  compare: (a: Territory, b: Territory) => number,
): Territory[] {
  const measure = sort.replace(/^-/, "") as TerritoryMeasure | "name";
  const turn = sort.startsWith("-") ? -1 : 1;
  return territories.toSorted((a, b) => {
    if (measure === "name") return turn * compare(a, b);
    const [first, second] = [a[measure], b[measure]];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return turn * (first - second) || compare(a, b);
  });
}
