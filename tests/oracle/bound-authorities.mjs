/** Bound authorities worked out from the packages' files and the edition's rows, with nothing of the application. */
import { register } from "./register.mjs";
import { isAuthority } from "./rows.mjs";

/** @typedef {import("./rows.mjs").Organisation} Organisation */
/** @typedef {{ id: string, type: string, region: string, department: string | null, population: number, open: boolean }} Bound */

/**
 * Communes of 3,500 inhabitants and more, every EPCI, département and région of the 18 régions. `open` compares a
 * commune or an EPCI by its SIREN, a département or a région by its place.
 * @param {Organisation[]} rows
 * @returns {Bound[]}
 */
export function boundAuthorities(rows) {
  const { communes, epci, regions, departments, regionOfDepartment } = register();
  const open = rows.filter(isAuthority);
  const sirens = new Set(open.map((row) => row.siren));
  const inhabitants = (/** @type {(c: import("./register.mjs").Commune) => boolean} */ keep) =>
    communes.filter(keep).reduce((sum, commune) => sum + commune.population, 0);
  return [
    ...communes
      .filter((commune) => commune.in18 && commune.population >= 3500)
      .map(({ siren, insee, region, department, population }) => ({
        ...{ id: siren ?? insee, type: "COM", region, department, population },
        open: siren !== null && sirens.has(siren),
      })),
    ...epci.map(({ siren, type, region, department, population }) => ({
      ...{ id: siren, type, region, department, population },
      open: sirens.has(siren),
    })),
    ...departments.map((code) => ({
      ...{ id: code, type: "DEP", region: regionOfDepartment.get(code) ?? "", department: code },
      population: inhabitants((commune) => commune.department === code),
      open: open.some((row) => row.type === "DEP" && row.department === code),
    })),
    ...regions.map((code) => ({
      ...{ id: code, type: "REG", region: code, department: null },
      population: inhabitants((commune) => commune.region === code),
      open: open.some((row) => row.type === "REG" && row.region === code),
    })),
  ];
}
