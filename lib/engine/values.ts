import "server-only";
import {
  BOOLEAN,
  DOUBLE,
  DuckDBDecimalValue,
  DuckDBListValue,
  INTEGER,
  LIST,
  VARCHAR,
  listValue,
  type DuckDBPreparedStatement,
  type DuckDBType,
  type DuckDBValue,
} from "@duckdb/node-api";

/** What a question may bind. */
export type BindValue = string | number | boolean | null | readonly string[];
/** What a question may answer, once converted. */
export type CellValue = string | number | boolean | null | CellValue[];

function bindable(value: BindValue): { value: DuckDBValue; type: DuckDBType | undefined } {
  if (value === null) return { value: null, type: undefined };
  if (typeof value === "string") return { value, type: VARCHAR };
  if (typeof value === "boolean") return { value, type: BOOLEAN };
  if (typeof value === "number") return { value, type: Number.isInteger(value) ? INTEGER : DOUBLE };
  // An empty list needs its type given, or the binding fails.
  return { value: listValue([...value]), type: LIST(VARCHAR) };
}

/**
 * Binds by name exactly the parameters that the text names.
 * @throws Error naming the parameter that the text uses and the caller did not give.
 */
export function bindNamed(statement: DuckDBPreparedStatement, values: Record<string, BindValue>): void {
  const bound: Record<string, DuckDBValue> = {};
  const types: Record<string, DuckDBType | undefined> = {};
  for (let i = 1; i <= statement.parameterCount; i++) {
    const name = statement.parameterName(i);
    const given = Object.hasOwn(values, name) ? values[name] : undefined;
    if (given === undefined) throw new Error(`the query names $${name}, which was not given`);
    const { value, type } = bindable(given);
    bound[name] = value;
    types[name] = type;
  }
  if (statement.parameterCount > 0) statement.bind(bound, types);
}

/**
 * A DuckDB value as the plain value a page can use: whole numbers as numbers, lists as arrays.
 * @throws Error on a whole number that JavaScript can't hold exactly, and on any type a question should have cast.
 */
export function toCell(value: DuckDBValue): CellValue {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") {
    if (Number.isNaN(value)) throw new Error("a measure is not a number");
    return value;
  }
  if (typeof value === "bigint") {
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw new Error(`${value} is too large for a plain number`);
    return number;
  }
  if (value instanceof DuckDBDecimalValue) return value.toDouble();
  if (value instanceof DuckDBListValue) return value.items.map(toCell);
  throw new Error(`a value of type ${value.constructor.name} must be cast in the query`);
}
