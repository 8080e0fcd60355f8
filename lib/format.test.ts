import { expect, it } from "vitest";
import {
  compareText,
  formatDate,
  formatDifference,
  formatMoment,
  formatMonth,
  formatNumber,
  formatPercent,
  formatSiren,
  momentInParis,
  parisClock,
} from "./format";

it("writes numbers as each language does", () => {
  expect(formatNumber("fr", 67_418_672)).toBe("67\u202f418\u202f672");
  expect(formatNumber("en", 67_418_672)).toBe("67,418,672");
  expect(formatNumber("fr", 48.1339, 4)).toBe("48,1339");
  expect(formatNumber("fr", 0)).toBe("0");
});

it("writes a difference with a true minus, and no sign where it rounds to nought", () => {
  expect(formatDifference("fr", -1343)).toBe("−1\u202f343");
  expect(formatDifference("fr", 0.024, 2)).toBe("+0,02");
  expect(formatDifference("en", -0.004, 2)).toBe("0");
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

it("writes moments by the clocks of Paris, and reads them", () => {
  expect(formatMoment("fr", "2022-12-31T23:05:00.000Z")).toBe("1 janvier 2023 à 00\u00a0h\u00a005");
  expect(formatMoment("en", "2022-07-01T12:05:00.000Z")).toBe("1 July 2022 at 14:05");
  expect(parisClock("2022-12-31T23:05:59.000Z")).toBe("2023-01-01T00:05");
  expect(momentInParis("2023-01-01T00:05")).toBe("2022-12-31T23:05:00.000Z");
  expect(momentInParis("2022-07-01T14:05")).toBe("2022-07-01T12:05:00.000Z");
  // 26 March 2023: from 2 to 3 o'clock there was none. 29 October: from 2 to 3 twice.
  expect(momentInParis("2023-03-26T02:30")).toBeUndefined();
  expect(momentInParis("2023-03-26T03:00")).toBe("2023-03-26T01:00:00.000Z");
  expect(momentInParis("2023-10-29T02:30")).toBe("2023-10-29T00:30:00.000Z");
  for (const none of ["", "demain", "2023-02-30T10:00", "2023-01-01", "2023-13-01T00:00"])
    expect(momentInParis(none), none).toBeUndefined();
});
