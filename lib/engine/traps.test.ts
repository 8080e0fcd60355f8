import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lockInstance, openInstance } from "./instance";
import { scratchFolder, scratchPath } from "./scratch";
import { streamRows } from "./run";
import type { BindValue, CellValue } from "./values";

/**
 * What DuckDB does that would surprise us, each with what the engine does about it. When an upgrade changes one of
 * the first kind, the test fails and the guard can be thought over again.
 */
describe("traps of DuckDB", () => {
  let instance: DuckDBInstance;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "engine-"));
    instance = await openInstance();
    const connection = await instance.connect();
    await connection.run("CREATE TABLE numbers AS SELECT range AS n FROM range(10000)");
    connection.closeSync();
    await lockInstance(instance, 0);
  });
  afterAll(() => instance.closeSync());

  async function rows(sql: string, values: Record<string, BindValue> = {}) {
    const all: Record<string, CellValue>[] = [];
    for await (const chunk of streamRows(instance, "test", sql, values)) all.push(...chunk);
    return all;
  }

  it("a second query on a connection ends the stream of the first at 2,048 rows, without an error", async () => {
    const connection = await instance.connect();
    const result = await connection.stream("SELECT n FROM numbers");
    let seen = (await result.fetchChunk())?.rowCount ?? 0;
    await connection.run("SELECT 1");
    for (
      let chunk = await result.fetchChunk();
      chunk && chunk.rowCount > 0;
      chunk = await result.fetchChunk()
    )
      seen += chunk.rowCount;
    connection.closeSync();
    expect(seen).toBe(2048);
  });

  it("so each question has a connection of its own: ten at once, all whole", async () => {
    const counts = await Promise.all(
      Array.from({ length: 10 }, async () => (await rows("SELECT n FROM numbers")).length),
    );
    expect(counts).toEqual(Array.from({ length: 10 }, () => 10_000));
  });

  it("run() executes two statements of one text; a question refuses them and the table survives", async () => {
    const other = await DuckDBInstance.create(":memory:");
    const connection = await other.connect();
    await connection.run("CREATE TABLE t (a INTEGER)");
    await connection.run("SELECT 1; DROP TABLE t");
    await expect(connection.run("SELECT * FROM t")).rejects.toThrow(/does not exist/);
    connection.closeSync();
    other.closeSync();
    await expect(rows("SELECT 1; DROP TABLE numbers")).rejects.toThrow();
    expect(await rows("SELECT count(*) AS c FROM numbers")).toEqual([{ c: 10_000 }]);
  });

  it("declared columns are read by position: swapped headers pass unseen, which is why our reader maps by name", async () => {
    const file = join(folder, "swapped.csv");
    await writeFile(file, "nom,siren\nVALOMBREUSE,123456789\n");
    const other = await DuckDBInstance.create(":memory:");
    const connection = await other.connect();
    const reader = await connection.runAndReadAll(
      "SELECT siren FROM read_csv($file, auto_detect = false, header = true, columns = {'siren': 'VARCHAR', 'nom': 'VARCHAR'})",
      { file },
    );
    expect(reader.getRows()).toEqual([["VALOMBREUSE"]]);
    connection.closeSync();
    other.closeSync();
  });

  it("the sniffer turns a SIREN into a number and takes a page for a table", async () => {
    const csv = join(folder, "siren.csv");
    const page = join(folder, "page.csv");
    await writeFile(csv, "siren,dep\n213500010,35\n");
    await writeFile(page, "<html><body>\n<p>Maintenance</p>\n</body></html>\n");
    const other = await DuckDBInstance.create(":memory:");
    const connection = await other.connect();
    const sniffed = await connection.runAndReadAll("SELECT typeof(siren) FROM read_csv($csv)", { csv });
    expect(sniffed.getRows()).toEqual([["BIGINT"]]);
    const read = await connection.runAndReadAll("SELECT count(*)::INTEGER FROM read_csv($page)", { page });
    expect(read.getRows()[0]?.[0]).toBeGreaterThan(0);
    connection.closeSync();
    other.closeSync();
  });

  it("allowed_directories also grants writes; our instance reaches its scratch folder and nothing else", async () => {
    const target = join(folder, "written.csv");
    const open = await DuckDBInstance.create(":memory:");
    const connection = await open.connect();
    await connection.run(`SET allowed_directories = ['${folder}']`);
    await connection.run("SET enable_external_access = false");
    await connection.run(`COPY (SELECT 1 AS a) TO '${target}'`);
    expect(await readFile(target, "utf8")).toContain("1");
    connection.closeSync();
    open.closeSync();

    await rows(`COPY (SELECT 1) TO '${scratchPath()}'`);
    const refused = [
      `COPY (SELECT 1) TO '${scratchFolder()}/../no.csv'`,
      `COPY (SELECT 1) TO '${join(folder, "no.csv")}'`,
      `SELECT * FROM read_csv('${target}')`,
      `SELECT * FROM '${target}'`,
      `SELECT * FROM glob('${folder}/*')`,
      `SELECT * FROM read_text('${target}')`,
      `ATTACH '${join(folder, "x.duckdb")}'`,
      "INSTALL httpfs",
      "LOAD httpfs",
      "SET enable_external_access = true",
      "SET memory_limit = '1GB'",
      "SET lock_configuration = false",
      "SELECT * FROM read_csv('http://127.0.0.1:1/x.csv')",
    ];
    for (const sql of refused) await expect(rows(sql), sql).rejects.toThrow();
  });

  it("counts arrive as bigint: they become plain numbers, and one too large to hold is an error", async () => {
    expect(await rows("SELECT count(*) AS c, sum(n) AS s FROM numbers")).toEqual([
      { c: 10_000, s: 49_995_000 },
    ]);
    await expect(rows("SELECT 9007199254740993 AS big")).rejects.toThrow(/too large/);
    await expect(rows("SELECT 'NaN'::DOUBLE AS x")).rejects.toThrow(/not a number/);
  });

  it("an empty list needs its type: filters bind none, one or many values", async () => {
    const sql =
      "SELECT count(*)::INTEGER AS c FROM numbers WHERE $v IS NULL OR list_contains($v, n::VARCHAR)";
    expect(await rows(sql, { v: null })).toEqual([{ c: 10_000 }]);
    expect(await rows(sql, { v: [] })).toEqual([{ c: 0 }]);
    expect(await rows(sql, { v: ["7", "8"] })).toEqual([{ c: 2 }]);
    await expect(rows(sql, {})).rejects.toThrow(/\$v/);
  });

  it("sorts as a French dictionary and searches without accents", async () => {
    const sorted = await rows(
      "SELECT w FROM (VALUES ('zèbre'), ('Étampes'), ('Évry'), ('étuve'), ('Eu'), ('abbé')) AS t(w) ORDER BY w COLLATE fr",
    );
    expect(sorted.map((row) => row.w)).toEqual(["abbé", "Étampes", "étuve", "Eu", "Évry", "zèbre"]);
    expect(await rows("SELECT strip_accents('Évry-Courcouronnes Ça') AS w")).toEqual([
      { w: "Evry-Courcouronnes Ca" },
    ]);
  });

  it("a view over a file sees half a file; a table keeps what it was loaded with", async () => {
    const file = join(folder, "growing.csv");
    await writeFile(file, `n\n${Array.from({ length: 1000 }, (_, i) => i).join("\n")}\n`);
    const other = await DuckDBInstance.create(":memory:");
    const connection = await other.connect();
    await connection.run(`CREATE VIEW v AS SELECT * FROM read_csv('${file}')`);
    await connection.run("CREATE TABLE t AS SELECT * FROM v");
    await writeFile(file, "n\n0\n1\n");
    const count = async (name: string) =>
      (await connection.runAndReadAll(`SELECT count(*)::INTEGER FROM ${name}`)).getRows()[0]?.[0];
    expect(await count("v")).toBe(2);
    expect(await count("t")).toBe(1000);
    connection.closeSync();
    other.closeSync();
  });
});
