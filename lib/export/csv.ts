import { stringify } from "csv-stringify/sync";
import type { CellValue } from "@/lib/engine/values";

/** A spreadsheet runs a text that starts so; an apostrophe in front makes it text again. Numbers are never touched. */
const FORMULA = /^[=+\-@\t\r\0]/;

/** One cell as CSV text: unknown is empty, a list is joined by commas (its values hold none), a formula is defused. */
function cell(value: CellValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return cell(value.map(String).join(","));
  if (typeof value === "string") return FORMULA.test(value) ? `'${value}` : value;
  return String(value);
}

/**
 * Rows as CSV text: RFC 4180 (comma, CRLF, quotes where needed), UTF-8.
 * @param columns row keys, in order
 */
export function csvText(columns: readonly string[], rows: readonly Record<string, CellValue>[]): string {
  return stringify(
    rows.map((row) => columns.map((column) => cell(row[column]))),
    { record_delimiter: "\r\n" },
  );
}

/** Rows as a CSV file, the header first, one piece of text a chunk. */
export async function* csvFile(
  columns: readonly string[],
  chunks: AsyncIterable<readonly Record<string, CellValue>[]>,
): AsyncGenerator<string> {
  yield stringify([[...columns]], { record_delimiter: "\r\n" });
  for await (const rows of chunks) yield csvText(columns, rows);
}
