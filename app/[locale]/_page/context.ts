import "server-only";
import { notFound } from "next/navigation";
import { BASES, type Basis } from "@/lib/codes/types";
import type { EditionContext } from "@/lib/engine/context";
import { contextOf } from "@/lib/engine/engine";
import type { List } from "@/lib/engine/list";
import type { View } from "@/lib/links";
import { BadAddress, readListAddress, type ListAddress } from "@/lib/queries/request";
import { reportAddressErrors } from "./address-errors";

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** What a page is asked: its context, the view to keep in links, and the address as written. */
export type PageContext = { context: EditionContext; view: View; params: URLSearchParams; search: string };

// Added by sites that link here; they ask nothing of us.
const TRACKING = /^(utm_\w+|fbclid|gclid|mtm_\w+|at_\w+)$/;

async function toParams(searchParams: SearchParams): Promise<URLSearchParams> {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(await searchParams))
    if (!TRACKING.test(name)) for (const one of [value ?? []].flat()) params.append(name, one);
  return params;
}

/** Not found, and the page says which parameters could not be honoured, as they were written. */
function refuse(parameters: readonly string[], params: URLSearchParams): never {
  reportAddressErrors(
    [...new Set(parameters)].map((name) => ({ name, value: params.getAll(name).join(",") })),
  );
  notFound();
}

async function openContext(params: URLSearchParams, basis: Basis): Promise<PageContext> {
  const edition = params.get("edition") || undefined;
  const context = await contextOf(edition, basis);
  if (!context) refuse(["edition"], params);
  const search = params.toString();
  return { context, view: { edition, basis }, params, search: search === "" ? "" : `?${search}` };
}

/** The context of a page that takes `edition` and `basis` alone; anything else it is asked is not found. */
export async function pageContext(searchParams: SearchParams): Promise<PageContext> {
  const params = await toParams(searchParams);
  const unknown = [...params.keys()].filter((name) => name !== "edition" && name !== "basis");
  if (unknown.length > 0) refuse(unknown, params);
  const basis = params.get("basis") ?? "corrected";
  if (!(BASES as readonly string[]).includes(basis)) refuse(["basis"], params);
  return openContext(params, basis as Basis);
}

/** The context of a list's page, with its address read as the API reads it. */
export async function listPageContext(
  list: List,
  searchParams: SearchParams,
): Promise<PageContext & { address: ListAddress }> {
  const params = await toParams(searchParams);
  let address: ListAddress;
  try {
    address = readListAddress(list, params, ["edition"]);
  } catch (cause) {
    if (cause instanceof BadAddress)
      refuse(
        cause.errors.map(({ parameter }) => parameter),
        params,
      );
    throw cause;
  }
  return { ...(await openContext(params, address.basis)), address };
}
