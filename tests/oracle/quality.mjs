/** Faults of an edition's files counted a second time, from the cells themselves. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as cell from "./cells.mjs";
import { decode, readTable } from "./csv.mjs";
import { register } from "./register.mjs";
import { AUTHORITY_TYPES, readEdition } from "./rows.mjs";

/** @param {string} digits */
function luhn(digits) {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const twice = Number(digit) * (i % 2 === 1 ? 2 : 1);
    return total + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return sum % 10 === 0;
}

/**
 * Number of remarks of some kinds, by the names of the application's catalogue.
 * @param {string} folder
 * @returns {Record<string, number>}
 */
export function countFaults(folder) {
  const file = readEdition(folder, "file").organisations;
  const corrected = readEdition(folder, "corrected").organisations;
  const differing = (/** @type {"region" | "population" | "longitude"} */ key) =>
    file.filter((row, i) => row[key] !== corrected[i]?.[key]).length;
  const tables = ["organisations.csv", "plateformes.csv"]
    .filter((name) => existsSync(join(folder, name)))
    .map((name) => readTable(decode(readFileSync(join(folder, name)))));
  const [organisations] = tables;
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row)));
  const addresses = tables.flatMap(({ rows }) =>
    rows.flatMap((row) =>
      ["urlptf", "urldatagouv", "url", "urlreuse", "urlforumdodo", "contact"].map((name) => row[name] ?? ""),
    ),
  );
  const sirens = file.map((row) => row.siren).filter((siren) => siren !== null);
  const { communes, epci } = register();
  const departmentOf = new Map(communes.map((commune) => [commune.siren, commune.department]));
  const counts = (/** @type {string[]} */ names) =>
    (organisations?.rows ?? []).flatMap((row) => names.map((name) => ({ row, value: row[name] ?? "" })));
  const named = (/** @type {string} */ name, /** @type {string | null} */ channel) =>
    channel === "both" || channel === (name === "nbptf" ? "ptf" : "datagouv");
  const known = new Set([...communes.map((commune) => commune.siren), ...epci.map((one) => one.siren)]);
  return {
    region_from_department: differing("region"),
    population_from_register: differing("population"),
    longitude_sign: differing("longitude"),
    siren_duplicate: sirens.length - new Set(sirens).size,
    siren_checksum: sirens.filter((siren) => !luhn(siren)).length,
    department_differs: file.filter(
      ({ siren, department }) =>
        siren !== null &&
        department !== null &&
        departmentOf.has(siren) &&
        departmentOf.get(siren) !== department,
    ).length,
    siren_not_in_register: corrected.filter(
      ({ siren, type, region }) =>
        siren !== null &&
        !known.has(siren) &&
        ["COM", "CC", "CA", "CU", "MET", "EPT"].includes(type ?? "") &&
        !["NC", "PF", "WF", "PM", "BL", "MF", "TF", "CP"].includes(region ?? ""),
    ).length,
    population_of_associated: file.filter(
      ({ type, population }) => type !== null && !AUTHORITY_TYPES.includes(type) && population !== null,
    ).length,
    zero_datasets: counts(["nbptf", "nbdatagouv"]).filter(({ value }) => cell.count(value) === 0).length,
    count_missing: ["nbptf", "nbdatagouv"].flatMap((name) =>
      counts([name]).filter(({ row, value }) => value.trim() === "" && named(name, cell.channel(row.merge))),
    ).length,
    address_insecure: addresses.filter((value) => /^\s*http:\/\//i.test(value)).length,
    email_removed: cells.filter((value) =>
      /[^\s/:]\s?(@|\(at\)|\[at\])\s?[\p{L}\d-]+(\.[\p{L}\d-]+)*\.\p{L}{2,}/u.test(value),
    ).length,
  };
}

/**
 * Organisations that appeared, disappeared or changed from one folder to another, by SIREN.
 * @param {string} before
 * @param {string} after
 */
export function countChanges(before, after) {
  const bySiren = (/** @type {string} */ folder) => {
    const { headers, organisations } = readEdition(folder, "file");
    const map = new Map();
    for (const row of organisations) if (row.siren !== null && !map.has(row.siren)) map.set(row.siren, row);
    return { map, headers };
  };
  const [old, now] = [bySiren(before), bySiren(after)];
  const both = [...now.map].filter(([siren]) => old.map.has(siren));
  const comparable = (/** @type {string} */ header) =>
    old.headers.includes(header) && now.headers.includes(header);
  const changed = (/** @type {string} */ key, /** @type {string} */ header) =>
    comparable(header)
      ? both.filter(([siren, row]) => {
          const written = (/** @type {any} */ value) => [value ?? ""].flat().toSorted().join("|");
          return written(row[key]) !== written(old.map.get(siren)[key]);
        }).length
      : 0;
  return {
    appeared: now.map.size - both.length,
    disappeared: old.map.size - both.length,
    type: changed("type", "type"),
    channel: changed("channel", "merge"),
    platform: changed("platforms", "ptf"),
  };
}
