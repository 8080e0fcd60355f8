import { afterAll, beforeAll, expect, it } from "vitest";
import { resolve } from "node:path";
import { loadState, type EngineState } from "@/lib/engine/state";
import { relationOfRows, relationRows } from "@/lib/engine/relation";
import type { CellValue } from "@/lib/engine/values";
import { indicatorById } from "@/lib/indicators";
import { flatRows } from "@/lib/indicators/flat-rows";
import { boundAuthorities } from "@/lib/queries/bound-authorities";
import { organisations } from "@/lib/queries/organisations";
import { platforms } from "@/lib/queries/platforms";
import { quality } from "@/lib/queries/quality";
import { fileOf, metadataFor } from "@/tests/support/export";
import { estimateBytes } from "./estimate";

let state: EngineState;
beforeAll(async () => {
  state = await loadState(resolve("data/editions"));
});
afterAll(() => state.instance.closeSync());

const FORMATS = ["csv", "ndjson", "xlsx", "parquet", "geojson", "pack"] as const;

type List = typeof organisations | typeof platforms | typeof boundAuthorities | typeof quality;
type Case = [string, List | string, Record<string, string[]>];
it.each<Case>([
  ["every organisation", organisations, {}],
  ["some of them", organisations, { type: ["DEP"] }],
  ["those of a region", organisations, { region: ["BRE-53"] }],
  ["associated actors", organisations, { category: ["associated"] }],
  ["platforms", platforms, {}],
  ["bound authorities", boundAuthorities, { open: ["false"] }],
  ["remarks", quality, { severity: ["error"] }],
  ["by-region", "by-region", {}],
  ["by-department", "by-department", {}],
  ["governance", "governance", {}],
])(
  "the size said before the click is that of the file, give or take a quarter: %s",
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
    const sizes = estimateBytes(columns, rows.slice(0, 50), rows.length);
    const places = columns.includes("latitude");
    const ratios = await Promise.all(
      FORMATS.filter((format) => places || format !== "geojson").map(async (format) => {
        const real = (await fileOf(format, context, relation, metadata)).length;
        return [format, sizes[format] / real] as const;
      }),
    );
    const wrong = ratios.filter(([, ratio]) => ratio < 0.75 || ratio > 1.25);
    expect(wrong).toEqual([]);
  },
);
