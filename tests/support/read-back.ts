import { writeFile } from "node:fs/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";
import type { Column } from "@/lib/engine/kinds";
import type { CellValue } from "@/lib/engine/values";

type Row = Record<string, CellValue>;

/** A cell of a format that has texts only, read as its column says. */
function read(text: string | null, { kind }: Column, decimal: "." | ","): CellValue {
  if (kind === "list") return text === null || text === "" ? [] : text.split(",");
  if (text === null || text === "") return null;
  if (kind === "text") return text;
  if (kind === "boolean") return text === "true";
  return Number(decimal === "," ? text.replace(",", ".") : text);
}

/** What the decision on formulas says undoes it. */
const undone = (text: string) => text.replace(/^'(?='*[=+\-@])/, "");

export function readCsv(
  bytes: Buffer,
  columns: readonly Column[],
  separator = ",",
  decimal: "." | "," = ".",
) {
  const lines = parse(bytes, { delimiter: separator, bom: true, record_delimiter: "\r\n" }) as string[][];
  const [header = [], ...records] = lines;
  return {
    header,
    rows: records.map((record): Row =>
      Object.fromEntries(
        columns.map((column, i) => [column.key, read(undone(record[i] ?? ""), column, decimal)]),
      ),
    ),
  };
}

/** A workbook as another program reads it: texts stay texts, and a formula would be seen. */
export async function readXlsx(bytes: Buffer, columns: readonly Column[]) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  const sheet = book.worksheets[0]!;
  const rows: Row[] = [];
  sheet.eachRow({ includeEmpty: true }, (row, number) => {
    if (number === 1) return;
    rows.push(
      Object.fromEntries(
        columns.map((column, i) => {
          const value = row.getCell(i + 1).value;
          if (value !== null && typeof value === "object")
            throw new Error(`no plain cell: ${JSON.stringify(value)}`);
          return [column.key, column.kind === "list" ? read(value as string, column, ".") : (value ?? null)];
        }),
      ) as Row,
    );
  });
  return { book, rows };
}

/** A Parquet file by a DuckDB of its own: rows, the type of each column, key-values. */
export async function readParquet(bytes: Buffer, path: string) {
  await writeFile(path, bytes);
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const ask = async (sql: string) => (await connection.runAndReadAll(sql, { path })).getRowObjectsJson();
  try {
    const types = await ask("DESCRIBE SELECT * FROM read_parquet($path)");
    const pairs = await ask(
      "SELECT decode(key) AS name, decode(value) AS value FROM parquet_kv_metadata($path)",
    );
    return {
      rows: (await ask("SELECT * FROM read_parquet($path)")) as Row[],
      types: Object.fromEntries(types.map((type) => [type.column_name, type.column_type])),
      metadata: Object.fromEntries(pairs.map(({ name, value }) => [name, value])) as Record<string, string>,
    };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

export const readNdjson = (bytes: Buffer): Row[] =>
  bytes
    .toString()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Row);
