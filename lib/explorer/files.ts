import { parquetWriteBuffer } from "hyparquet-writer";
import type { ColumnKind } from "@/lib/engine/kinds";
import type { ResultFormat } from "./format-names";
import type { Result, ResultCell } from "./types";

const MEDIA: Record<ResultFormat, string> = {
  csv: "text/csv;charset=utf-8",
  json: "application/json",
  ndjson: "application/x-ndjson",
  parquet: "application/vnd.apache.parquet",
};

/** What a spreadsheet would run, as in the files of the site: an apostrophe makes it text. */
const FORMULA = /^'*[=+\-@]/;
const NUMBER = /^[+-]?\d+([.,]\d+)?$/;

function csvCell(cell: ResultCell, kind: ColumnKind): string {
  if (cell === null) return "";
  const written = Array.isArray(cell) ? cell.join(",") : String(cell);
  const text =
    (kind === "text" || kind === "list") && FORMULA.test(written) && !NUMBER.test(written)
      ? `'${written}`
      : written;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csvOf({ columns, rows }: Result): string {
  const head = columns.map(({ name }) => csvCell(name, "text"));
  const lines = rows.map((row) => row.map((cell, index) => csvCell(cell, columns[index]!.kind)));
  return [head, ...lines].map((line) => `${line.join(",")}\r\n`).join("");
}

const objects = ({ columns, rows }: Result) =>
  rows.map((row) => Object.fromEntries(row.map((cell, index) => [columns[index]!.name, cell])));

type Element = NonNullable<Parameters<typeof parquetWriteBuffer>[0]["schema"]>[number];

/** A column of Parquet's schema: a list is three levels, as the format has it. */
function elementsOf(name: string, kind: ColumnKind): Element[] {
  const text = { type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" } as const;
  if (kind === "list")
    return [
      { name, repetition_type: "OPTIONAL", num_children: 1, converted_type: "LIST" },
      { name: "list", repetition_type: "REPEATED", num_children: 1 },
      { name: "element", ...text },
    ];
  if (kind === "text") return [{ name, ...text }];
  const type = { integer: "INT64", number: "DOUBLE", boolean: "BOOLEAN" } as const;
  return [{ name, type: type[kind], repetition_type: "OPTIONAL" }];
}

/** A number as the column is written: text that stands for one (NaN, a very large whole number) is read back. */
function parquetCell(cell: ResultCell, kind: ColumnKind): unknown {
  if (cell === null) return null;
  if (kind === "integer") return BigInt(cell as number | string);
  return kind === "number" ? Number(cell) : cell;
}

function parquetOf({ columns, rows }: Result, about: Readonly<Record<string, string>>): ArrayBuffer {
  return parquetWriteBuffer({
    schema: [
      { name: "root", num_children: columns.length },
      ...columns.flatMap(({ name, kind }) => elementsOf(name, kind)),
    ],
    columnData: columns.map(({ name, kind }, index) => ({
      name,
      data: rows.map((row) => parquetCell(row[index] ?? null, kind)),
    })),
    kvMetadata: Object.entries(about).map(([key, value]) => ({ key, value })),
  });
}

/** A result as a file, made here. @param about what the file says of itself, where its format has a place for it */
export function fileOf(result: Result, format: ResultFormat, about: Readonly<Record<string, string>>): Blob {
  const type = MEDIA[format];
  if (format === "csv") return new Blob([csvOf(result)], { type });
  if (format === "parquet") return new Blob([parquetOf(result, about)], { type });
  const rows = objects(result);
  if (format === "json") return new Blob([JSON.stringify({ ...about, rows }, null, 1)], { type });
  return new Blob([rows.map((row) => `${JSON.stringify(row)}\n`).join("")], { type });
}
