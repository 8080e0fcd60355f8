import { z } from "zod";
import { BASES, type Basis } from "@/lib/codes/types";
import type { FilterDefinition, ListRequest } from "@/lib/engine/list";

/** What an address asks of a list, all of it checked. */
export type ListAddress = {
  request: ListRequest;
  basis: Basis;
  page: number;
  pageSize: number;
  /** Row keys to show, in the row's order; all when none is named. */
  columns: readonly string[];
  facets: readonly string[];
  /** Read with published corrections. */
  corrections: boolean;
};

/** One thing an address asks that can't be done. */
export type ParameterError = { parameter: string; message: string };

export class BadAddress extends Error {
  constructor(readonly errors: readonly ParameterError[]) {
    super(errors.map((error) => `${error.parameter}: ${error.message}`).join("; "));
  }
}

/** The part of a list that an address is checked against. */
export type ListShape = {
  columns: readonly string[];
  sortable: readonly string[];
  defaultSort: string;
  filters: Readonly<Record<string, FilterDefinition>>;
  /** Whether it can be read with published corrections. */
  patchable?: boolean;
};

export const MAX_PAGE_SIZE = 500;
export const DEFAULT_PAGE_SIZE = 50;

const wholeNumber = (max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= 1 && value <= max);

/** Values of a parameter, whether repeated or separated by commas. */
function valuesOf(params: URLSearchParams, name: string): string[] {
  return [
    ...new Set(
      params
        .getAll(name)
        .flatMap((value) => value.split(","))
        .map((value) => value.trim())
        .filter((value) => value !== ""),
    ),
  ];
}

/** The one value of a parameter; what is wrong with it is added to `errors`. */
function readSingle<T>(
  params: URLSearchParams,
  errors: ParameterError[],
  name: string,
  schema: z.ZodType<T, string>,
  fallback: T,
  expected: string,
): T {
  const given = params.getAll(name).filter((value) => value !== "");
  if (given.length === 0) return fallback;
  const parsed = schema.safeParse(given[0]);
  if (given.length === 1 && parsed.success) return parsed.data;
  errors.push({
    parameter: name,
    message: given.length > 1 ? "given more than once" : `expected ${expected}`,
  });
  return fallback;
}

/** `page` and `page_size`; what is wrong with them is added to `errors`. */
export function readPaging(params: URLSearchParams, errors: ParameterError[]) {
  return {
    page: readSingle(params, errors, "page", wholeNumber(10_000_000), 1, "a whole number from 1"),
    pageSize: readSingle(
      params,
      errors,
      "page_size",
      wholeNumber(MAX_PAGE_SIZE),
      DEFAULT_PAGE_SIZE,
      `a whole number from 1 to ${MAX_PAGE_SIZE}`,
    ),
  };
}

/** What a filter takes, in words: its values where they are a few, else what its schema says of them. */
function expectationOf({ issues: [issue] }: z.ZodError): string {
  if (issue?.code === "invalid_value") return `expected one of ${issue.values.map(String).join(", ")}`;
  return issue?.message ?? "not accepted";
}

/**
 * Reads the address of a list. The same reading serves the page, the API and the files.
 * @param alsoAllowed parameters that the caller reads itself (`edition`, `format`)
 * @throws BadAddress naming each parameter that is unknown or can't be honoured: nothing is silently dropped
 */
export function readListAddress(
  list: ListShape,
  params: URLSearchParams,
  alsoAllowed: readonly string[],
): ListAddress {
  const errors: ParameterError[] = [];
  const known = new Set([
    ...Object.keys(list.filters),
    ...alsoAllowed,
    ...["q", "sort", "page", "page_size", "columns", "facets", "basis"],
    ...(list.patchable ? ["corrections"] : []),
  ]);
  for (const name of new Set(params.keys()))
    if (!known.has(name))
      errors.push({
        parameter: name.slice(0, 60),
        message: `unknown parameter; known ones are ${[...known].join(", ")}`,
      });

  const single = <T>(name: string, schema: z.ZodType<T, string>, fallback: T, expected: string): T =>
    readSingle(params, errors, name, schema, fallback, expected);

  function someOf(name: string, allowed: readonly string[]): string[] {
    const values = valuesOf(params, name);
    const wrong = values.filter((value) => !allowed.includes(value));
    if (wrong.length > 0) errors.push({ parameter: name, message: `expected some of ${allowed.join(", ")}` });
    return values;
  }

  const filters: Record<string, readonly string[]> = {};
  for (const [name, filter] of Object.entries(list.filters)) {
    const values = valuesOf(params, name);
    if (values.length > 0) filters[name] = values;
    for (const value of values) {
      const parsed = filter.value.safeParse(value);
      if (!parsed.success)
        errors.push({
          parameter: name,
          message: `“${value.slice(0, 40)}” is not a value of this filter: ${expectationOf(parsed.error)}`,
        });
    }
  }

  const asked = someOf("columns", list.columns);
  const sort = someOf(
    "sort",
    list.sortable.flatMap((column) => [column, `-${column}`]),
  );
  for (const column of list.sortable)
    if (sort.includes(column) && sort.includes(`-${column}`))
      errors.push({
        parameter: "sort",
        message: `sorts by ${column} both ways: keep ${column} or -${column}`,
      });
  const address: ListAddress = {
    request: {
      filters,
      q: single("q", z.string().trim().max(200), "", "at most 200 characters") || null,
      sort,
    },
    basis: single("basis", z.enum(BASES), "corrected", BASES.join(" or ")),
    ...readPaging(params, errors),
    columns: asked.length > 0 ? list.columns.filter((column) => asked.includes(column)) : list.columns,
    facets: someOf("facets", Object.keys(list.filters)),
    corrections: single("corrections", z.enum(["0", "1"]), "0", "0 or 1") === "1",
  };
  if (errors.length > 0) throw new BadAddress(errors);
  return address;
}
