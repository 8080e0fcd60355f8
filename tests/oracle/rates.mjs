/** The opening rates: bound authorities that are open, of all there are. */
import { sizeBand } from "./cells.mjs";
import { BANDS, reference } from "./reference.mjs";
import { isOverseas } from "./register.mjs";
import { EPCI_TYPES } from "./rows.mjs";

/**
 * @typedef {import("./rows.mjs").Organisation} Organisation
 * @typedef {import("./rows.mjs").Basis} Basis
 */

/** @param {number} a @param {number} b */
export const ratio = (a, b) => (b === 0 ? null : a / b);

/** @param {number[]} values */
export const total = (values) => values.reduce((a, b) => a + b, 0);

export const isEpci = (/** @type {Organisation} */ row) => row.type !== null && EPCI_TYPES.includes(row.type);

/**
 * Class of the opening rate's tables; null when there is none (associated, or a population needed and unknown).
 * @param {Organisation} row
 */
export function sizeClass(row) {
  if (row.type === "DEP" || row.type === "REG") return row.type;
  if (row.population === null || (row.type !== "COM" && !isEpci(row))) return null;
  if (row.population >= 100000) return "COM+EPCI-100000-";
  if (row.type !== "COM") return "EPCI-0-100000";
  return row.population < 3500 ? "COM-0-3500" : "COM-3500-100000";
}

/**
 * Whether the law binds the row: every EPCI, département and région, communes known to have 3,500 inhabitants.
 * @param {Organisation} row
 */
export const isBound = (row) =>
  isEpci(row) ||
  ["DEP", "REG"].includes(row.type ?? "") ||
  (row.type === "COM" && Number(row.population) >= 3500);

/**
 * opening-rate, by-type, by-size.
 * @param {Organisation[]} all
 * @param {Basis} basis
 * @param {"2022" | "2021"} set
 */
export function rates(all, basis, set) {
  const { byType, bySize, openingRate } = reference(set);
  // Overseas collectivities belong to no denominator: the corrected basis keeps them out of the numerators too.
  const rows = all.filter((r) => basis === "file" || !isOverseas(r.region));
  const row = (/** @type {string} */ key, /** @type {number} */ open, /** @type {number} */ of) => ({
    key,
    open,
    total: of,
    rate: ratio(open, of),
  });
  const table = (
    /** @type {ReturnType<typeof row>[]} */ lines,
    /** @type {ReturnType<typeof row>[]} */ counted,
  ) => {
    const numerator = total(counted.map((line) => line.open));
    const denominator = total(counted.map((line) => line.total));
    return { value: ratio(numerator, denominator), numerator, denominator, rows: lines };
  };
  const inClass = (/** @type {string} */ key) => rows.filter((r) => sizeClass(r) === key).length;
  const inType = (/** @type {string} */ key) => rows.filter((r) => r.type === key).length;
  const openingLines = Object.entries(openingRate).map(([key, of]) => row(key, inClass(key), of));
  const typeLines = Object.entries(byType).map(([key, of]) =>
    row(key, EPCI_TYPES.includes(key) ? inType(key) : inClass(key), of),
  );
  const sizeLines = BANDS.map((band) =>
    row(
      band,
      rows.filter((r) => r.type === "COM" && sizeBand(r.population) === band).length,
      bySize[band] ?? 0,
    ),
  );
  return {
    "opening-rate": table(openingLines, openingLines),
    "by-type": table(
      typeLines,
      typeLines.filter((line) => !EPCI_TYPES.includes(line.key)),
    ),
    "by-size": table(sizeLines, sizeLines),
  };
}
