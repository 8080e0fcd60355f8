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
  const clauses = new Map(
    Object.entries(filters).map(([filter, definition]) => {
      const value = orNone(definition);
      const holds = definition.list
        ? `list_has_any($${filter}, ${value})`
        : `list_contains($${filter}, ${value})`;
      return [filter, `($${filter} IS NULL OR ${holds})`];
    }),
  );
  /** @param without a filter to leave out */
  const filteredBut = (without?: string) => `SELECT * FROM ${from}
    WHERE ($q IS NULL OR search_form($q) <> '' AND list_bool_and([contains(search_text, word) FOR word IN string_split(search_form($q), ' ')]))
      AND ${[...clauses].flatMap(([filter, clause]) => (filter === without ? [] : clause)).join("\n      AND ")}`;
  const filtered = filteredBut();
  const params = filterParamsOf(Object.keys(filters));
  const pageParams = params.extend({ limit: z.int().nullable(), offset: z.int() });
  const selected = Object.keys(row.shape)
    .map((column) => `"${column}"`)
    .join(", ");

  const values = new Map(
    Object.entries(filters).map(([filter, definition]) => [
      filter,
      definition.list ? `unnest(${orNone(definition)})` : orNone(definition),
    ]),
  );
  const perValue = (filter: string, source: string) => `SELECT '${filter}', value, count(*)::INTEGER
    FROM (SELECT ${values.get(filter)} AS value FROM ${source}) GROUP BY value`;
  const counted = memo((key: string) => {
    const [together = [], apart = []] = key.split(" ").map((names) => names.split(",").filter(Boolean));
    const hits = together.length > 0 ? "hits" : `(${filtered})`;
    return defineQuery({
      name: `${name}.counts`,
      params,
      row: z.strictObject({ facet: z.string().nullable(), value: z.string().nullable(), count: z.int() }),
      sql: `${together.length > 0 ? `WITH hits AS MATERIALIZED (${filtered})` : ""}
        SELECT NULL::VARCHAR AS facet, NULL::VARCHAR AS value, count(*)::INTEGER AS count FROM ${hits}
        ${together.map((filter) => `UNION ALL ${perValue(filter, hits)}`).join("\n")}
        ${apart.map((filter) => `UNION ALL ${perValue(filter, `(${filteredBut(filter)})`)}`).join("\n")}
        ORDER BY count DESC, value COLLATE fr`,
    });
  });
  /**
   * How many rows the filtered relation has (facet null), and how many per value of some filters' columns, in one
   * question. @param apart filters counted as if they were not asked for
   */
  function counts(together: readonly string[], apart: readonly string[]) {
    const unknown = [...together, ...apart].find((filter) => !values.has(filter));
    if (unknown !== undefined) throw new Error(`${name} has no facet ${unknown}`);
    return counted(`${together.join()} ${apart.join()}`);
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
  return { filtered, counts, inOrder };
}
