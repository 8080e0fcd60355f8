import "server-only";
import { z } from "zod";
import { ORGANISATION_COLUMNS, PLATFORM_COLUMNS } from "@/lib/editions/columns";
import { COLUMN_TYPES } from "@/lib/editions/column-types";
import { defineQuery } from "@/lib/engine/query";

/** One column as rows of (column, line, value): each value of a list, the text of anything else. */
function longForm(column: string, from: string): string {
  const type = COLUMN_TYPES[column];
  const value = type === "list" ? `unnest(${column})` : `${column}::VARCHAR`;
  const number = type === "integer" || type === "decimal" ? `${column}::DOUBLE` : "NULL::DOUBLE";
  return `SELECT '${column}' AS "column", line, ${value} AS value, ${number} AS number FROM ${from}`;
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
    sql: `WITH long AS MATERIALIZED (SELECT * FROM (${columns.map((column) => longForm(column, from)).join(" UNION ALL ")}) WHERE value IS NOT NULL),
      valued AS (
        SELECT "column", value, any_value(number) AS number, count(*)::INTEGER AS rows FROM long GROUP BY "column", value),
      told AS (
        SELECT "column", count(*)::INTEGER AS distinct_values,
          coalesce(min(number)::VARCHAR, min(value)) AS minimum, coalesce(max(number)::VARCHAR, max(value)) AS maximum,
          list(value ORDER BY rows DESC, value)[1:3] AS top_values, list(rows ORDER BY rows DESC, value)[1:3] AS top_counts
        FROM valued GROUP BY "column"),
      filling AS (SELECT "column", count(DISTINCT line)::INTEGER AS filled FROM long GROUP BY "column")
    SELECT told."column", filled, filled / (SELECT count(*) FROM ${from})::DOUBLE AS filled_share,
      (SELECT count(*) FROM findings($edition, 'file') f
        WHERE f.file = '${file}' AND f."column" = told."column" AND f.outcome = 'dropped')::INTEGER AS unusable,
      distinct_values, minimum, maximum, top_values, top_counts
    FROM told JOIN filling USING ("column")`,
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
