import type { CellValue } from "@/lib/engine/values";
import type { Format } from "./format-names";

type Row = Readonly<Record<string, CellValue>>;

/**
 * What a file holds besides its rows (some of it for each column, which it describes), and what a byte of CSV becomes;
 * measured on the demonstration edition, held by a test.
 */
const SHAPES: Record<
  Exclude<Format, "json" | "metadata">,
  { fixed: number; perColumn: number; perByte: number; named: boolean }
> = {
  csv: { fixed: 0, perColumn: 0, perByte: 1, named: false },
  ndjson: { fixed: 0, perColumn: 0, perByte: 1.2, named: true },
  geojson: { fixed: 2_500, perColumn: 380, perByte: 1.2, named: true },
  xlsx: { fixed: 9_000, perColumn: 150, perByte: 0.5, named: false },
  parquet: { fixed: 3_000, perColumn: 500, perByte: 0.4, named: false },
  pack: { fixed: 4_500, perColumn: 150, perByte: 0.26, named: false },
};

const lengthOf = (value: CellValue | undefined): number =>
  value === null || value === undefined ? 0 : Buffer.byteLength(String(value));

/**
 * About how many bytes a file will have, from rows like those it will hold.
 * @param sample some of its rows
 * @param total how many it has
 */
export function estimateBytes(
  format: keyof typeof SHAPES,
  columns: readonly string[],
  sample: readonly Row[],
  total: number,
): number {
  const { fixed, perColumn, perByte, named } = SHAPES[format];
  const header = columns.reduce((sum, column) => sum + column.length + 1, 1);
  const cells = sample.reduce(
    (sum, row) => sum + columns.reduce((length, column) => length + lengthOf(row[column]) + 1, 1),
    0,
  );
  const row = sample.length === 0 ? 0 : cells / sample.length;
  // A name comes with its quotes and colon, and what is unknown is written null.
  const names = named ? columns.reduce((sum, column) => sum + column.length + 6, 0) : 0;
  return Math.round(fixed + perColumn * columns.length + header + total * (row * perByte + names));
}
