/** The contract's filters on organisations, as plainly as they can be written. */
import { datasetsClass, sizeBand } from "./cells.mjs";
import { isAuthority } from "./rows.mjs";

/** @typedef {import("./rows.mjs").Organisation} Organisation */

/** @type {Record<string, (row: Organisation) => string | null | string[]>} */
const FIELDS = {
  type: (row) => row.type,
  category: (row) => (isAuthority(row) ? "authority" : "associated"),
  region: (row) => row.region,
  department: (row) => row.department,
  technology: (row) => row.technologies,
  main_technology: (row) => row.technologies[0] ?? null,
  theme: (row) => row.themes,
  channel: (row) => row.channel,
  platform: (row) => row.platforms,
  size: (row) => sizeBand(row.population),
  datasets: (row) => datasetsClass(row.datasets),
  siren: (row) => row.siren,
};

/** @param {string} text */
function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * Rows that meet every filter; within a filter any of its values will do, and `none` stands for "missing". Values
 * come as a list or joined by commas.
 * `q` is looked for in the name and the SIREN, whatever the case and accents.
 * @param {Organisation[]} rows
 * @param {Record<string, string[] | string | undefined>} filters
 * @returns {Organisation[]}
 */
export function filterOrganisations(rows, filters) {
  return rows.filter((row) =>
    Object.entries(filters).every(([name, wanted]) => {
      if (wanted === undefined || wanted.length === 0) return true;
      if (name === "q") {
        const words = fold(String(wanted)).trim();
        return fold(row.name).includes(words) || (row.siren ?? "").includes(words);
      }
      const field = FIELDS[name];
      if (!field) throw new Error(`no filter is named ${name}`);
      const value = field(row);
      const values = Array.isArray(value) ? value : value === null ? [] : [value];
      const asked = Array.isArray(wanted) ? wanted : wanted.split(",");
      return asked.some((one) => (one === "none" ? values.length === 0 : values.includes(one)));
    }),
  );
}
