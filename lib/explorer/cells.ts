import { DataType, type Field, type Vector } from "apache-arrow";
import type { ColumnKind } from "@/lib/engine/kinds";
import type { ResultCell, ResultColumn } from "./types";

function kindOf(type: DataType): ColumnKind {
  if (DataType.isInt(type)) return "integer";
  if (DataType.isFloat(type)) return "number";
  if (DataType.isBool(type)) return "boolean";
  if (DataType.isList(type) && DataType.isUtf8(type.valueType)) return "list";
  return "text";
}

/** The columns of an answer; a name that comes twice is told apart by its place. */
export function resultColumns(fields: readonly Field<DataType>[]): ResultColumn[] {
  const names = new Map<string, number>();
  return fields.map(({ name, type }) => {
    const times = (names.get(name) ?? 0) + 1;
    names.set(name, times);
    return { name: times === 1 ? name : `${name}_${times}`, kind: kindOf(type) };
  });
}

const day = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);
const two = (value: bigint) => String(value).padStart(2, "0");

/** A time of day counted in microseconds. */
function timeOf(value: bigint): string {
  const seconds = value / 1_000_000n;
  const rest = value % 1_000_000n;
  const fraction = rest === 0n ? "" : `.${String(rest).padStart(6, "0").replace(/0+$/, "")}`;
  return `${two(seconds / 3_600n)}:${two((seconds / 60n) % 60n)}:${two(seconds % 60n)}${fraction}`;
}

const moment = (milliseconds: number) =>
  new Date(milliseconds)
    .toISOString()
    .replace("T", " ")
    .replace(/(\.000)?Z$/, "");

/** Values inside a list, a structure or a map, as JSON would have them. */
function plain(value: unknown): unknown {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value === null || typeof value !== "object") return value;
  if (value instanceof Uint8Array)
    return [...value].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (Symbol.iterator in value && !("toJSON" in value && !("toArray" in value)))
    return Array.from(value as Iterable<unknown>, plain);
  const json = "toJSON" in value && typeof value.toJSON === "function" ? (value.toJSON() as object) : value;
  return Object.fromEntries(Object.entries(json).map(([key, one]) => [key, plain(one)]));
}

/** One value of Arrow's as a cell: whole numbers beyond JavaScript's reach, dates and nested values as text. */
export function cellOf(type: DataType, value: unknown): ResultCell {
  if (value === null || value === undefined) return null;
  if (DataType.isDate(type)) return day(Number(value));
  if (DataType.isTimestamp(type)) return moment(Number(value));
  if (DataType.isTime(type)) return timeOf(BigInt(value as bigint));
  if (typeof value === "bigint") return plain(value) as ResultCell;
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (DataType.isList(type) && DataType.isUtf8(type.valueType)) return plain(value) as ResultCell[];
  const inside = plain(value);
  return typeof inside === "string" ? inside : JSON.stringify(inside);
}

/**
 * An interval, from its bytes: months, days and nanoseconds, which this version of Arrow reads as two numbers of
 * another kind.
 */
function intervalOf(vector: Vector, row: number): ResultCell {
  const { values, offset } = vector.data[0] as unknown as { values: Int32Array; offset: number };
  if (vector.get(row) === null) return null;
  const at = (offset + row) * 4;
  const nanoseconds = new DataView(values.buffer, values.byteOffset).getBigInt64((at + 2) * 4, true);
  const micro = nanoseconds / 1_000n;
  const time = micro < 0n ? `-${timeOf(-micro)}` : timeOf(micro);
  const parts = [
    [values[at], "months"],
    [values[at + 1], "days"],
  ].flatMap(([count, unit]) => (count === 0 ? [] : [`${count} ${unit}`]));
  return [...parts, ...(micro === 0n && parts.length > 0 ? [] : [time])].join(" ");
}

/** Rows of one batch. @param vectors one a column: names may come twice, places do not */
export function rowsOf(vectors: readonly Vector[], count: number): ResultCell[][] {
  return Array.from({ length: count }, (_, row) =>
    vectors.map((vector) =>
      DataType.isInterval(vector.type)
        ? intervalOf(vector, row)
        : cellOf(vector.type as DataType, vector.get(row)),
    ),
  );
}
