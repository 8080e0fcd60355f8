import type { Basis } from "@/lib/codes/types";
import { localHref, queryString, type Locale } from "@/lib/links";
import { xmlText } from "@/lib/xml";

/** Colours of a frame; "auto" follows the reader's. */
export const THEMES = ["auto", "light", "dark"] as const;

/** An indicator as it is shown in another site's page. */
export type Embedded = {
  id: string;
  locale: Locale;
  /** As asked; the default edition and the corrected basis are not written. */
  edition: string | undefined;
  basis: Basis;
  /** Of `SHOWN` (app/api/_picture/picture.ts). */
  show: string;
  /** "auto" is not written. */
  theme?: (typeof THEMES)[number];
};

/** Path of a frame, with its language. */
export function embedHref({ id, locale, edition, basis, show, theme }: Embedded): string {
  const parameters = {
    edition,
    basis: basis === "corrected" ? null : basis,
    show: show === "chart" ? null : show,
    theme: theme === "auto" ? null : theme,
  };
  return localHref(locale, `/embed/indicateurs/${id}${queryString(parameters)}`);
}

/** The lines to paste into another page: a frame as wide as its place. */
export function iframeHtml(frame: { src: string; title: string; width?: number; height: number }): string {
  const { src, title, width, height } = frame;
  return `<iframe src="${xmlText(src)}" title="${xmlText(title)}" width="${width ?? "100%"}" height="${height}" style="border:0" loading="lazy"></iframe>`;
}

/** Which indicator an address of the site is of, its page or its frame; undefined for any other. @param site its origin */
export function indicatorAddress(
  address: string,
  site: string,
): { id: string; locale: Locale; params: URLSearchParams } | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const found = url && /^\/(en\/)?(?:embed\/)?indicateurs\/([a-z][a-z0-9-]{0,60})\/?$/.exec(url.pathname);
  if (!found || url.origin !== site) return undefined;
  return { id: found[2] ?? "", locale: found[1] ? "en" : "fr", params: url.searchParams };
}
