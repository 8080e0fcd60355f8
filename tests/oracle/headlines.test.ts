import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { realFiles, writeEditions } from "@/e2e/support/editions.mjs";
import { BASES } from "@/lib/codes/types";
import { relationOfRows } from "@/lib/engine/relation";
import { loadState, type EngineState } from "@/lib/engine/state";
import type { CellValue } from "@/lib/engine/values";
import { indicators } from "@/lib/indicators";
import { HEADLINE_COLUMNS, headlineRow } from "@/lib/indicators/headlines";
import { fileOf, metadataFor } from "@/tests/support/export";
import { readCsv, readNdjson, readParquet, readXlsx } from "@/tests/support/read-back";
import { computeOracle } from "./oracle.mjs";

/** The file of all headlines, read back by another program, against a separate program's figures. */
const EDITIONS = ["demo", ...(realFiles() ? ["2022-10"] : [])];
if (!realFiles())
  console.warn("The real files are not here (REAL_DATA_DIR): only the demonstration edition is compared.");

type Row = Record<string, CellValue>;
type Figure = { indicator: string; unit: string; value: number; source: { url: string } };
const { figures } = JSON.parse(readFileSync("data/reference/published.json", "utf8")) as {
  figures: Figure[];
};

/** Figures that the two programs do not count alike, which is told where they are compared one by one. */
const APART = new Set(["datasets-distribution", "population-coverage"]);

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

  it.each(BASES)("every file has the same headlines, basis %s", async (basis) => {
    const context = { state, edition: state.editions.get(id)!, basis };
    const results = await Promise.all(indicators.map((one) => one.compute(context)));
    const relation = relationOfRows("indicators", HEADLINE_COLUMNS, results.map(headlineRow));
    const metadata = metadataFor(context, relation, results.length);
    const made = (format: "csv" | "ndjson" | "xlsx" | "parquet", dialect?: "excel-fr") =>
      fileOf(format, context, relation, metadata, dialect);

    const csv = await made("csv");
    expect(csv.toString()).toMatch(/^actors,Acteurs,Actors,actors,\d+,,,/m);
    const { header, rows } = readCsv(csv, HEADLINE_COLUMNS);
    expect(header).toEqual([
      ...["id", "label_fr", "label_en", "unit", "value", "numerator", "denominator"],
      ...["published_value", "published_source"],
    ]);
    expect(readCsv(await made("csv", "excel-fr"), HEADLINE_COLUMNS, ";", ",").rows).toEqual(rows);
    expect(readNdjson(await made("ndjson"))).toEqual(rows);
    expect((await readXlsx(await made("xlsx"), HEADLINE_COLUMNS)).rows).toEqual(rows);
    const parquet = await readParquet(await made("parquet"), join(dataDir, "headlines.parquet"));
    expect(parquet.rows).toEqual(rows);
    expect(parquet.types).toMatchObject({ id: "VARCHAR", value: "DOUBLE", published_value: "DOUBLE" });

    expect(rows.map((row) => [row.id, row.label_fr, row.label_en, row.unit])).toEqual(
      indicators.map(({ id: one, name, unit }) => [one, name.fr, name.en, unit]),
    );
    const oracle = computeOracle({ folder: join(dataDir, id), basis }).indicators;
    for (const row of rows) {
      const expected = oracle[row.id as string] as unknown as Row;
      for (const part of ["value", "numerator", "denominator"] as const)
        if (typeof expected[part] === "number" && !APART.has(row.id as string))
          expect(row[part], `${String(row.id)}.${part}`).toBeCloseTo(expected[part], 10);
      const said = figures.find(({ indicator, unit }) => indicator === row.id && unit === row.unit);
      expect([row.published_value, row.published_source], String(row.id)).toEqual(
        said && id !== "demo" ? [said.value, said.source.url] : [null, null],
      );
    }
    expect(rows.filter(({ published_value: value }) => value !== null)).toHaveLength(id === "demo" ? 0 : 6);
  });
});
