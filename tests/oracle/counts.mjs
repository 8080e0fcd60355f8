/** Indicators that count rows under keys, and the numbers of data sets. */
import { DATASET_CLASSES, datasetsClass } from "./cells.mjs";
import { EPCI_TYPES, isAuthority } from "./rows.mjs";

/**
 * @typedef {import("./rows.mjs").Organisation} Organisation
 * @typedef {import("./rows.mjs").Platform} Platform
 */

/** @param {(number | null)[]} values */
const known = (values) => values.filter((value) => value !== null);

/**
 * Sum of the known values; null when there are values and none is known.
 * @param {(number | null)[]} values
 */
export function sumKnown(values) {
  const some = known(values);
  return some.length === 0 && values.length > 0 ? null : some.reduce((a, b) => a + b, 0);
}

/**
 * Number of rows under each key; `first` keys are there even when nobody is under them.
 * @param {(string | null)[]} keys null counts as `none`
 * @param {string[]} first
 */
function tally(keys, first = []) {
  /** @type {Map<string, number>} */
  const counts = new Map(first.map((key) => [key, 0]));
  for (const key of keys) counts.set(key ?? "none", (counts.get(key ?? "none") ?? 0) + 1);
  return [...counts].map(([key, value]) => ({ key, value }));
}

/** @param {Organisation[]} rows */
export function organisationCounts(rows) {
  const authorities = rows.filter(isAuthority).length;
  const family = (/** @type {Organisation} */ r) =>
    r.type !== null && EPCI_TYPES.includes(r.type) ? "EPCI" : r.type;
  const firstTechnology = tally(rows.map((r) => r.technologies[0] ?? null));
  const listing = (/** @type {string} */ key) =>
    rows.filter((r) => (key === "none" ? r.technologies.length === 0 : r.technologies.includes(key))).length;
  // A technology that is never first is still used.
  const technologies = [
    ...new Set([...firstTechnology.map((t) => t.key), ...rows.flatMap((r) => r.technologies)]),
  ];
  const themes = [...new Set(rows.flatMap((r) => r.themes))];
  const named = (/** @type {string} */ key, /** @type {Organisation[]} */ among) =>
    among.filter((r) => (key === "none" ? r.themes.length === 0 : r.themes.includes(key))).length;
  const collectivites = rows.filter(isAuthority);
  return {
    actors: { value: rows.length, rows: [] },
    "open-authorities": { value: authorities, rows: [] },
    "associated-actors": { value: rows.length - authorities, rows: [] },
    ecosystem: {
      value: rows.length,
      rows: tally(rows.map(family), ["COM", "EPCI", "DEP", "REG", "AGCT", "OACT", "DSPT", "SDE"]),
    },
    "organisations-by-technology": {
      value: rows.length,
      rows: technologies.map((key) => ({
        key,
        value: firstTechnology.find((t) => t.key === key)?.value ?? 0,
        used: listing(key),
      })),
    },
    "publication-channels": {
      value: rows.length,
      rows: tally(
        rows.map((r) => r.channel),
        ["ptf", "datagouv", "both", "none"],
      ),
    },
    themes: {
      value: rows.filter((r) => r.themes.length > 0).length,
      rows: [...themes, "none"].map((key) => ({
        key,
        value: named(key, rows),
        authorities: named(key, collectivites),
      })),
    },
  };
}

/** @param {Organisation[]} rows */
export function datasetCounts(rows) {
  const both = rows.map((r) => known([r.local_datasets, r.datagouv_datasets]));
  const line = (/** @type {string} */ key, /** @type {(number | null)[]} */ values) => ({
    key,
    value: sumKnown(values),
    unknown: values.length - known(values).length,
  });
  const first = rows.map((r) => r.datasets);
  const lines = [
    line("local-first", first),
    line(
      "larger",
      both.map((pair) => (pair.length === 0 ? null : Math.max(...pair))),
    ),
    line(
      "sum",
      both.map((pair) => (pair.length === 0 ? null : sumKnown(pair))),
    ),
  ];
  /** @type {Map<string, number>} */
  const byTechnology = new Map();
  const add = (/** @type {string} */ key, /** @type {number | null} */ n) => {
    if (n !== null) byTechnology.set(key, (byTechnology.get(key) ?? 0) + n);
  };
  for (const r of rows) {
    add(r.technologies.find((t) => t !== "DataGouv") ?? r.technologies[0] ?? "none", r.local_datasets);
    add("DataGouv", r.datagouv_datasets);
  }
  const sorted = known(first).sort((a, b) => a - b);
  const half = sorted.length / 2;
  const middle = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  const oneOrTwo = sorted.filter((n) => n === 1 || n === 2).length;
  return {
    datasets: { value: lines[0]?.value ?? null, rows: lines },
    "datasets-by-technology": {
      value: sumKnown([...byTechnology.values()]),
      rows: [...byTechnology].map(([key, value]) => ({ key, value })),
    },
    "datasets-distribution": {
      value: rows.length,
      median: sorted.length === 0 ? null : (Number(middle[0]) + Number(middle[1])) / 2,
      share_one_or_two: sorted.length === 0 ? null : oneOrTwo / sorted.length,
      rows: tally(
        rows.map((r) => datasetsClass(r.datasets)),
        [...DATASET_CLASSES, "none"],
      ),
    },
  };
}

/** @param {Platform[] | null} platforms null: the edition has no such file, and nothing can be told */
export function platformCounts(platforms) {
  const by = (/** @type {(p: Platform) => string | null} */ field, /** @type {string[]} */ first = []) => ({
    value: platforms?.length ?? null,
    rows: platforms === null ? [] : tally(platforms.map(field), first),
  });
  const governance = by((p) => p.collaboration, ["Dédié", "Partagé", "Mutualisé", "Partenarial"]);
  const dedicated = governance.rows.filter((line) => line.key === "Dédié" || line.key === "Partagé");
  return {
    platforms: { value: platforms?.length ?? null, rows: [] },
    "platforms-by-type": by((p) => p.type),
    "platforms-by-technology": by((p) => p.technology),
    governance: { ...governance, value: platforms && sumKnown(dedicated.map((line) => line.value)) },
  };
}
