import { afterAll, beforeAll, expect, it } from "vitest";
import { resolve } from "node:path";
import { loadState, type EngineState } from "@/lib/engine/state";
import { relationOfRows, relationRows } from "@/lib/engine/relation";
import type { CellValue } from "@/lib/engine/values";
import { indicatorById } from "@/lib/indicators";
import { flatRows } from "@/lib/indicators/flat-rows";
import { organisations } from "@/lib/queries/organisations";
import { platforms } from "@/lib/queries/platforms";
import { fileOf, metadataFor } from "@/tests/support/export";
import { estimateBytes } from "./estimate";

let state: EngineState;
beforeAll(async () => {
  state = await loadState(resolve("data/editions"));
});
afterAll(() => state.instance.closeSync());

const FORMATS = ["csv", "ndjson", "xlsx", "parquet", "geojson", "pack"] as const;

type Case = [string, typeof organisations | typeof platforms | string, Record<string, string[]>];
it.each<Case>([
  ["every organisation", organisations, {}],
  ["some of them", organisations, { type: ["DEP"] }],
  ["platforms", platforms, {}],
  ["by-region", "by-region", {}],
  ["governance", "governance", {}],
])(
  "the size said before the click is that of the file, give or take half: %s",
  async (_what, asked, filters) => {
    const context = { state, edition: state.editions.get("demo")!, basis: "corrected" as const };
    const indicator = typeof asked === "string" ? indicatorById.get(asked)! : null;
    const relation = indicator
      ? relationOfRows(indicator.id, indicator.columns, flatRows(indicator, await indicator.compute(context)))
      : (asked as typeof organisations).relation(context, { filters, q: null, sort: [] } as never);
    const rows: Record<string, CellValue>[] = [];
    for await (const chunk of relationRows(context, relation)) rows.push(...chunk);
    const metadata = metadataFor(context, relation, rows.length);
    const columns = relation.columns.map(({ key }) => key);
    const ratios = await Promise.all(
      FORMATS.map(async (format) => {
        const real = (await fileOf(format, context, relation, metadata)).length;
        return [format, estimateBytes(format, columns, rows.slice(0, 50), rows.length) / real] as const;
      }),
    );
    const wrong = ratios.filter(([, ratio]) => ratio < 0.5 || ratio > 1.5);
    expect(wrong).toEqual([]);
  },
);
