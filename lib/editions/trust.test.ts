import { expect, test } from "vitest";
import { AXES, ENTRY, pointsOf, weigh, WEIGHTS } from "./trust";

test("the catalogue entry's evidence gives its points and 67.7", () => {
  expect(pointsOf(ENTRY)).toEqual({
    officialness: 50,
    availability: 100,
    metadata: 46,
    licence: 100,
    agents: 40,
  });
  // 12.5 + 25 + 9.2 + 15 + 6
  expect(weigh(pointsOf(ENTRY))).toBe(67.7);
});

test("weights are the whole", () => {
  expect(AXES.reduce((sum, axis) => sum + WEIGHTS[axis], 0)).toBe(100);
  const all = (points: number) => ({
    officialness: points,
    availability: points,
    metadata: points,
    licence: points,
    agents: points,
  });
  expect([weigh(all(0)), weigh(all(50)), weigh(all(100))]).toEqual([0, 50, 100]);
});

test.each([
  ["a public publisher", { publicSector: true }, 80.2],
  ["a file that can't be read any more", { verified: false }, 42.7],
  ["all thirteen fields", { fields: 13 }, 78.5],
  ["a licence in its own words", { licence: "stated" as const }, 60.2],
  ["no licence", { licence: "none" as const }, 52.7],
  ["one file", { distributions: 1 }, 67],
  ["ten files", { distributions: 10 }, 67.7],
  ["a schema, an API and examples", { schema: true, api: true, examples: true }, 76.7],
])("%s moves the score by its axis's weight", (_what, changed, score) => {
  expect(weigh(pointsOf({ ...ENTRY, ...changed }))).toBe(score);
});
