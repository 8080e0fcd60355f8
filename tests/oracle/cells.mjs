/** How the oracle reads one cell. Unknown is null; an empty list is []. */
import { plain } from "./csv.mjs";

/**
 * A cell without surrounding blanks and invisible characters; null when nothing is left.
 * @param {string | undefined} value
 */
export function text(value) {
  const clean = (value ?? "")
    .replace(/\p{Cf}/gu, "")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
  return clean === "" ? null : clean;
}

/**
 * A web address that can be followed: the first of several, spaces as a browser writes them, https where only a host is
 * named. Anything else is none.
 * @param {string | undefined} value
 */
export function address(value) {
  const whole = text(value);
  if (whole === null) return null;
  const first = (whole.split(/[\s,;]+(?=https?:)/i)[0] ?? "").replaceAll(" ", "%20");
  const written = /^https?:\/\//i.test(first)
    ? first
    : /^[^:/?#]+\.[a-z]{2,}/i.test(first)
      ? `https://${first}`
      : "";
  try {
    const { hostname, username, password } = new URL(written);
    return hostname.includes(".") && !username && !password ? written : null;
  } catch {
    return null;
  }
}

/**
 * Nine digits once everything else is taken out, else null. What a spreadsheet made of a number is not an
 * identifier, even when nine digits are left of it (2.135000E+08).
 * @param {string | undefined} value
 */
export function siren(value) {
  if (/\d\s*E\s*[+-]?\s*\d/i.test(value ?? "")) return null;
  const digits = (value ?? "").replace(/[^0-9]/g, "");
  return digits.length === 9 ? digits : null;
}

/**
 * A whole number of zero or more, else null.
 * @param {string | undefined} value
 */
export function count(value) {
  const clean = (value ?? "").replace(/[\p{Cf}\p{Cc}\p{Z}]/gu, "");
  return /^\d+([.,]0+)?$/.test(clean) ? parseInt(clean, 10) : null;
}

/**
 * A decimal number within ±limit, else null.
 * @param {string | undefined} value
 * @param {number} limit
 */
export function coordinate(value, limit) {
  const clean = (text(value) ?? "").replace(",", ".");
  if (!/^[+-]?\d+(\.\d*)?$/.test(clean)) return null;
  return Math.abs(Number(clean)) <= limit ? Number(clean) : null;
}

/**
 * A list split on commas, blanks around values and repeats dropped.
 * @param {string | undefined} value
 * @returns {string[]}
 */
export function list(value) {
  const parts = (text(value) ?? "").split(",").map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ""))];
}

const TYPES = ["COM", "CC", "CA", "CU", "MET", "EPT", "DEP", "REG", "AGCT", "OACT", "DSPT", "SDE"];

/**
 * Type code; OAGT is another spelling of OACT. Null when it is none of the list.
 * @param {string | undefined} value
 */
export function type(value) {
  const code = (text(value) ?? "").toUpperCase();
  if (code === "OAGT") return "OACT";
  return TYPES.includes(code) ? code : null;
}

/**
 * Département code: of two values the first, lost zero put back.
 * @param {string | undefined} value
 */
export function department(value) {
  const first = (text(value) ?? "").split(/[,;/ ]/)[0]?.toUpperCase() ?? "";
  if (first === "") return null;
  return /^\d$/.test(first) ? `0${first}` : first;
}

/**
 * `ptf`, `datagouv`, `both`, or null.
 * @param {string | undefined} value
 */
export function channel(value) {
  const parts = (text(value) ?? "").split("+").map(plain);
  const local = parts.includes("ptf");
  const national = parts.includes("datagouv");
  if (local && national) return "both";
  if (local) return "ptf";
  return national ? "datagouv" : null;
}

/** @type {Record<string, string>} */
const CANONICAL = {
  opendatasoft: "OpenDataSoft",
  ckan: "CKAN",
  arcgis: "ArcGIS",
  data4citizen: "Data4Citizen",
  datagouv: "DataGouv",
  isogeo: "Isogeo",
  mgdis: "MGDIS",
  mgdisopendata: "MGDIS",
  specifique: "Spécifique",
  geonetwork: "GeoNetwork",
  typo3incite: "TYPO3 In Cite",
  opendatagazette: "OpenDataGazette",
  geosource: "GeoSource",
  geoserver: "GeoServer",
  geoportalserver: "Geoportal Server",
  metaclic: "Metaclic",
  easysdi: "easySDI",
};

/**
 * Canonical spelling of a technology; as written when it is not one of the list.
 * @param {string} name
 */
export function technology(name) {
  return CANONICAL[plain(name)] ?? name;
}

/**
 * Band of a population: lower bound in, upper bound out; null when unknown.
 * @param {number | null} population
 */
export function sizeBand(population) {
  if (population === null) return null;
  const bounds = [0, 3500, 5000, 10000, 20000, 50000, 80000, 100000];
  const i = bounds.findLastIndex((bound) => population >= bound);
  return `${bounds[i]}-${bounds[i + 1] ?? ""}`;
}

export const DATASET_CLASSES = [
  "0",
  "1-2",
  "3-5",
  "6-10",
  "11-25",
  "26-50",
  "51-100",
  "101-250",
  "251-500",
  "501-",
];

/**
 * Class of a number of data sets, both bounds in; null when unknown.
 * @param {number | null} datasets
 */
export function datasetsClass(datasets) {
  if (datasets === null) return null;
  const upper = [0, 2, 5, 10, 25, 50, 100, 250, 500, Infinity];
  return DATASET_CLASSES[upper.findIndex((bound) => datasets <= bound)] ?? null;
}
