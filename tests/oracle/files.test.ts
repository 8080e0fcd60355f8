import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BASES } from "@/lib/codes/types";
import type { CellValue } from "@/lib/engine/values";
import { organisations } from "@/lib/queries/organisations";
import { EDITIONS, loadedEditions } from "@/tests/support/editions";
import { fileOf, metadataFor } from "@/tests/support/export";
import { readCsv, readNdjson, readParquet, readXlsx } from "@/tests/support/read-back";
import { computeOracle, filterOrganisations } from "./oracle.mjs";

/** Every format, read back by another program, against a plain filter over the source files: cell by cell. */

type Row = Record<string, CellValue>;
const NAMES = Object.keys(organisations.filters) as (keyof typeof organisations.filters)[];

describe.each(EDITIONS)("edition %s", (id) => {
  const { contextOf, folderOf } = loadedEditions();

  it.each(BASES)("page and every file have the same cells, basis %s", async (basis) => {
    const context = contextOf(id, basis);
    const source = computeOracle({ folder: folderOf(id), basis }).organisations as unknown as Row[];
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
          expect((await readParquet(await made("parquet"), join(folderOf(id), "back.parquet"))).rows).toEqual(
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
