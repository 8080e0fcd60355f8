import "server-only";
import { NONE } from "@/lib/codes/types";
import { z } from "zod";
import type { FilterDefinition } from "./list";
import { defineQuery } from "./query";

const orNone = (filter: FilterDefinition) =>
  filter.list
    ? `CASE WHEN len(${filter.column}) = 0 THEN ['${NONE}'] ELSE ${filter.column} END`
    : `coalesce(${filter.column}::VARCHAR, '${NONE}')`;

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
    WHERE ($q IS NULL OR list_bool_and([contains(search_text, word) FOR word IN string_split(search_form($q), ' ')]))
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

  const facets = new Map(
    Object.entries(filters).map(([filter, definition]) => {
      const value = definition.list ? `unnest(${orNone(definition)})` : orNone(definition);
      return [
        filter,
        defineQuery({
          name: `${name}.facet.${filter}`,
          params,
          row: z.strictObject({ value: z.string(), count: z.int() }),
          sql: `SELECT value, count(*)::INTEGER AS count FROM (SELECT ${value} AS value FROM (${filtered}))
            GROUP BY value ORDER BY count DESC, value COLLATE fr`,
        }),
      ] as const;
    }),
  );

  // One question a sort order, made when first asked: its text depends on names of the row only, never on a value.
  const ordered = new Map<string, ReturnType<typeof defineOrdered>>();
  function defineOrdered(order: string) {
    return defineQuery({
      name,
      params: pageParams,
      row,
      sql: `SELECT ${selected} FROM (${filtered}) AS src ORDER BY ${order} LIMIT $limit OFFSET $offset`,
    });
  }
  /** The rows of a page in an order that names of the row make. */
  function inOrder(order: string) {
    const query = ordered.get(order) ?? defineOrdered(order);
    // Readers choose among a finite number of orders, but a large one: keep the cache small.
    if (ordered.size < 100) ordered.set(order, query);
    return query;
  }
  return { filtered, total, facets, inOrder };
}
