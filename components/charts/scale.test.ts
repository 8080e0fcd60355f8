import { expect, it } from "vitest";
import { axisTop, byMonth, largest, spread, yearPlaces } from "./scale";
import type { ChartRow } from "./types";

const row = (key: string, total: number | null): ChartRow => ({
  key,
  label: key,
  note: null,
  notes: null,
  total,
});

it("tops an axis with the first round number that holds the value", () => {
  expect([868, 1000, 1062, 1601, 0.667, 7, 0].map(axisTop)).toEqual([1000, 1000, 1200, 2000, 0.8, 8, 1]);
});

it("takes the largest known value, and unknown for no number", () => {
  expect(largest([row("2020-01", 3), row("2020-02", null)], ["total"])).toBe(3);
  expect(largest([row("2020-01", null)], ["total"])).toBe(0);
});

it("gives every month its width, the nearest census, and the straight line between two", () => {
  const months = byMonth([row("2020-03", 40), row("2019-12", 10), row("2020-05", null)], ["total"]);
  expect(months.map(({ nearest }) => nearest.key)).toEqual([
    "2019-12",
    "2019-12",
    "2020-03",
    "2020-03",
    "2020-03",
    "2020-05",
  ]);
  expect(months.map(({ drawn }) => drawn[0])).toEqual([10, 20, 30, 40, null, null]);
  expect(byMonth([], ["total"])).toEqual([]);
});

it("puts years at their January", () => {
  // October 2016 to December 2022 is 74 months; January 2017 comes after 3 of them, January 2022 after 63.
  const places = yearPlaces([row("2016-10", 1), row("2022-12", 2)]);
  expect(places.map(({ year }) => year)).toEqual([2017, 2018, 2019, 2020, 2021, 2022]);
  expect(places[0]?.place).toBeCloseTo(3 / 74);
  expect(places[5]?.place).toBeCloseTo(63 / 74);
  expect(yearPlaces([row("2020-01", 1)])).toEqual([]);
});

it("keeps labels apart and inside", () => {
  expect(spread([10, 50], 18, 300)).toEqual([10, 50]);
  expect(spread([290, 280, 10], 18, 300)).toEqual([298, 280, 10]);
  expect(spread([300, 295], 18, 300)).toEqual([300, 282]);
});
