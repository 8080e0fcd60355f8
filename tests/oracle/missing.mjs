/** What an edition without some optional column can't tell: those figures are unknown, not zero. */

/** Column → how its plain header starts. @type {Record<string, string[]>} */
const HEADERS = {
  region: ["regcode"],
  department: ["depcode", "departement"],
  local_datasets: ["nbptf"],
  datagouv_datasets: ["nbdatagouv"],
  population: ["popinsee"],
  channel: ["merge"],
  technologies: ["techno"],
  themes: ["thematique"],
};

const COUNTS = ["local_datasets", "datagouv_datasets"];

/**
 * Columns an indicator needs. With `corrected` the register gives the populations, and the département is enough for
 * the region.
 * @param {"corrected" | "file"} basis
 * @returns {Record<string, string[]>}
 */
function needs(basis) {
  const file = basis === "file";
  const population = file ? ["population"] : [];
  return {
    "opening-rate": population,
    "by-type": population,
    "by-size": population,
    "organisations-by-technology": ["technologies"],
    datasets: ["channel", ...COUNTS],
    "datasets-by-technology": ["technologies", ...COUNTS],
    "datasets-distribution": ["channel", ...COUNTS],
    "publication-channels": ["channel"],
    themes: ["themes"],
    "by-region": ["region"],
    "by-department": ["department"],
    "region-matrix": ["region"],
  };
}

/**
 * Indicators that can't be told, each with the columns they lack.
 * @param {string[]} headers plain headers of organisations.csv
 * @param {"corrected" | "file"} basis
 * @returns {[string, string[]][]}
 */
export function missingColumns(headers, basis) {
  /** @param {string} column */
  const has = (column) =>
    (HEADERS[column] ?? []).some((start) => headers.some((name) => name.startsWith(start)));
  /** @param {string} column */
  const known = (column) =>
    has(column) || (column === "region" && basis === "corrected" && has("department"));
  return Object.entries(needs(basis))
    .map(([id, columns]) => /** @type {[string, string[]]} */ ([id, columns.filter((c) => !known(c))]))
    .filter(([, columns]) => columns.length > 0);
}
