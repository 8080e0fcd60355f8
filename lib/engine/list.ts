import "server-only";
import type { z } from "zod";
import type { EditionContext } from "./context";
import { columnsOf } from "./kinds";
import { filterParamsOf, listTexts } from "./list-texts";
import { boundBy } from "./query";
import type { Relation } from "./relation";
import type { LoadedEdition } from "./state";

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
  /** The same with published corrections in it (`$patches`), where the list has rows that may be corrected. */
  patched?: string;
  row: R;
  /** Columns that make the order total. */
  key: readonly string[];
  defaultSort: string;
  /** The relation is one table as its file has it: a file asked without a sort keeps that order. */
  sourceOrder?: boolean;
  /** The relation has a row for each of a file: how many there are is known since it was loaded. */
  rows?: keyof LoadedEdition["counts"];
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

/**
 * Filters whose values are counted. In "result" of the filtered rows; in "choices" each filter is left out of its own
 * counts, so that a reader sees what each other choice would give.
 */
export type Facets<F extends string = string> = { names: readonly F[]; scope: "result" | "choices" };

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

  const filterParams = filterParamsOf(filterNames);
  const plain = listTexts(name, from, row, filters);
  const patched = definition.patched && listTexts(name, definition.patched, row, filters);
  function texts({ patches }: EditionContext) {
    if (patches === undefined) return plain;
    if (!patched) throw new Error(`${name} takes no corrections`);
    return patched;
  }

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

  const keyOrder = key.map((column) => `src."${column}"`).join(", ");
  const sortOf = ({ sort }: { sort: readonly string[] }) =>
    sort.length > 0 ? sort : [definition.defaultSort];

  function bind(request: ListRequest<Filter>): z.input<typeof filterParams> {
    const values = filterNames.map((filter) => [
      filter,
      request.filters[filter]?.length ? [...request.filters[filter]] : null,
    ]);
    return { q: request.q, ...Object.fromEntries(values) } as z.input<typeof filterParams>;
  }

  /** The total and the facets, in one question. */
  async function counts(
    context: EditionContext,
    request: ListRequest<Filter>,
    { names, scope }: Facets<Filter> = { names: [], scope: "result" },
  ): Promise<{ total: number; facets: Record<Filter, FacetCount[]> }> {
    const { rows } = definition;
    if (rows && names.length === 0 && Object.values(bind(request)).every((asked) => asked === null))
      return { total: context.edition.counts[rows], facets: {} as Record<Filter, FacetCount[]> };
    const apart = scope === "choices" ? names.filter((filter) => request.filters[filter]?.length) : [];
    const question = texts(context).counts(
      names.filter((filter) => !apart.includes(filter)),
      apart,
    );
    const of = Map.groupBy(await question.all(context, bind(request)), ({ facet }) => facet);
    const facets = names.map((filter) => [
      filter,
      (of.get(filter) ?? []).map(({ value, count }): FacetCount => ({ value: value ?? "", count })),
    ]);
    return {
      total: of.get(null)?.[0]?.count ?? 0,
      facets: Object.fromEntries(facets) as Record<Filter, FacetCount[]>,
    };
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
    /** The relation it is taken from, with its parameters. */
    from,
    /** SQL of the filtered relation, to be shown. */
    sql: plain.filtered,
    /** Whether it can be read with published corrections. */
    patchable: patched !== undefined,
    /** Rows of one page, the total of the filtered result, and counts by filter. @param page 1-based */
    async page(
      context: EditionContext,
      request: ListRequest<Filter>,
      page: number,
      pageSize: number,
      facets?: Facets<Filter>,
    ) {
      const rows = texts(context).inOrder(orderBy(sortOf(request)));
      const [found, counted] = await Promise.all([
        rows.all(context, { ...bind(request), limit: pageSize, offset: (page - 1) * pageSize }),
        counts(context, request, facets),
      ]);
      return { rows: found, ...counted };
    },
    /** Number of rows of the filtered result. */
    async total(context: EditionContext, request: ListRequest<Filter>): Promise<number> {
      return (await counts(context, request)).total;
    },
    /** Counts per value of some filters' columns, `none` included, by filter. */
    async facets(
      context: EditionContext,
      request: ListRequest<Filter>,
      names: Facets<Filter>["names"],
      scope: Facets["scope"],
    ): Promise<Record<Filter, FacetCount[]>> {
      return (await counts(context, request, { names, scope })).facets;
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
      // Cells replaced come by a join, which promises no order: that of the source is asked for.
      const asSource = definition.sourceOrder && request.sort.length === 0;
      return {
        name,
        columns: described.filter(({ key: column }) => shown.includes(column)),
        from: `(${texts(context).filtered}) AS src`,
        orderBy: asSource ? (context.patches === undefined ? "" : keyOrder) : orderBy(sortOf(request)),
        values: { ...filterParams.parse(bind(request)), ...boundBy(context) },
      };
    },
  };
}

export type List = ReturnType<typeof defineList<z.ZodObject, Record<string, FilterDefinition>>>;
