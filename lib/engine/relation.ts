import "server-only";
import type { EditionContext } from "./context";
import type { Column, ColumnKind } from "./kinds";
import { streamRows, type Chunk } from "./run";
import type { BindValue, CellValue } from "./values";

/** A question with its values, ready to be written in any format: columns, where they come from, in what order. */
export type Relation = {
  name: string;
  columns: readonly Column[];
  /** Named `src`, so that an order is told from a column rewritten under the same name. */
  from: string;
  /** Empty: the order of the source. */
  orderBy: string;
  values: Readonly<Record<string, BindValue>>;
};

/** Its SELECT, each column through an expression. */
export function selectOf(
  { columns, from, orderBy }: Relation,
  expression: (column: Column) => string,
): string {
  const selected = columns.map((column) => `${expression(column)} AS ${quotedName(column.key)}`).join(", ");
  return `SELECT ${selected} FROM ${from}${orderBy === "" ? "" : ` ORDER BY ${orderBy}`}`;
}

export const quotedName = (key: string): string => `"${key.replaceAll('"', '""')}"`;

const SQL_TYPES: Record<ColumnKind, string> = {
  text: "VARCHAR",
  integer: "INTEGER",
  number: "DOUBLE",
  boolean: "BOOLEAN",
  list: "VARCHAR[]",
};

/** Rows already at hand (a breakdown) as a relation, so that they are written by the same hand as a list. */
export function relationOfRows(
  name: string,
  columns: readonly Column[],
  rows: readonly Readonly<Record<string, CellValue>>[],
): Relation {
  const shape = JSON.stringify([Object.fromEntries(columns.map(({ key, kind }) => [key, SQL_TYPES[kind]]))]);
  return {
    name,
    columns,
    from: `(SELECT unnest(from_json($rows, '${shape.replaceAll("'", "''")}'), max_depth := 2)) AS src`,
    orderBy: "",
    values: { rows: JSON.stringify(rows) },
  };
}

/** Its rows, chunk by chunk, as plain values. */
export async function* relationRows(
  context: EditionContext,
  relation: Relation,
  signal?: AbortSignal,
): AsyncGenerator<Chunk> {
  const release = context.state.hold();
  try {
    const sql = selectOf(relation, ({ key }) => quotedName(key));
    for await (const chunk of streamRows(context.state.instance, relation.name, sql, relation.values)) {
      signal?.throwIfAborted();
      yield chunk;
    }
  } finally {
    release();
  }
}

/** Which of some texts a relation has in a column. */
export async function presentIn(
  context: EditionContext,
  relation: Relation,
  column: string,
  values: readonly string[],
): Promise<string[]> {
  const name = quotedName(column);
  const among: Relation = {
    ...relation,
    columns: [{ key: column, kind: "text" }],
    from: `(SELECT DISTINCT ${name} FROM ${relation.from} WHERE list_contains($among, ${name})) AS src`,
    orderBy: "",
    values: { ...relation.values, among: values },
  };
  const found: string[] = [];
  for await (const chunk of relationRows(context, among))
    for (const row of chunk) found.push(row[column] as string);
  return found;
}
