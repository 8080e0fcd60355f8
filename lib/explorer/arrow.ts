import {
  Bool,
  DateDay,
  Field,
  Float64,
  Int32,
  List,
  Table,
  Utf8,
  tableToIPC,
  Vector,
  makeBuilder,
  type DataType,
} from "apache-arrow";
import type { TabTable } from "./types";

/** Types of SQL that our tables have, as Arrow has them. */
const TYPES: Readonly<Record<string, () => DataType>> = {
  VARCHAR: () => new Utf8(),
  INTEGER: () => new Int32(),
  DOUBLE: () => new Float64(),
  BOOLEAN: () => new Bool(),
  DATE: () => new DateDay(),
  "VARCHAR[]": () => new List(new Field("item", new Utf8(), true)),
};

function arrowType(type: string): DataType {
  const made = TYPES[type];
  if (!made) throw new Error(`no table has a column of type ${type}`);
  return made();
}

/**
 * Values as a vector. Told which values stand for null, Arrow's builder would write a function from a text, which the
 * policy of the page forbids: it is told of none, and nulls are set by hand.
 */
function vectorOf(type: DataType, values: readonly unknown[]): Vector {
  const builder = makeBuilder({ type, nullValues: [] });
  values.forEach((value, index) => {
    if (value === null) builder.setValid(index, false);
    else builder.set(index, value);
  });
  return new Vector([builder.finish().flush()]);
}

/** Rows of our API as a stream of Arrow's for the engine, each column of the type that the server has it in. */
export function arrowStream({ columns }: TabTable, rows: readonly Record<string, unknown>[]): Uint8Array {
  const vectors = columns.map(({ name, type }) => {
    const values = rows.map((row) => {
      const value = row[name] ?? null;
      return type === "DATE" && value !== null ? new Date(value as Date | string) : value;
    });
    return [name, vectorOf(arrowType(type), values)] as const;
  });
  return tableToIPC(new Table(Object.fromEntries(vectors)), "stream");
}
