import { deflateRawSync } from "node:zlib";
import type { CellValue } from "@/lib/engine/values";
import type { Format } from "./format-names";

type Row = Readonly<Record<string, CellValue>>;
type Sized = Exclude<Format, "json" | "metadata">;

/** Rows looked at: more would cost a page more than they would tell. */
const MOST = 100;

/**
 * What a compressed file holds besides its rows (some of it for each column, which it describes), what becomes of a
 * byte of the rows as CSV once that is deflated, and what a cell costs; fitted over a hundred results of two editions,
 * held by a test.
 */
const COMPRESSED = {
  xlsx: { fixed: 10_500, perColumn: 140, perByte: 1.18, perCell: 4.2 },
  parquet: { fixed: 3_000, perColumn: 560, perByte: 1.22, perCell: 0 },
  pack: { fixed: 4_500, perColumn: 200, perByte: 0.78, perCell: 0 },
} as const;

/** What a GeoJSON file says of itself, and each feature besides its properties. */
const DESCRIPTION = { fixed: 3_000, perColumn: 360 };
const FEATURE =
  '{"type":"Feature","geometry":{"type":"Point","coordinates":[-1.53664,48.1339]},"properties":},';

function csvCell(value: CellValue | undefined): string {
  const text = String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const isFilled = (value: CellValue | undefined) =>
  value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);

/**
 * About how many bytes each file of a result will have, from rows like those it will hold.
 * @param sample some of its rows
 * @param total how many it has
 */
export function estimateBytes(
  columns: readonly string[],
  sample: readonly Row[],
  total: number,
): Record<Sized, number> {
  const step = Math.max(1, Math.ceil(sample.length / MOST));
  const rows = sample.filter((_, place) => place % step === 0);
  /** Of the sample as of the whole. */
  const whole = (measure: number) => (rows.length === 0 ? 0 : (measure / rows.length) * total);
  const csv = rows.map((row) => `${columns.map((column) => csvCell(row[column])).join(",")}\r\n`).join("");
  const json = rows
    .map((row) => JSON.stringify(Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))))
    .join("\n");
  const deflated = rows.length === 0 ? 0 : deflateRawSync(csv).length;
  const cells = rows.reduce((sum, row) => sum + columns.filter((column) => isFilled(row[column])).length, 0);
  const compressed = ({ fixed, perColumn, perByte, perCell }: (typeof COMPRESSED)[keyof typeof COMPRESSED]) =>
    fixed + perColumn * columns.length + whole(perByte * deflated + perCell * cells);
  const header = columns.join(",").length + 2;
  const objects = whole(Buffer.byteLength(json));
  const sizes: Record<Sized, number> = {
    csv: header + whole(Buffer.byteLength(csv)),
    ndjson: objects,
    geojson: DESCRIPTION.fixed + DESCRIPTION.perColumn * columns.length + objects + total * FEATURE.length,
    xlsx: compressed(COMPRESSED.xlsx),
    parquet: compressed(COMPRESSED.parquet),
    pack: compressed(COMPRESSED.pack),
  };
  for (const format of Object.keys(sizes) as Sized[]) sizes[format] = Math.round(sizes[format]);
  return sizes;
}
