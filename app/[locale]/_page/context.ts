import "server-only";
import { BASES, type Basis } from "@/lib/codes/types";
import { correctionsOf, isCorrectable, patchedBy } from "@/lib/api/corrections";
import type { Corrections } from "@/lib/api/correction-types";
import type { EditionContext } from "@/lib/engine/context";
import { contextOf } from "@/lib/engine/engine";
import type { List } from "@/lib/engine/list";
import type { View } from "@/lib/links";
import { forbidKeeping } from "@/lib/response-status";
import { StoreUnavailable } from "@/lib/store";
import { BadAddress, readListAddress, type ListAddress } from "@/lib/queries/request";

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** What a page is asked: its context, the view to keep in links, and the address as written. */
export type PageContext = {
  context: EditionContext;
  view: View;
  params: URLSearchParams;
  /** The address: path without its language, and query as written. */
  path: string;
  search: string;
};

/** A parameter of the address that could not be honoured, as it was written. */
export type AddressError = { name: string; value: string };

/** What the not-found page says when it is known what is missing, and where to look instead. */
export type Missing = { title: string; text: string; link: { label: string; href: string } };

/** The address asks for what is not there: the not-found page is shown in place of the page, and names what is at fault. */
export class PageNotFound extends Error {
  constructor(
    readonly errors: readonly AddressError[] = [],
    readonly missing?: Missing,
  ) {
    super("page not found");
  }
}

// Added by sites that link here; they ask nothing of us.
const TRACKING = /^(utm_\w+|fbclid|gclid|mtm_\w+|at_\w+)$/;

async function toParams(searchParams: SearchParams): Promise<URLSearchParams> {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(await searchParams))
    if (!TRACKING.test(name)) for (const one of [value ?? []].flat()) params.append(name, one);
  return params;
}

/** @throws PageNotFound with the parameters that could not be honoured, as they were written */
export function refuse(parameters: readonly string[], params: URLSearchParams): never {
  throw new PageNotFound(
    [...new Set(parameters)].map((name) => ({ name, value: params.getAll(name).join(",") })),
  );
}

/** What an address asks, as the API reads it. @throws PageNotFound with the parameters at fault */
export function readAsApi<T>(params: URLSearchParams, read: (params: URLSearchParams) => T): T {
  try {
    return read(params);
  } catch (cause) {
    if (!(cause instanceof BadAddress)) throw cause;
    return refuse(
      cause.errors.map(({ parameter }) => parameter),
      params,
    );
  }
}

async function openContext(path: string, params: URLSearchParams, basis: Basis): Promise<PageContext> {
  const edition = params.get("edition") || undefined;
  const context = await contextOf(edition, basis);
  if (!context) refuse(["edition"], params);
  const search = params.toString();
  return { context, view: { edition, basis }, params, path, search: search === "" ? "" : `?${search}` };
}

/**
 * The context of a page that takes `edition`, `basis` and the parameters named; anything else it is asked is not found.
 * @param own parameters of the page's own, whose values the page itself reads, calling `refuse` on what it can't honour
 */
export async function pageContext(
  path: string,
  searchParams: SearchParams,
  own: readonly string[] = [],
): Promise<PageContext> {
  const params = await toParams(searchParams);
  const known = new Set(["edition", "basis", ...own]);
  const unknown = [...params.keys()].filter((name) => !known.has(name));
  if (unknown.length > 0) refuse(unknown, params);
  const basis = params.get("basis") ?? "corrected";
  if (!(BASES as readonly string[]).includes(basis)) refuse(["basis"], params);
  return openContext(path, params, basis as Basis);
}

export type ListPageContext = PageContext & {
  address: ListAddress;
  /** Published corrections of the list's rows, applied or not; null: it takes none, or they can't be read now. */
  corrections: Corrections | null;
};

/** Published corrections of a list; null when they can't be read and were not asked for. */
async function correctionsFor({ name }: List, context: EditionContext, asked: boolean) {
  if (!isCorrectable(name)) return null;
  try {
    return await correctionsOf(context, name);
  } catch (cause) {
    if (asked || !(cause instanceof StoreUnavailable)) throw cause;
    forbidKeeping();
    return null;
  }
}

/** The context of a list's page, with its address read as the API reads it. */
export async function listPageContext(
  list: List,
  path: string,
  searchParams: SearchParams,
  own: readonly string[] = [],
): Promise<ListPageContext> {
  const params = await toParams(searchParams);
  const address = readAsApi(params, (asked) => readListAddress(list, asked, ["edition", ...own]));
  const page = await openContext(path, params, address.basis);
  const corrections = await correctionsFor(list, page.context, address.corrections);
  const context = address.corrections && corrections ? patchedBy(page.context, corrections) : page.context;
  return { ...page, context, address, corrections };
}
