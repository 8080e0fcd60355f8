import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BASES } from "@/lib/codes/types";
import { indicators } from "@/lib/indicators";
import { organisations } from "@/lib/queries/organisations";
import { EDITIONS, loadedEditions } from "@/tests/support/editions";
import { computeOracle, filterOrganisations } from "./oracle.mjs";

/** Every figure of the engine against those of a separate program over the same files, for both bases. */

/** Random questions on each basis of each edition: 500 make the 2,000 of a long run (`QUESTIONS=500`). */
const QUESTIONS = Number(process.env.QUESTIONS ?? 50);

type Line = Record<string, unknown> & { key: string };
const MEASURES_IGNORED = new Set(["label", "rows_link", "origin"]);

/** Ratios may differ in their last binary digit, nothing else may. */
function expectSame(actual: unknown, expected: unknown, place: string) {
  if (typeof expected === "number" && !Number.isInteger(expected))
    expect(actual, place).toBeCloseTo(expected, 10);
  else expect(actual ?? null, place).toEqual(expected ?? null);
}

describe.each(EDITIONS)("edition %s", (id) => {
  const { contextOf, folderOf } = loadedEditions();

  describe.each(BASES)("basis %s", (basis) => {
    it.each(indicators.map((indicator) => indicator.id))("%s", async (indicatorId) => {
      const oracle = computeOracle({ folder: folderOf(id), basis });
      const expected = oracle.indicators[indicatorId];
      const indicator = indicators.find((one) => one.id === indicatorId);
      if (!indicator || !expected) throw new Error(`${indicatorId} is not in both programs`);
      const result = await indicator.compute(contextOf(id, basis));

      if (id === "demo" && indicatorId === "population-coverage") return expect(result.value).toBeNull();
      for (const part of ["value", "numerator", "denominator", "median", "share_one_or_two"] as const)
        if (expected[part] !== undefined && indicatorId !== "datasets-distribution")
          expectSame(result[part], expected[part], `${indicatorId}.${part}`);
      if (indicatorId === "datasets-distribution")
        for (const part of ["median", "share_one_or_two"] as const)
          expectSame(result[part], expected[part], `${indicatorId}.${part}`);

      const rows = result.rows.filter(
        (row) => indicatorId !== "history" || row.origin === "published",
      ) as unknown as Line[];
      const lines = expected.rows as Line[];
      const counts = (line: Line) =>
        Object.values(line).some((value) => typeof value === "number" && value !== 0);
      const keysOf = (all: Line[]) =>
        all
          .filter((line) => line.key !== "none" || counts(line))
          .map((line) => line.key)
          .toSorted();
      if (lines.length > 0) expect(keysOf(rows)).toEqual(keysOf(lines));
      for (const line of lines) {
        const row = rows.find((one) => one.key === line.key);
        for (const [measure, value] of Object.entries(line))
          if (row && !MEASURES_IGNORED.has(measure))
            expectSame(row[measure], value, `${indicatorId}/${line.key}.${measure}`);
      }
    });

    const title = `rows, total and facet counts agree with a plain filter, for ${QUESTIONS} random combinations`;
    it(title, { timeout: 60_000 + QUESTIONS * 1_000 }, async () => {
      const context = contextOf(id, basis);
      const rows = computeOracle({ folder: folderOf(id), basis }).organisations as (Record<
        string,
        unknown
      > & {
        siren: string | null;
      })[];
      const nothing = { filters: {}, q: null, sort: [] };
      const names = Object.keys(organisations.filters) as (keyof typeof organisations.filters)[];
      const all = await organisations.facets(context, nothing, names, "result");
      const choices = names.map((name) => all[name].map((one) => one.value));
      const anyFilters = fc
        .tuple(
          ...names.map((_, index) =>
            fc.option(
              fc.uniqueArray(fc.constantFrom(...(choices[index] ?? [])), { minLength: 1, maxLength: 3 }),
              { freq: 3, nil: [] },
            ),
          ),
        )
        .map((values) => Object.fromEntries(names.map((name, index) => [name, values[index] ?? []])));
      await fc.assert(
        fc.asyncProperty(
          anyFilters,
          fc.constantFrom(null, null, "ville", "st", "communauté de"),
          async (filters, q) => {
            const request = { filters, q, sort: ["-population", "name"] };
            const expected = filterOrganisations(rows as never, { ...filters, ...(q && { q }) } as never);
            const { rows: page, total } = await organisations.page(context, request, 1, 500);
            expect(total).toBe(expected.length);
            expect(page).toHaveLength(Math.min(500, expected.length));
            const { type: types } = await organisations.facets(context, request, ["type"], "result");
            expect(types.reduce((sum, one) => sum + one.count, 0)).toBe(expected.length);
            // Each choice gives as many rows as it says, when it takes the place of what is chosen there.
            const offered = await organisations.facets(context, request, names, "choices");
            for (const name of names)
              for (const { value, count } of offered[name].slice(0, 3)) {
                const instead = { ...filters, [name]: [value], ...(q && { q }) } as never;
                expect(filterOrganisations(rows as never, instead), `${name}=${value}`).toHaveLength(count);
              }
            const sirens = (list: { siren: string | null }[]) =>
              list.map((row) => row.siren ?? "").toSorted();
            if (expected.length <= 500) expect(sirens(page)).toEqual(sirens(expected as never));
          },
        ),
        { numRuns: QUESTIONS, seed: 2022 },
      );
    });
  });
});
