import type { Basis } from "@/lib/codes/types";
import type { RowsLink } from "@/lib/indicators/types";

/** What a reader looks at, kept from link to link: the edition when it was named, the basis when it is not the default. */
export type View = { edition: string | undefined; basis: Basis };

type Parameters = Record<string, string | number | readonly string[] | null | undefined>;

/** The parameters as an address has them: lists joined by commas, empty ones left out. */
export function queryString(parameters: Parameters): string {
  const search = Object.entries(parameters).flatMap(([name, value]) => {
    const text = Array.isArray(value) ? value.join(",") : value;
    return text === null || text === undefined || text === ""
      ? []
      : [`${name}=${encodeURIComponent(String(text)).replaceAll("%2C", ",")}`];
  });
  return search.length > 0 ? `?${search.join("&")}` : "";
}

function viewParameters({ edition, basis }: View): Parameters {
  return { basis: basis === "corrected" ? null : basis, edition };
}

/** Address of a page (without its language), keeping the view. */
export function pageHref(path: string, view: View, parameters: Parameters = {}): string {
  return `${path}${queryString({ ...parameters, ...viewParameters(view) })}`;
}

const LIST_PATHS = { organisations: "/organisations", platforms: "/plateformes" } as const;

/** Address of the list that shows the rows behind a figure. */
export function rowsHref(link: RowsLink, view: View): string {
  return pageHref(LIST_PATHS[link.list], view, link.filters);
}

/** Path of an organisation's page, without language or view. */
export const organisationHref = (siren: string): string => `/organisations/${siren}`;

/** Path of a platform's page, without language or view. */
export const platformHref = (slug: string): string => `/plateformes/${slug}`;

/** Address in the read API. @param path below the edition, e.g. "indicators/by-type" */
export function apiHref(edition: string, path: string, basis: Basis, parameters: Parameters = {}): string {
  return `/api/v1/editions/${edition}/${path}${queryString({ ...parameters, ...viewParameters({ edition: undefined, basis }) })}`;
}

export type Locale = "fr" | "en";

/** The address in a language: French has no prefix. */
export function localHref(locale: Locale, href: string): string {
  if (locale === "fr") return href;
  return href === "/" || href.startsWith("/?") ? `/en${href.slice(1)}` : `/en${href}`;
}

/** The same view of another edition: every filter kept, back to the first page. @param search query as asked */
export function editionHref(locale: Locale, path: string, search: string, edition: string): string {
  const parameters = new URLSearchParams(search);
  parameters.delete("page");
  parameters.set("edition", edition);
  return localHref(locale, `${path}?${parameters.toString().replaceAll("%2C", ",")}`);
}
