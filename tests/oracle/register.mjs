/** The register of French authorities as the oracle reads it, straight from the packages' JSON files. */
import { readFileSync } from "node:fs";

/** INSEE code of a région → code of the editions; two digits are the 18 régions, three are overseas collectivities. */
const REGION_CODES = {
  11: "IDF-11",
  24: "CVL-24",
  27: "BFC-27",
  28: "NOR-28",
  32: "HDF-32",
  44: "GES-44",
  52: "PDL-52",
  53: "BRE-53",
  75: "NAQ-75",
  76: "OCC-76",
  84: "ARA-84",
  93: "PAC-93",
  94: "COR-94",
  "01": "GP-01",
  "02": "MQ-02",
  "03": "GF-03",
  "04": "RE-04",
  "06": "YT-06",
  975: "PM",
  977: "BL",
  978: "MF",
  984: "TF",
  986: "WF",
  987: "PF",
  988: "NC",
  989: "CP",
};

/**
 * @typedef {{ siren: string | null, insee: string, region: string, department: string, population: number, in18: boolean }} Commune
 * @typedef {{ siren: string, type: string, members: Commune[], population: number, region: string, department: string }} Epci
 * @typedef {{ communes: Commune[], epci: Epci[], regions: string[], departments: string[],
 *   regionOfDepartment: Map<string, string>, populationOf: Map<string, number> }} Register
 */

/**
 * @param {string} path below node_modules
 * @returns {Record<string, any>[]}
 */
function read(path) {
  return JSON.parse(readFileSync(new URL(`../../node_modules/${path}`, import.meta.url), "utf8"));
}

const OVERSEAS = Object.values(REGION_CODES).filter((code) => !code.includes("-"));

/**
 * A known overseas collectivity that is none of the 18 régions; a code nobody knows is not.
 * @param {string | null} region
 */
export const isOverseas = (region) => region !== null && OVERSEAS.includes(region);

/** @param {string} insee */
function regionCode(insee) {
  const code = /** @type {Record<string, string>} */ (REGION_CODES)[insee];
  if (code === undefined) throw new Error(`no code for the region ${insee}`);
  return code;
}

/**
 * The value where most of the inhabitants are.
 * @param {Commune[]} members
 * @param {"region" | "department"} field
 */
function mostInhabited(members, field) {
  /** @type {Map<string, number>} */
  const sums = new Map();
  for (const m of members) sums.set(m[field], (sums.get(m[field]) ?? 0) + m.population);
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}

/** @type {Register | undefined} */
let loaded;

/**
 * The register on 1 January 2022, with the 11 EPT of Grand Paris (their members from the next year's package, their
 * population from 2022).
 * @returns {Register}
 */
export function register() {
  if (loaded) return loaded;
  const folder = "@etalab/decoupage-administratif/data";
  /** @type {Commune[]} */
  const communes = read(`${folder}/communes.json`)
    .filter((c) => c.type === "commune-actuelle")
    .map((c) => ({
      siren: c.siren ?? null,
      insee: c.code,
      region: regionCode(c.region),
      department: c.departement,
      // Only overseas collectivities without inhabitants have no figure.
      population: c.population ?? 0,
      in18: c.zone === "metro" || c.zone === "drom",
    }));
  const byInsee = new Map(communes.map((c) => [c.insee, c]));
  const groupings = [...read(`${folder}/epci.json`), ...read("decoupage-administratif-2023/data/ept.json")];
  const epci = groupings.map((e) => {
    const members = e.membres.map((/** @type {{ code: string }} */ m) => {
      const commune = byInsee.get(m.code);
      if (!commune) throw new Error(`the member ${m.code} of ${e.code} is no commune of 2022`);
      return commune;
    });
    return {
      siren: e.code,
      type: e.type === "METRO" || e.type === "MET69" ? "MET" : e.type,
      members,
      // The package's own figure; the EPT are of a later state, so theirs is counted over their communes.
      population:
        e.type === "EPT"
          ? members.reduce((/** @type {number} */ n, /** @type {Commune} */ m) => n + m.population, 0)
          : e.populationMunicipale,
      region: mostInhabited(members, "region"),
      department: mostInhabited(members, "department"),
    };
  });
  const departments = read(`${folder}/departements.json`);
  const inFrance = (/** @type {Record<string, any>} */ x) => x.zone === "metro" || x.zone === "drom";
  loaded = {
    communes,
    epci,
    regions: read(`${folder}/regions.json`)
      .filter(inFrance)
      .map((r) => regionCode(r.code)),
    departments: departments.filter(inFrance).map((d) => d.code),
    regionOfDepartment: new Map(departments.map((d) => [d.code, regionCode(d.region)])),
    populationOf: new Map(
      [...communes, ...epci].flatMap((a) => (a.siren === null ? [] : [[a.siren, a.population]])),
    ),
  };
  return loaded;
}
