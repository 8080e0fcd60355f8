import "server-only";
import { labelOf } from "@/lib/codes/labels";
import { REGIONS } from "@/lib/codes/regions";
import type { ListRequest } from "@/lib/engine/list";
import { levelOf } from "@/lib/geo/shapes";
import { peersOf, territoriesOf, together, type TerritoryLevel } from "@/lib/indicators/territory-measures";
import type { Locale } from "@/lib/links";
import { boundAuthorities } from "@/lib/queries/bound-authorities";
import { organisations } from "@/lib/queries/organisations";
import { refuse, type ListPageContext } from "./context";

/** Authorities shown of those that publish; the whole list is a link away. */
const OPEN_SHOWN = 10;

/** Which territory a code of the address is: one of the 18 régions, the 101 départements, or an overseas collectivity. */
function kindOf(code: string): TerritoryLevel | "overseas" | null {
  if (REGIONS.some((region) => region.code === code && region.zone === "com")) return "overseas";
  return levelOf(code) ?? null;
}

/**
 * Everything the page of a territory shows; null for a code that is no territory's.
 * The address is that of the list of bound authorities, held to the territory and to those that are not open.
 */
export async function loadTerritory(page: ListPageContext, locale: Locale, code: string) {
  const kind = kindOf(code);
  if (kind === null) return null;
  const { context, params, address } = page;
  // The page itself says which place and which authorities it lists.
  const fixed = ["region", "department", "open", "facets", "columns"].filter((name) => params.has(name));
  if (fixed.length > 0) refuse(fixed, params);
  const level = kind === "overseas" ? "region" : kind;
  const place = { [level]: [code] };
  const closedRequest: ListRequest<"open" | "type" | "region" | "department" | "size"> = {
    ...address.request,
    filters: { ...address.request.filters, ...place, open: ["false"] },
    sort: address.request.sort.length > 0 ? address.request.sort : ["-population"],
  };
  const openRequest = { filters: { category: ["authority"], ...place }, q: null, sort: ["-population"] };
  const [territories, regions, departments, open, closed] = await Promise.all([
    territoriesOf(context, level),
    territoriesOf(context, "region"),
    territoriesOf(context, "department"),
    organisations.page(context, openRequest, 1, OPEN_SHOWN),
    kind === "overseas"
      ? { rows: [], total: 0 }
      : boundAuthorities.page(context, closedRequest, address.page, address.pageSize),
  ]);
  return {
    code,
    kind,
    level,
    place,
    name: labelOf(level, code)[locale],
    territories,
    departments,
    self: territories?.find(({ key }) => key === code) ?? null,
    /** By région, where régions themselves are counted: its rate is the opening rate. */
    france: regions && together(regions),
    peers: territories ? peersOf(territories, code) : [],
    open,
    closed,
    closedRequest,
    /** A demonstration edition can't tell which communes and EPCI are open. */
    uncertain: context.edition.manifest.kind === "demo",
  };
}

export type TerritoryModel = NonNullable<Awaited<ReturnType<typeof loadTerritory>>>;
