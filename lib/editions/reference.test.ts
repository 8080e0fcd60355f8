import { expect, test } from "vitest";
import {
  OPENING_RATE_TOTAL_2021,
  denominators2021,
  publishedFigures,
  publishedHistory,
  type Denominator2021,
} from "./reference";

const totals = (indicator: Denominator2021["indicator"]) =>
  Object.fromEntries(denominators2021.filter((d) => d.indicator === indicator).map((d) => [d.key, d.total]));
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

test("the parts of each published census add up to its total, which never falls", () => {
  for (const { month, communes, epci, departments, regions, total } of publishedHistory) {
    const parts = [communes, epci, departments, regions];
    if (month === "2022-12") expect(parts).toEqual([null, null, null, null]);
    else expect(sum(parts.map((part) => part ?? NaN))).toBe(total);
  }
  const months = publishedHistory.map(({ month }) => month);
  expect(months).toEqual([...new Set(months)].sort());
  expect(publishedHistory.map(({ total }) => total)).toEqual([
    101, 142, 200, 257, 343, 383, 459, 479, 589, 594, 868,
  ]);
});

test("the 2021 denominators add up to the 4,604 bound authorities of the workbook", () => {
  expect(sum(Object.values(totals("opening-rate")))).toBe(4_604);
  expect(OPENING_RATE_TOTAL_2021).toBe(4_604);
  expect(totals("opening-rate")["EPCI-0-100000"]).toBe(1_219);
});

test("the bands of the 2021 communes add up to their class", () => {
  const { "100000-": large, ...bands } = totals("by-size");
  expect(sum(Object.values(bands))).toBe(totals("by-type")["COM-3500-100000"]);
  expect(large).toBe(42);
  expect(totals("by-type")["COM+EPCI-100000-"]).toBe(169);
});

test("the published figures of 2022 are those of the report, in both languages", () => {
  const values = (id: string) => publishedFigures.filter((f) => f.indicator === id).map((f) => f.value);
  expect(values("actors")).toEqual([1_062, 168]);
  expect(values("open-authorities")).toEqual([868]);
  expect(values("associated-actors")).toEqual([194]);
  expect(values("open-authorities")[0]! + values("associated-actors")[0]!).toBe(values("actors")[0]);
  expect([values("opening-rate"), values("population-coverage")]).toEqual([[0.16], [0.6]]);
  expect([values("publication-channels"), values("governance")]).toEqual([[0.55], [0.72, 0.25]]);
  // French numbers take a narrow no-break space, never a plain one a line could break at.
  for (const { text } of publishedFigures) expect(text.fr).not.toMatch(/\d [\d%]/);
});
