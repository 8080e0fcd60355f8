import "server-only";
import { z } from "zod";
import type { Basis } from "@/lib/codes/types";
import type { Column, ColumnKind } from "@/lib/engine/kinds";
import type { EditionContext } from "@/lib/engine/context";
import { boundBy, defineQuery } from "@/lib/engine/query";
import { quotedName, type Relation } from "@/lib/engine/relation";
import { REPORTS } from "@/lib/engine/reports";
import { RELATIONS } from "@/lib/engine/schema";
import type { List } from "@/lib/engine/list";
import { boundAuthorities } from "./bound-authorities";
import { changes } from "./changes";
import { organisations } from "./organisations";
import { platforms } from "./platforms";
import { quality } from "./quality";

/** Tables that every question reads, by their column of the edition; null: the same for all editions. */
const SCOPES = {
  edition: "id",
  organisation: "edition",
  platform: "edition",
  finding: "edition",
  authority: null,
  membership: null,
  department: null,
  published_denominator: null,
  published_history: null,
} as const;

export type TableName = keyof typeof SCOPES;
export const TABLE_NAMES = Object.keys(SCOPES) as TableName[];
export const isTable = (name: string): name is TableName => Object.hasOwn(SCOPES, name);
/** Whether each edition has rows of its own in it. */
export const isOfEdition = (name: TableName): boolean => SCOPES[name] !== null;

/** What is in each table of the engine? Grain: one column of one table, in the table's order. */
const tableColumns = defineQuery({
  name: "table-columns",
  params: z.object({}),
  row: z.strictObject({
    table: z.string(),
    column: z.string(),
    type: z.enum(["VARCHAR", "INTEGER", "DOUBLE", "BOOLEAN", "VARCHAR[]", "DATE"]),
  }),
  sql: `SELECT c.table_name AS "table", c.column_name AS "column", c.data_type AS type
    FROM duckdb_columns() c JOIN duckdb_tables() t ON t.table_oid = c.table_oid
    WHERE NOT c.internal ORDER BY c.table_name, c.column_index`,
});

export type SqlType = z.output<typeof tableColumns.row>["type"];
export type TypedColumn = Column & { type: SqlType };

const KINDS: Record<SqlType, ColumnKind> = {
  ...{ VARCHAR: "text", INTEGER: "integer", DOUBLE: "number", BOOLEAN: "boolean", "VARCHAR[]": "list" },
  DATE: "text",
};
const TYPES: Record<ColumnKind, SqlType> = {
  ...{ text: "VARCHAR", integer: "INTEGER", number: "DOUBLE", boolean: "BOOLEAN", list: "VARCHAR[]" },
};

/** Columns that no public answer has but the source file. */
const UNPUBLISHED = new Set(["twitter"]);

/** The columns of every table, as the engine itself has them. */
export async function columnsOfTables(context: EditionContext): Promise<Map<TableName, TypedColumn[]>> {
  const found = await tableColumns.all(context, {});
  return new Map(
    TABLE_NAMES.map((name) => [
      name,
      found
        .filter(({ table, column }) => table === name && !UNPUBLISHED.has(column))
        .map(({ column, type }) => ({ key: column, kind: KINDS[type], type })),
    ]),
  );
}

const rowsOf = (name: TableName) =>
  SCOPES[name] === null
    ? `SELECT * FROM ${name} WHERE $edition IS NOT NULL`
    : `SELECT * FROM ${name} WHERE ${SCOPES[name]} = $edition`;

/** How many rows does each table have for one edition? Grain: one table. */
const tableRows = defineQuery({
  name: "table-rows",
  params: z.object({}),
  row: z.strictObject({ table: z.string(), rows: z.int() }),
  sql: TABLE_NAMES.map(
    (name) => `SELECT '${name}' AS "table", count(*)::INTEGER AS rows FROM (${rowsOf(name)})`,
  ).join(" UNION ALL "),
});

/** The number of rows of every table, of one edition. */
export async function rowsOfTables(context: EditionContext): Promise<Map<string, number>> {
  return new Map((await tableRows.all(context, {})).map(({ table, rows }) => [table, rows]));
}

/** The rows of one table, of one edition, in the order they were read in. */
export function tableRelation(
  context: EditionContext,
  name: TableName,
  columns: readonly Column[],
): Relation {
  return {
    name: `table-${name}`,
    columns,
    from: `(${rowsOf(name)}) AS src`,
    orderBy: "",
    values: { edition: boundBy(context).edition },
  };
}

/** The public lists, under the names that a visitor's SQL reads them by. */
export const TAB_LISTS: readonly { name: string; list: List }[] = [
  { name: "organisations", list: organisations },
  { name: "platforms", list: platforms },
  { name: "bound_authorities", list: boundAuthorities },
  { name: "quality", list: quality },
  { name: "changes", list: changes },
] as { name: string; list: List }[];

/** What the columns of a list are in SQL. */
export const typedColumns = (list: List): TypedColumn[] =>
  list.described.map((column) => ({ ...column, type: TYPES[column.kind] }));

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/**
 * A text of ours as an engine without our parameters and without ICU runs it: the edition and the basis written in, and
 * texts put in order without case or accents (`COLLATE fr` is of ICU, which the browser's engine lacks).
 */
export function tabSql(sql: string, edition: string, basis: Basis): string {
  return sql
    .replace(/\$edition\b/g, quoted(edition))
    .replace(/\$basis\b/g, quoted(basis))
    .replaceAll("COLLATE fr", "COLLATE NOACCENT.NOCASE");
}

/**
 * What makes of the tables, once they are loaded, what our questions read: the very relations of the server, and one
 * view a public list. The last ones shut the engine in: it reaches no file and no address from then on.
 */
export function tabStatements({ edition, basis }: EditionContext): string[] {
  return [
    ...RELATIONS,
    ...REPORTS,
    ...TAB_LISTS.map(({ name, list }) => {
      const columns = list.columns.map(quotedName).join(", ");
      return `CREATE VIEW ${name} AS SELECT ${columns} FROM ${tabSql(list.from, edition.id, basis)}`;
    }),
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET enable_external_access = false",
    "SET lock_configuration = true",
  ];
}
