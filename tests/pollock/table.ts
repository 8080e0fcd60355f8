import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decode, parseCsv } from "@/tests/oracle/csv.mjs";

/** Which file of an edition is damaged. */
export type FileName = "organisations.csv" | "plateformes.csv";

/** A file's cells as the tests' own CSV reader knows them, header first. Generators work on copies. */
export type Table = { readonly headers: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** How a table is written. */
export type Style = {
  delimiter: string;
  quote: string;
  /** What stands for a quote within quotes. */
  escaped: string;
  end: string;
  /** Which cells are quoted: those that need it, all, or none. */
  quoting: "needed" | "all" | "none";
  /** Whether the last record has its line end. */
  ended: boolean;
};

export const PLAIN: Style = {
  delimiter: ",",
  quote: '"',
  escaped: '""',
  end: "\n",
  quoting: "needed",
  ended: true,
};

/** The cells of a file of an edition. */
export function readOriginal(folder: string, file: FileName): Table {
  const [headers = [], ...rows] = parseCsv(decode(readFileSync(join(folder, file))));
  return { headers, rows };
}

function writeCell(cell: string, style: Style): string {
  const needed = [style.delimiter, style.quote, "\n", "\r"].some(
    (sign) => sign !== "" && cell.includes(sign),
  );
  if (style.quoting === "none" || (style.quoting === "needed" && !needed)) return cell;
  return `${style.quote}${cell.replaceAll(style.quote, style.escaped)}${style.quote}`;
}

/** One record, without its line end. */
export const writeRecord = (cells: readonly string[], style: Style): string =>
  cells.map((cell) => writeCell(cell, style)).join(style.delimiter);

/** The records of a table as lines of text, header first. */
export const recordsOf = ({ headers, rows }: Table, style: Style = PLAIN): string[] =>
  [headers, ...rows].map((cells) => writeRecord(cells, style));

/** Joins records as a file's text. */
export const joined = (records: readonly string[], { end, ended }: Style = PLAIN): string =>
  records.join(end) + (ended ? end : "");

/** A table as a file's text. */
export const write = (table: Table, style: Partial<Style> = {}): string => {
  const whole = { ...PLAIN, ...style };
  return joined(recordsOf(table, whole), whole);
};

/** Place of a column by its header. */
export function columnAt({ headers }: Table, header: string): number {
  const index = headers.indexOf(header);
  if (index === -1) throw new RangeError(`no column ${header}`);
  return index;
}

/** The table with one cell changed. */
export function withCell(table: Table, row: number, column: number, cell: string): Table {
  const rows = table.rows.map((cells, index) => (index === row ? cells.with(column, cell) : cells));
  return { ...table, rows };
}

/** The table with every cell of some columns changed; blank cells stay blank. */
export function withColumn(table: Table, column: number, change: (cell: string) => string): Table {
  const rows = table.rows.map((cells) => {
    const cell = cells[column] ?? "";
    return cell === "" ? cells : cells.with(column, change(cell));
  });
  return { ...table, rows };
}

/** The table with every cell changed, its header too. */
export const withEach = ({ headers, rows }: Table, change: (cell: string) => string): Table => ({
  headers: headers.map(change),
  rows: rows.map((cells) => cells.map(change)),
});
