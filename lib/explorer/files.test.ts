import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import { fileOf } from "./files";
import type { Result } from "./types";

const RESULT: Result = {
  columns: [
    { name: "name", kind: "text" },
    { name: "big", kind: "integer" },
    { name: "rate", kind: "number" },
    { name: "open", kind: "boolean" },
    { name: "themes", kind: "list" },
  ],
  rows: [
    ['Saint-"Jean", é', "9223372036854775807", -0.5, true, ["a", "b"]],
    ["=1+1", 0, null, false, []],
    [null, null, "NaN", null, null],
  ],
  cut: false,
  milliseconds: 1,
};

describe("a result as a file made in the tab", () => {
  it("in CSV: quoted, unknown empty, formulas defused, negative numbers left alone", async () => {
    expect(await fileOf(RESULT, "csv", {}).text()).toBe(
      'name,big,rate,open,themes\r\n"Saint-""Jean"", é",9223372036854775807,-0.5,true,"a,b"\r\n\'=1+1,0,,false,\r\n,,NaN,,\r\n',
    );
  });

  it("in JSON: the rows, and what they come from", async () => {
    const read = JSON.parse(await fileOf(RESULT, "json", { edition: "demo" }).text()) as {
      edition: string;
      rows: Record<string, unknown>[];
    };
    expect(read.edition).toBe("demo");
    expect(read.rows[1]).toEqual({ name: "=1+1", big: 0, rate: null, open: false, themes: [] });
  });

  it("in NDJSON: a line a row", async () => {
    const lines = (await fileOf(RESULT, "ndjson", {}).text()).trimEnd().split("\n");
    expect(lines).toHaveLength(3);
    expect(JSON.parse(lines[2]!)).toEqual({ name: null, big: null, rate: "NaN", open: null, themes: null });
  });

  it("in Parquet: as another DuckDB reads it, types and metadata too", async () => {
    const folder = await mkdtemp(join(tmpdir(), "tab-"));
    const path = join(folder, "x.parquet");
    await writeFile(path, Buffer.from(await fileOf(RESULT, "parquet", { edition: "demo" }).arrayBuffer()));
    const connection = await (await DuckDBInstance.create()).connect();
    const read = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson();
    expect(await read(`FROM '${path}'`)).toEqual([
      ['Saint-"Jean", é', "9223372036854775807", -0.5, true, ["a", "b"]],
      ["=1+1", "0", null, false, []],
      [null, null, "NaN", null, null],
    ]);
    const types = (await read(`DESCRIBE FROM '${path}'`)).map(([, type]) => type);
    expect(types).toEqual(["VARCHAR", "BIGINT", "DOUBLE", "BOOLEAN", "VARCHAR[]"]);
    expect(await read(`SELECT decode(value) FROM parquet_kv_metadata('${path}')`)).toEqual([["demo"]]);
    connection.closeSync();
    await rm(folder, { recursive: true });
  });
});
