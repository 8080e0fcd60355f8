/** Population coverage and the tables by territory. */
import { sumKnown } from "./counts.mjs";
import { isBound, isEpci, ratio, total } from "./rates.mjs";
import { register } from "./register.mjs";
import { AUTHORITY_TYPES, isAuthority } from "./rows.mjs";

/** @typedef {import("./rows.mjs").Organisation} Organisation */

/**
 * Communes of the 18 régions that are open or members of an open EPCI, by SIREN.
 * @param {Organisation[]} rows
 */
function coveredCommunes(rows) {
  const { communes, epci } = register();
  const open = new Set(rows.filter((r) => r.type === "COM").map((r) => r.siren));
  const openEpci = new Set(rows.filter(isEpci).map((r) => r.siren));
  const members = new Set(epci.filter((e) => openEpci.has(e.siren)).flatMap((e) => e.members));
  return communes.filter((c) => c.in18 && ((c.siren !== null && open.has(c.siren)) || members.has(c)));
}

const inhabitants = (/** @type {{ population: number }[]} */ list) => total(list.map((c) => c.population));

/** @param {Organisation[]} rows */
export function populationCoverage(rows) {
  const covered = coveredCommunes(rows);
  const { regions, communes } = register();
  const french = communes.filter((c) => c.in18);
  const numerator = inhabitants(covered);
  const denominator = inhabitants(french);
  const lines = regions.map((key) => {
    const population_covered = inhabitants(covered.filter((c) => c.region === key));
    const population = inhabitants(french.filter((c) => c.region === key));
    return { key, population_covered, population, rate: ratio(population_covered, population) };
  });
  return { value: ratio(numerator, denominator), numerator, denominator, rows: lines };
}

/**
 * by-region or by-department. A territory outside the register's 18 régions has no bound authority to be compared
 * with: its rate and populations are null.
 * @param {Organisation[]} rows
 * @param {"region" | "department"} field
 */
export function byTerritory(rows, field) {
  const { regions, departments, communes, epci } = register();
  const known = field === "region" ? regions : departments;
  const covered = coveredCommunes(rows);
  const keys = [...new Set([...known, ...rows.map((r) => r[field] ?? "none")])];
  const lines = keys.map((key) => {
    const here = rows.filter((r) => (r[field] ?? "none") === key);
    const inhabited = communes.filter((c) => c.in18 && c[field] === key);
    const french = known.includes(key);
    // The register places a région in no département: it is in the total of its region's line alone.
    const ownLines = field === "region" ? 1 + departmentsOf(key).length : 1;
    const groupings = epci.filter((e) => e[field] === key).length;
    const bound = french ? inhabited.filter((c) => c.population >= 3500).length + groupings + ownLines : 0;
    const open = here.filter((r) => isBound(r) && (field === "region" || r.type !== "REG")).length;
    return {
      key,
      actors: here.length,
      open_authorities: here.filter(isAuthority).length,
      open,
      total: bound,
      rate: ratio(open, bound),
      datasets: sumKnown(here.map((r) => r.datasets)),
      population_covered: french ? inhabitants(covered.filter((c) => c[field] === key)) : null,
      population: french ? inhabitants(inhabited) : null,
    };
  });
  return { rows: lines };
}

/** @param {string} region */
function departmentsOf(region) {
  const { departments, regionOfDepartment } = register();
  return departments.filter((d) => regionOfDepartment.get(d) === region);
}

/** @param {Organisation[]} rows */
export function regionMatrix(rows) {
  const open = rows.filter(isAuthority);
  const keys = [...new Set([...register().regions, ...open.map((r) => r.region ?? "none")])];
  const lines = keys.map((key) => {
    const here = open.filter((r) => (r.region ?? "none") === key);
    const communes = here.filter((r) => r.type === "COM" && r.population !== null);
    const small = communes.filter((r) => Number(r.population) < 3500).length;
    const others = AUTHORITY_TYPES.filter((type) => type !== "COM");
    return {
      key,
      "COM-0-3500": small,
      "COM-3500-": communes.length - small,
      ...Object.fromEntries(others.map((type) => [type, here.filter((r) => r.type === type).length])),
      total: here.length,
    };
  });
  return { value: open.length, rows: lines };
}
