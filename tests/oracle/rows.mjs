/** The rows of an edition's two files as the oracle reads them, in either basis, under the contract's keys. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as cell from "./cells.mjs";
import { decode, readTable } from "./csv.mjs";
import { register } from "./register.mjs";

export const AUTHORITY_TYPES = ["COM", "CC", "CA", "CU", "MET", "EPT", "DEP", "REG"];
export const EPCI_TYPES = ["CC", "CA", "CU", "MET", "EPT"];

/**
 * @typedef {"corrected" | "file"} Basis
 * @typedef {ReturnType<typeof organisation>} Organisation
 * @typedef {ReturnType<typeof platform>} Platform
 */

/**
 * Of a collectivité type; everything else, an unknown type too, is an associated actor.
 * @param {{ type: string | null }} row
 */
export const isAuthority = (row) => row.type !== null && AUTHORITY_TYPES.includes(row.type);

/**
 * Values of the first column whose plain name starts with one of `starts`, in the order of preference given.
 * @param {Record<string, string>} raw
 * @param {string[]} starts
 */
function column(raw, starts) {
  for (const start of starts) {
    const name =
      Object.keys(raw).find((key) => key === start) ?? Object.keys(raw).find((key) => key.startsWith(start));
    if (name !== undefined) return raw[name];
  }
  return undefined;
}

/**
 * Number of data sets by the "local first" rule: the local platform's where `merge` names one, else data.gouv.fr's.
 * @param {string | null} channel
 * @param {number | null} local
 * @param {number | null} national
 */
function localFirst(channel, local, national) {
  return channel === "ptf" || channel === "both" ? local : national;
}

/**
 * @param {Record<string, string>} raw
 * @param {Basis} basis
 */
function organisation(raw, basis) {
  const siren = cell.siren(raw.siren);
  const type = cell.type(raw.type);
  const department = cell.department(column(raw, ["depcode", "departement"]));
  const fileRegion = cell.text(raw.regcode)?.toUpperCase() ?? null;
  const filePopulation = cell.count(raw.popinsee);
  const fileLongitude = cell.coordinate(raw.long, 180);
  const corrected = basis === "corrected";
  const { regionOfDepartment, populationOf } = register();
  const region = (corrected && department !== null && regionOfDepartment.get(department)) || fileRegion;
  const population = (corrected && siren !== null ? populationOf.get(siren) : undefined) ?? filePopulation;
  const flip = corrected && region === "NC" && fileLongitude !== null;
  const channel = cell.channel(raw.merge);
  const local = cell.count(raw.nbptf);
  const national = cell.count(raw.nbdatagouv);
  // Without the column nothing says where the data sets are to be counted.
  const datasets = raw.merge === undefined ? null : localFirst(channel, local, national);
  const datagouvId = (cell.text(raw.iddatagouv) ?? "").toLowerCase();
  return {
    siren,
    name: cell.text(raw.nom) ?? "",
    type,
    region,
    department,
    local_url: cell.address(raw.urlptf),
    local_datasets: local,
    datagouv_url: cell.address(raw.urldatagouv),
    datagouv_datasets: national,
    datagouv_id: /^[0-9a-f]{24}$/.test(datagouvId) ? datagouvId : null,
    ods_id: cell.text(raw.idods),
    population,
    latitude: cell.coordinate(raw.lat, 90),
    longitude: flip ? Math.abs(fileLongitude) : fileLongitude,
    channel,
    platforms: cell.list(raw.ptf),
    technologies: [...new Set(cell.list(column(raw, ["techno"])).map(cell.technology))],
    themes: cell.list(column(raw, ["thematique"])),
    datasets,
  };
}

/** @param {Record<string, string>} raw */
function platform(raw) {
  const technology = cell.text(raw.techno);
  const bearer = cell.text(raw.porteur)?.toUpperCase() ?? null;
  const members = cell.list(column(raw, ["organisations"])).map(cell.siren);
  return {
    slug: "",
    name: cell.text(raw.nom) ?? "",
    region: cell.text(raw.regcode)?.toUpperCase() ?? null,
    type: cell.text(raw.type),
    collaboration: cell.text(raw.collab),
    url: cell.address(raw.url),
    technology: technology === null ? null : cell.technology(technology),
    bearer: bearer === "OAGT" ? "OACT" : bearer,
    theme: cell.text(column(raw, ["thematique"])),
    cluster: cell.text(raw.grappe),
    reuse_url: cell.address(raw.urlreuse),
    reuses: cell.count(raw.nbreuse),
    hosted_declared: cell.count(raw.nbstructhebergees),
    organisations: members.filter((siren) => siren !== null),
  };
}

/**
 * Address names: lowercase ASCII words of the name, numbered from the second of the same name.
 * @param {Platform[]} platforms
 */
function withSlugs(platforms) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  return platforms.map((row) => {
    const base = row.name
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replaceAll("œ", "oe")
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "");
    const times = (seen.get(base) ?? 0) + 1;
    seen.set(base, times);
    return { ...row, slug: times === 1 ? base : `${base}-${times}` };
  });
}

/**
 * Both files of an edition. `platforms` is null when the folder has no plateformes.csv.
 * @param {string} folder
 * @param {Basis} basis
 * @returns {{ headers: string[], organisations: Organisation[], platforms: Platform[] | null }} the plain headers of
 *   organisations.csv, and the rows of both files
 */
export function readEdition(folder, basis) {
  const table = (/** @type {string} */ name) => readTable(decode(readFileSync(join(folder, name))));
  const organisations = table("organisations.csv");
  for (const needed of ["siren", "nom", "type"])
    if (!organisations.headers.includes(needed)) throw new Error(`organisations.csv has no column ${needed}`);
  return {
    headers: organisations.headers,
    organisations: organisations.rows.map((raw) => organisation(raw, basis)),
    platforms: existsSync(join(folder, "plateformes.csv"))
      ? withSlugs(table("plateformes.csv").rows.map(platform))
      : null,
  };
}
