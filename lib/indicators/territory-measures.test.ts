import { describe, expect, it } from "vitest";
import { medianOf, peersOf, sortTerritories, together, type Territory } from "./territory-measures";

const territory = (key: string, measures: Partial<Territory>): Territory => ({
  key,
  label: { fr: key, en: key },
  ...{ actors: 0, open_authorities: 0, open: 0, total: 0, rate: null, datasets: null },
  ...{ population_covered: null, population: null, population_share: null },
  ...measures,
});
const byKey = (a: Territory, b: Territory) => (a.key < b.key ? -1 : 1);
const keys = (all: Territory[]) => all.map(({ key }) => key).join("");

describe("measures of territories", () => {
  it("have the middle of what is known", () => {
    expect(medianOf([5, 1, null, 3])).toBe(3);
    expect(medianOf([1, 2, 3, 10])).toBe(2.5);
    expect(medianOf([null])).toBeNull();
    expect(medianOf([])).toBeNull();
  });

  it("compare with the nearest in population, by ratio, never with itself nor with the unknown", () => {
    const all = [100, 200, 45, 900, 10, 110, 400].map((population, index) =>
      territory("abcdefg"[index]!, { population }),
    );
    // Ratios to a: f 1.1, b 2, c 2.22, g 4, d 9, e 10: five are kept.
    expect(keys(peersOf([...all, territory("z", {})], "a"))).toBe("fbcgd");
    expect(peersOf(all, "none")).toEqual([]);
    expect(peersOf([...all, territory("z", {})], "z")).toEqual([]);
  });

  it("add up, a rate over those alone that have a denominator", () => {
    const all = together([
      territory("a", { actors: 5, open: 2, total: 10, datasets: 7, population: 100, population_covered: 40 }),
      territory("b", {
        actors: 3,
        open: 1,
        total: 20,
        datasets: null,
        population: 300,
        population_covered: 60,
      }),
      territory("nc", { actors: 4, open: 3, total: 0, datasets: 9 }),
    ]);
    expect(all).toMatchObject({
      actors: 12,
      open: 3,
      total: 30,
      rate: 0.1,
      datasets: 16,
      population_share: 0.25,
    });
  });

  it("sort by a measure or by name, the unknown last either way", () => {
    const all = [
      territory("b", { rate: 0.2 }),
      territory("a", {}),
      territory("d", { rate: 0.1 }),
      territory("c", { rate: 0.2 }),
    ];
    expect(keys(sortTerritories(all, "-rate", byKey))).toBe("bcda");
    expect(keys(sortTerritories(all, "rate", byKey))).toBe("dbca");
    expect(keys(sortTerritories(all, "-name", byKey))).toBe("dcba");
  });
});
