import "server-only";
import { z } from "zod";
import { NONE } from "@/lib/codes/types";
import type { EditionContext } from "./context";
import { columnsOf } from "./kinds";
import type { Relation } from "./relation";
import { defineQuery } from "./query";

/** A filter compares a column with the values asked for; `none` asks for rows that have no value. */
export type FilterDefinition = {
  /** Column of the relation; a list column matches when any of its values does. */
  column: string;
  list?: boolean;
  /** Accepts one value of the filter, as written in an address. */
  value: z.ZodType<string>;
};

export type ListDefinition<R extends z.ZodObject, F extends Record<string, FilterDefinition>> = {
  name: string;
  /** The relation, from its macro: has every column of the row, of the filters, and `search_text`. */
  from: string;
  row: R;
  /** Columns that make the order total. */
  key: readonly string[];
  defaultSort: string;
  /** The relation is one table as its file has it: a file asked without a sort keeps that order. */
  sourceOrder?: boolean;
  filters: F;
};

/** What a reader asks of a list; the same object serves page, total, facets and file. */
export type ListRequest<F extends string = string> = {
  filters: Partial<Record<F, readonly string[]>>;
  q: string | null;
  /** Row keys, "-" first for descending. */
  sort: readonly string[];
};

export type FacetCount = { value: string; count: number };

const orNone = (filter: FilterDefinition) =>
  filter.list
    ? `CASE WHEN len(${filter.column}) = 0 THEN ['${NONE}'] ELSE ${filter.column} END`
    : `coalesce(${filter.column}::VARCHAR, '${NONE}')`;

/**
 * Defines a list question: one relation, filtered by one text, from which rows, total, facets and exports are all
 * taken. The text is put together here, once, from constants; values are always bound.
 */
export function defineList<R extends z.ZodObject, F extends Record<string, FilterDefinition>>(
  definition: ListDefinition<R, F>,
) {
  type Filter = Extract<keyof F, string>;
  const { name, from, row, key, filters } = definition;
  const filterNames = Object.keys(filters) as Filter[];
  const columns = Object.keys(row.shape);
  const described = columnsOf(row);
  const kinds = new Map(described.map(({ key: column, kind }) => [column, kind]));
  const sortable = columns.filter((column) => kinds.get(column) !== "list");

  const clauses = filterNames.map((filter) => {
    const { list } = filters[filter] as FilterDefinition;
    const value = orNone(filters[filter] as FilterDefinition);
    return `($${filter} IS NULL OR ${list ? `list_has_any($${filter}, ${value})` : `list_contains($${filter}, ${value})`})`;
  });
  const filtered = `SELECT * FROM ${from}
    WHERE ($q IS NULL OR list_bool_and([contains(search_text, word) FOR word IN string_split(search_form($q), ' ')]))
      AND ${clauses.join("\n      AND ")}`;

  const filterParams = z.object({
    q: z.string().nullable(),
    ...Object.fromEntries(filterNames.map((filter) => [filter, z.array(z.string()).nullable()])),
  });
  const pageParams = filterParams.extend({ limit: z.int().nullable(), offset: z.int() });
  const selected = columns.map((column) => `"${column}"`).join(", ");

  const total = defineQuery({
    name: `${name}.total`,
    params: filterParams,
    row: z.strictObject({ total: z.int() }),
    sql: `SELECT count(*)::INTEGER AS total FROM (${filtered})`,
  });

  const facetQueries = new Map(
    filterNames.map((filter) => {
      const definitionOf = filters[filter] as FilterDefinition;
      const value = definitionOf.list ? `unnest(${orNone(definitionOf)})` : orNone(definitionOf);
      return [
        filter,
        defineQuery({
          name: `${name}.facet.${filter}`,
          params: filterParams,
          row: z.strictObject({ value: z.string(), count: z.int() }),
          sql: `SELECT value, count(*)::INTEGER AS count FROM (SELECT ${value} AS value FROM (${filtered}))
            GROUP BY value ORDER BY count DESC, value COLLATE fr`,
        }),
      ] as const;
    }),
  );

  function orderBy(sort: readonly string[]): string {
    const asked = sort.map((term) => ({ column: term.replace(/^-/, ""), descending: term.startsWith("-") }));
    const terms = [...asked, ...key.map((column) => ({ column, descending: false }))];
    return terms
      .map(({ column, descending }) => {
        // Identifiers can't be bound: only the relation's own names pass.
        if (!sortable.includes(column) && !key.includes(column))
          throw new Error(`${name} does not sort by ${column}`);
        const collation = kinds.get(column) === "text" ? " COLLATE fr" : "";
        return `src."${column}"${collation} ${descending ? "DESC" : "ASC"} NULLS LAST`;
      })
      .join(", ");
  }

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
  const sortOf = ({ sort }: { sort: readonly string[] }) =>
    sort.length > 0 ? sort : [definition.defaultSort];
  function inOrder(sort: readonly string[]) {
    const order = orderBy(sortOf({ sort }));
    const query = ordered.get(order) ?? defineOrdered(order);
    // Readers choose among a finite number of orders, but a large one: keep the cache small.
    if (ordered.size < 100) ordered.set(order, query);
    return query;
  }

  function bind(request: ListRequest<Filter>, without?: Filter): z.input<typeof filterParams> {
    const values = filterNames.map((filter) => [
      filter,
      filter === without || !request.filters[filter]?.length ? null : [...request.filters[filter]],
    ]);
    return { q: request.q, ...Object.fromEntries(values) } as z.input<typeof filterParams>;
  }

  return {
    name,
    row,
    columns,
    /** The same with what each holds. */
    described,
    sortable,
    filters,
    defaultSort: definition.defaultSort,
    /** SQL of the filtered relation, to be shown. */
    sql: filtered,
    /** Rows of one page and the total of the filtered result. @param page 1-based */
    async page(context: EditionContext, request: ListRequest<Filter>, page: number, pageSize: number) {
      const params = bind(request);
      const [rows, count] = await Promise.all([
        inOrder(request.sort).all(context, { ...params, limit: pageSize, offset: (page - 1) * pageSize }),
        total.one(context, params),
      ]);
      return { rows, total: count.total };
    },
    /** Number of rows of the filtered result. */
    async total(context: EditionContext, request: ListRequest<Filter>): Promise<number> {
      return (await total.one(context, bind(request))).total;
    },
    /**
     * Counts per value of one filter's column, `none` included.
     * @param scope "result" counts the filtered result; "choices" leaves this filter itself out, so that a reader
     *   sees what each other choice would give
     */
    async facet(
      context: EditionContext,
      request: ListRequest<Filter>,
      filter: Filter,
      scope: "result" | "choices",
    ): Promise<FacetCount[]> {
      const query = facetQueries.get(filter);
      if (!query) throw new Error(`${name} has no facet ${filter}`);
      return query.all(context, bind(request, scope === "choices" ? filter : undefined));
    },
    /**
     * The whole filtered result, for a file. Without a sort the rows of a table keep the order of their source, so that
     * a file of any length is written without being held in memory.
     */
    relation(
      context: EditionContext,
      request: ListRequest<Filter>,
      shown: readonly string[] = columns,
    ): Relation {
      return {
        name,
        columns: described.filter(({ key: column }) => shown.includes(column)),
        from: `(${filtered}) AS src`,
        orderBy: definition.sourceOrder && request.sort.length === 0 ? "" : orderBy(sortOf(request)),
        values: { ...filterParams.parse(bind(request)), edition: context.edition.id, basis: context.basis },
      };
    },
  };
}

export type List = ReturnType<typeof defineList<z.ZodObject, Record<string, FilterDefinition>>>;
