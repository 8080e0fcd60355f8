import { describe, expect, it } from "vitest";
import { BASES } from "@/lib/codes/types";
import type { List } from "@/lib/engine/list";
import { indicators } from "@/lib/indicators";
import type { RowsLink } from "@/lib/indicators/types";
import { organisations } from "@/lib/queries/organisations";
import { platforms } from "@/lib/queries/platforms";
import { EDITIONS, loadedEditions } from "@/tests/support/editions";

/** Figures that add up data sets or inhabitants: their links list who is behind them, not as many rows. */
const NOT_ROWS = new Set(["population-coverage", "datasets", "datasets-by-technology"]);
const LISTS = { organisations, platforms } as unknown as Record<RowsLink["list"], List>;

describe.each(EDITIONS)("edition %s", (id) => {
  const { contextOf } = loadedEditions();

  it.each(BASES)("every figure that counts rows leads to exactly those, basis %s", async (basis) => {
    const context = contextOf(id, basis);
    const counted = async ({ list, filters }: RowsLink) =>
      (await LISTS[list].page(context, { filters, q: null, sort: [] }, 1, 1)).total;
    let compared = 0;
    for (const indicator of indicators.filter((one) => !NOT_ROWS.has(one.id))) {
      const result = await indicator.compute(context);
      const figures = [
        { key: null, figure: result.numerator ?? result.value, link: result.rows_link },
        // A territory's row counts several things; its list is that of its actors.
        ...result.rows.map((row) => ({
          key: row.key,
          figure: row.actors ?? row.value ?? row.open ?? row.total,
          link: row.rows_link,
        })),
      ];
      for (const { key, figure, link } of figures) {
        if (!link) continue;
        compared++;
        expect([indicator.id, key, await counted(link)]).toEqual([indicator.id, key, figure]);
      }
    }
    expect(compared).toBeGreaterThan(200);
  });
});
