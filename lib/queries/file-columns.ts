import "server-only";
import { z } from "zod";
import { ORGANISATION_COLUMNS, PLATFORM_COLUMNS } from "@/lib/editions/columns";
import { COLUMN_TYPES } from "@/lib/editions/column-types";
import { defineQuery } from "@/lib/engine/query";

/** Most frequent values told of a column. */
const TOP = 3;

/** What one column holds, each value of a list by itself. One scan a column: on 300,000 rows, half the time and the memory of all at once. */
function summaryOf(column: string, from: string): string {
  const type = COLUMN_TYPES[column];
  const isList = type === "list";
  const value = isList ? `unnest(${column})` : `${column}::VARCHAR`;
  const number = type === "integer" || type === "decimal" ? "value::DOUBLE" : "NULL::DOUBLE";
  const filled = isList ? `(SELECT count(*) FROM ${from} WHERE len(${column}) > 0)` : "sum(rows)";
  return `(WITH valued AS MATERIALIZED (
      SELECT value, ${number} AS number, count(*) AS rows
      FROM (SELECT ${value} AS value FROM ${from}) WHERE value IS NOT NULL GROUP BY value),
    top AS (SELECT value, rows FROM valued ORDER BY rows DESC, value LIMIT ${TOP})
    SELECT '${column}' AS "column", ${filled}::INTEGER AS filled, count(*)::INTEGER AS distinct_values,
      coalesce(min(number)::VARCHAR, min(value)) AS minimum, coalesce(max(number)::VARCHAR, max(value)) AS maximum,
      (SELECT list(value ORDER BY rows DESC, value) FROM top) AS top_values,
      (SELECT list(rows::INTEGER ORDER BY rows DESC, value) FROM top) AS top_counts
    FROM valued HAVING count(*) > 0)`;
}

/**
 * What does each column of a file hold?
 * Grain: one column of the schema that has a usable value, as the file has it (whatever the basis). `filled` in rows,
 * `filled_share` a share of all rows; values of a list counted one by one; `unusable` in cells that were set aside.
 */
function defineColumns(file: string, columns: readonly string[], from: string) {
  return defineQuery({
    name: `file-columns.${file}`,
    params: z.object({}),
    row: z.strictObject({
      column: z.string(),
      filled: z.int(),
      filled_share: z.number(),
      unusable: z.int(),
      distinct_values: z.int(),
      minimum: z.string(),
      maximum: z.string(),
      top_values: z.array(z.string()),
      top_counts: z.array(z.int()),
    }),
    sql: `WITH told AS (${columns.map((column) => summaryOf(column, from)).join(" UNION ALL ")}),
      dropped AS (
        SELECT "column", count(*)::INTEGER AS unusable FROM findings($edition, 'file')
        WHERE file = '${file}' AND outcome = 'dropped' GROUP BY "column")
    SELECT told."column", filled, filled / (SELECT count(*) FROM ${from})::DOUBLE AS filled_share,
      coalesce(unusable, 0) AS unusable, distinct_values, minimum, maximum, top_values, top_counts
    FROM told LEFT JOIN dropped ON dropped."column" = told."column"`,
  });
}

const names = (columns: readonly { name: string }[]) => columns.map(({ name }) => name);

export const organisationFileColumns = defineColumns(
  "organisations.csv",
  names(ORGANISATION_COLUMNS),
  "actors($edition, 'file')",
);

export const platformFileColumns = defineColumns(
  "plateformes.csv",
  names(PLATFORM_COLUMNS),
  "platforms_of($edition)",
);
