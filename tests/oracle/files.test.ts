import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BASES } from "@/lib/codes/types";
import { realFiles, writeEditions } from "@/e2e/support/editions.mjs";
import { loadState, type EngineState } from "@/lib/engine/state";
import type { CellValue } from "@/lib/engine/values";
import { organisations } from "@/lib/queries/organisations";
import { fileOf, metadataFor } from "@/tests/support/export";
import { readCsv, readNdjson, readParquet, readXlsx } from "@/tests/support/read-back";
import { computeOracle, filterOrganisations } from "./oracle.mjs";

/** Every format, read back by another program, against a plain filter over the source files: cell by cell. */
const EDITIONS = ["demo", ...(realFiles() ? ["2022-10"] : [])];
if (!realFiles())
  console.warn("The real files are not here (REAL_DATA_DIR): only the demonstration edition is compared.");

type Row = Record<string, CellValue>;
const NAMES = Object.keys(organisations.filters) as (keyof typeof organisations.filters)[];

describe.each(EDITIONS)("edition %s", (id) => {
  let state: EngineState;
  let dataDir: string;
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), "editions-"));
    writeEditions(dataDir);
    state = await loadState(dataDir);
  });
  afterAll(() => {
    state.instance.closeSync();
    rmSync(dataDir, { recursive: true });
  });

  it.each(BASES)("page and every file have the same cells, basis %s", async (basis) => {
    const context = { state, edition: state.editions.get(id)!, basis };
    const source = computeOracle({ folder: join(dataDir, id), basis }).organisations as unknown as Row[];
    const nothing = { filters: {}, q: null, sort: [] };
    const all = await organisations.facets(context, nothing, NAMES, "result");
    const choices = NAMES.map((name) => all[name].map((one) => one.value));
    const anyFilters = fc
      .tuple(
        ...NAMES.map((_, index) =>
          fc.option(
            fc.uniqueArray(fc.constantFrom(...(choices[index] ?? [])), { minLength: 1, maxLength: 3 }),
            { freq: 3, nil: [] },
          ),
        ),
      )
      .map((values) => Object.fromEntries(NAMES.map((name, index) => [name, values[index] ?? []])));
    const anyColumns = fc.subarray(organisations.columns, { minLength: 1 });

    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constant({}), anyFilters),
        anyColumns,
        fc.constantFrom(null, null, "ville", "st"),
        async (filters, shown, q) => {
          const keys = organisations.columns.filter((column) => shown.includes(column));
          const pick = (row: Row): Row => Object.fromEntries(keys.map((key) => [key, row[key] ?? null]));
          const found = filterOrganisations(source as never, { ...filters, ...(q && { q }) } as never);
          const expected = (found as unknown as Row[]).map(pick);
          const request = { filters, q, sort: [] };
          const relation = organisations.relation(context, request, shown);
          const metadata = metadataFor(context, relation, expected.length);
          const made = (format: "csv" | "ndjson" | "xlsx" | "parquet", dialect?: "excel-fr") =>
            fileOf(format, context, relation, metadata, dialect);

          const csv = readCsv(await made("csv"), relation.columns);
          expect(csv.header).toEqual(keys);
          expect(csv.rows).toEqual(expected);
          expect(readCsv(await made("csv", "excel-fr"), relation.columns, ";", ",").rows).toEqual(expected);
          expect(readNdjson(await made("ndjson"))).toEqual(expected);
          expect((await readXlsx(await made("xlsx"), relation.columns)).rows).toEqual(expected);
          expect((await readParquet(await made("parquet"), join(dataDir, "back.parquet"))).rows).toEqual(
            expected,
          );
          const places = organisations.relation(context, request, [...shown, "latitude", "longitude"]);
          const geo = JSON.parse((await fileOf("geojson", context, places, metadata)).toString()) as {
            features: { geometry: { coordinates: number[] } | null; properties: Row }[];
          };
          expect(geo.features.map((feature) => feature.properties)).toEqual(expected);
          expect(geo.features.map(({ geometry }) => geometry?.coordinates ?? null)).toEqual(
            (found as unknown as Row[]).map(({ longitude, latitude }) =>
              longitude === null || latitude === null ? null : [longitude, latitude],
            ),
          );
          const page = await organisations.page(context, request, 1, 2_000);
          const inAnyOrder = (rows: Row[]) => rows.map((row) => JSON.stringify(pick(row))).toSorted();
          expect(inAnyOrder(page.rows as Row[])).toEqual(inAnyOrder(expected));
        },
      ),
      { numRuns: 12, seed: 2022 },
    );
  });
});
