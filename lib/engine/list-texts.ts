import "server-only";
import { NONE } from "@/lib/codes/types";
import { z } from "zod";
import type { FilterDefinition } from "./list";
import { defineQuery } from "./query";

const orNone = (filter: FilterDefinition) =>
  filter.list
    ? `CASE WHEN len(${filter.column}) = 0 THEN ['${NONE}'] ELSE ${filter.column} END`
    : `coalesce(${filter.column}::VARCHAR, '${NONE}')`;

/**
 * One question a text, made when first asked: it depends on names of the definition only, never on a value. Readers
 * choose among a finite number of them, but a large one: few are kept.
 */
function memo<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    const question = made.get(text) ?? make(text);
    if (made.size < 100) made.set(text, question);
    return question;
  };
}

/** What a list's filters bind. */
export const filterParamsOf = (filters: readonly string[]) =>
  z.object({
    q: z.string().nullable(),
    ...Object.fromEntries(filters.map((filter) => [filter, z.array(z.string()).nullable()])),
  });

/** The questions of a list over one relation: all are made of the one text that filters it. */
export function listTexts<R extends z.ZodObject>(
  name: string,
  from: string,
  row: R,
  filters: Readonly<Record<string, FilterDefinition>>,
) {
  const clauses = Object.entries(filters).map(([filter, definition]) => {
    const value = orNone(definition);
    return `($${filter} IS NULL OR ${definition.list ? `list_has_any($${filter}, ${value})` : `list_contains($${filter}, ${value})`})`;
  });
  const filtered = `SELECT * FROM ${from}
    WHERE ($q IS NULL OR search_form($q) <> '' AND list_bool_and([contains(search_text, word) FOR word IN string_split(search_form($q), ' ')]))
      AND ${clauses.join("\n      AND ")}`;
  const params = filterParamsOf(Object.keys(filters));
  const pageParams = params.extend({ limit: z.int().nullable(), offset: z.int() });
  const selected = Object.keys(row.shape)
    .map((column) => `"${column}"`)
    .join(", ");

  const total = defineQuery({
    name: `${name}.total`,
    params,
    row: z.strictObject({ total: z.int() }),
    sql: `SELECT count(*)::INTEGER AS total FROM (${filtered})`,
  });

  const values = new Map(
    Object.entries(filters).map(([filter, definition]) => [
      filter,
      definition.list ? `unnest(${orNone(definition)})` : orNone(definition),
    ]),
  );
  const counted = memo((names: string) => {
    const counts = names.split(",").map(
      (filter) => `SELECT '${filter}' AS facet, value, count(*)::INTEGER AS count
        FROM (SELECT ${values.get(filter)} AS value FROM hits) GROUP BY value`,
    );
    return defineQuery({
      name: `${name}.facets`,
      params,
      row: z.strictObject({ facet: z.string(), value: z.string(), count: z.int() }),
      sql: `WITH hits AS MATERIALIZED (${filtered}) ${counts.join("\nUNION ALL ")}
        ORDER BY count DESC, value COLLATE fr`,
    });
  });
  /** Counts per value of some filters' columns, in one reading of the filtered relation. @param names at least one */
  function facets(names: readonly string[]) {
    const unknown = names.find((filter) => !values.has(filter));
    if (unknown !== undefined) throw new Error(`${name} has no facet ${unknown}`);
    return counted(names.join());
  }

  /** The rows of a page in an order that names of the row make. */
  const inOrder = memo((order: string) =>
    defineQuery({
      name,
      params: pageParams,
      row,
      sql: `SELECT ${selected} FROM (${filtered}) AS src ORDER BY ${order} LIMIT $limit OFFSET $offset`,
    }),
  );
  return { filtered, total, facets, inOrder };
}
