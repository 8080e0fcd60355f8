/** Denominators of both reference sets, and the published history. */
import { sizeBand } from "./cells.mjs";
import { register } from "./register.mjs";

export const BANDS = [
  "3500-5000",
  "5000-10000",
  "10000-20000",
  "20000-50000",
  "50000-80000",
  "80000-100000",
  "100000-",
];

/** @typedef {{ byType: Record<string, number>, bySize: Record<string, number>, openingRate: Record<string, number> }} Reference */

/** Published totals of the workbook of April 2021; 4 EPCI below 3,500 inhabitants are out of the opening rate's total. */
const REFERENCE_2021 = {
  byType: {
    "COM-0-3500": 31826,
    "COM-3500-100000": 3100,
    "EPCI-0-100000": 1223,
    "COM+EPCI-100000-": 42 + 127,
    DEP: 101,
    REG: 15,
    MET: 22,
    CU: 14,
    CA: 222,
    CC: 997,
    EPT: 12,
  },
  bySize: {
    "3500-5000": 961,
    "5000-10000": 1175,
    "10000-20000": 538,
    "20000-50000": 338,
    "50000-80000": 72,
    "80000-100000": 16,
    "100000-": 42,
  },
  openingRate: {
    "COM-3500-100000": 3100,
    "EPCI-0-100000": 1219,
    "COM+EPCI-100000-": 169,
    DEP: 101,
    REG: 15,
  },
};

/**
 * @param {"2022" | "2021"} name
 * @returns {Reference}
 */
export function reference(name) {
  if (name === "2021") return REFERENCE_2021;
  const { communes, epci, departments, regions } = register();
  const french = communes.filter((c) => c.in18);
  const between = (
    /** @type {{ population: number }[]} */ all,
    /** @type {number} */ from,
    /** @type {number} */ to,
  ) => all.filter((a) => a.population >= from && a.population < to).length;
  const ofType = (/** @type {string} */ type) => epci.filter((e) => e.type === type).length;
  const bound = {
    "COM-3500-100000": between(french, 3500, 100000),
    "EPCI-0-100000": between(epci, 0, 100000),
    "COM+EPCI-100000-": between([...french, ...epci], 100000, Infinity),
    DEP: departments.length,
    REG: regions.length,
  };
  return {
    byType: {
      "COM-0-3500": between(french, 0, 3500),
      ...bound,
      ...Object.fromEntries(["MET", "CU", "CA", "CC", "EPT"].map((type) => [type, ofType(type)])),
    },
    bySize: Object.fromEntries(
      BANDS.map((band) => [band, french.filter((c) => sizeBand(c.population) === band).length]),
    ),
    openingRate: bound,
  };
}

/** Open authorities at each census as published: communes, EPCI, départements, régions, total. */
export const HISTORY = [
  ["2016-10", 47, 29, 15, 10, 101],
  ["2017-03", 69, 40, 23, 10, 142],
  ["2017-10", 110, 54, 26, 10, 200],
  ["2018-03", 150, 68, 29, 10, 257],
  ["2018-10", 200, 85, 46, 12, 343],
  ["2019-03", 220, 104, 47, 12, 383],
  ["2019-10", 267, 131, 49, 12, 459],
  ["2020-06", 279, 135, 53, 12, 479],
  ["2020-10", 351, 162, 61, 15, 589],
  ["2021-04", 351, 167, 61, 15, 594],
  ["2022-12", null, null, null, null, 868],
].map(([key, communes, epci, departments, regions, total]) => ({
  key,
  communes,
  epci,
  departments,
  regions,
  total,
}));
