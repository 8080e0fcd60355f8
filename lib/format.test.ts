import { expect, it } from "vitest";
import { compareText, formatDate, formatMonth, formatNumber, formatPercent, formatSiren } from "./format";

it("writes numbers as each language does", () => {
  expect(formatNumber("fr", 67_418_672)).toBe("67\u202f418\u202f672");
  expect(formatNumber("en", 67_418_672)).toBe("67,418,672");
  expect(formatNumber("fr", 48.1339, 4)).toBe("48,1339");
  expect(formatNumber("fr", 0)).toBe("0");
});

it("writes a ratio with one decimal and the space French asks for", () => {
  expect(formatPercent("fr", 547 / 4604)).toBe("11,9\u00a0%");
  expect(formatPercent("en", 547 / 4604)).toBe("11.9%");
  expect(formatPercent("fr", 1)).toBe("100,0\u00a0%");
});

it("writes dates in words, whatever the machine's clock zone", () => {
  expect(formatDate("fr", "2022-12-31")).toBe("31 décembre 2022");
  expect(formatDate("en", "2022-12-31")).toBe("31 December 2022");
  expect(formatMonth("fr", "2016-10")).toBe("oct. 2016");
});

it("groups a SIREN and leaves anything else alone", () => {
  expect(formatSiren("213500010")).toBe("213\u00a0500\u00a0010");
  expect(formatSiren("inconnu")).toBe("inconnu");
});

it("orders as a dictionary", () => {
  expect(["Évry", "Eu", "Étampes"].toSorted((a, b) => compareText("fr", a, b))).toEqual([
    "Étampes",
    "Eu",
    "Évry",
  ]);
});
