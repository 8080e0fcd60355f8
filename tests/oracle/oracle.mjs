/**
 * Every indicator worked out a second time, from an edition's files alone, to check the application's figures.
 * Node's standard library only; nothing of the application is used.
 *
 *   node tests/oracle/oracle.mjs <folder> [--basis corrected|file] [--reference 2022|2021]
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { datasetCounts, organisationCounts, platformCounts } from "./counts.mjs";
import { rates } from "./rates.mjs";
import { missingColumns } from "./missing.mjs";
import { HISTORY } from "./reference.mjs";
import { readEdition } from "./rows.mjs";
import { byTerritory, populationCoverage, regionMatrix } from "./territories.mjs";

export { filterOrganisations } from "./filters.mjs";

/**
 * @typedef {{ key: string, [measure: string]: any }} Line
 * @typedef {{ value?: number | null, numerator?: number, denominator?: number, median?: number | null,
 *   share_one_or_two?: number | null, missing?: string[], rows: Line[] }} Indicator
 */

/**
 * Indicators and lists of the edition in a folder. An indicator whose own figure has no definition (history,
 * by-region, by-department) has no `value`; rows have the contract's keys, in no order that matters. An indicator
 * whose columns the edition lacks has a null `value`, no row, and the columns in `missing`.
 * @param {{ folder: string, basis?: "corrected" | "file", reference?: "2022" | "2021" }} options
 */
export function computeOracle({ folder, basis = "corrected", reference = "2022" }) {
  const { headers, organisations, platforms } = readEdition(folder, basis);
  /** @type {Record<string, Indicator>} */
  const indicators = {
    ...organisationCounts(organisations),
    ...datasetCounts(organisations),
    ...platformCounts(platforms),
    ...rates(organisations, basis, reference),
    "population-coverage": populationCoverage(organisations),
    "by-region": byTerritory(organisations, "region"),
    "by-department": byTerritory(organisations, "department"),
    "region-matrix": regionMatrix(organisations),
    history: { rows: /** @type {Line[]} */ (HISTORY) },
  };
  for (const [id, missing] of missingColumns(headers, basis))
    indicators[id] = { value: null, missing, rows: [] };
  return { indicators, organisations, platforms: platforms ?? [] };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      basis: { type: "string", default: "corrected" },
      reference: { type: "string", default: "2022" },
    },
  });
  const { basis, reference } = values;
  const folder = positionals[0];
  if (
    !folder ||
    (basis !== "corrected" && basis !== "file") ||
    (reference !== "2022" && reference !== "2021")
  ) {
    console.error("usage: oracle.mjs <folder> [--basis corrected|file] [--reference 2022|2021]");
    process.exit(2);
  }
  console.log(JSON.stringify(computeOracle({ folder, basis, reference }), null, 2));
}
