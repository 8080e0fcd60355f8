import "server-only";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageFamilies } from "@/lib/api/pages";
import { languagesOf, pageUrl, siteUrl } from "@/lib/api/site-url";
import { pageAt, twinPaths } from "@/lib/api/twins";
import { defaultEdition } from "@/lib/engine/engine";
import { pageHref, queryString, type Locale } from "@/lib/links";
import type { PageContext } from "./context";

/** Pages that DCAT describes to catalogues as a data set. */
const DESCRIBED = new Set(["/", "/donnees"]);

/**
 * Adds to a page's metadata its own address, in each language, and what is shown where the page is shared.
 * The edition is part of the address unless it is the default one; filters, sort and basis are views of the same page.
 */
export async function withAddress(
  metadata: Metadata,
  { context }: PageContext,
  locale: Locale,
  path: string,
): Promise<Metadata> {
  const t = await getTranslations({ locale, namespace: "shell" });
  const { edition, state } = context;
  const named = edition.id === defaultEdition(state).id ? undefined : edition.id;
  const href = pageHref(path, { edition: named, basis: "corrected" });
  const url = pageUrl(locale, href);
  /** What is shown elsewhere is what is seen here. */
  const seen = pageUrl(locale, pageHref(path, { edition: named, basis: context.basis }));
  const types = Object.fromEntries([
    ...Object.entries(twinPaths(path)).map(([type, twin]) => [
      type,
      pageUrl(locale, pageHref(twin, { edition: named, basis: "corrected" })),
    ]),
    ...(path.startsWith("/indicateurs/")
      ? [["application/json+oembed", `${siteUrl}/api/oembed${queryString({ url: seen, format: "json" })}`]]
      : []),
    ...(DESCRIBED.has(path)
      ? [
          ["text/turtle", `${siteUrl}/api/v1/editions/${edition.id}/dcat.ttl`],
          ["application/ld+json", `${siteUrl}/api/v1/editions/${edition.id}/dcat.jsonld`],
        ]
      : []),
    ["application/atom+xml", `${siteUrl}/journal.atom${queryString({ edition: edition.id })}`],
    ["application/feed+json", `${siteUrl}/journal.json${queryString({ edition: edition.id })}`],
  ]) as Record<string, string>;
  const title = typeof metadata.title === "string" ? metadata.title : t("name");
  const description = metadata.description ?? t("tagline");
  // Pages of single things have an image of their own.
  const own = pageFamilies.some((family) => family === pageAt(path)?.pattern) ? path : "";
  const image = `${siteUrl}/share/${locale}${own}.png${queryString({ edition: edition.id })}`;
  const alt = own === "" ? t("tagline") : `${title}. ${description}`;
  return {
    ...metadata,
    alternates: { canonical: url, languages: languagesOf(href), types },
    openGraph: {
      type: "website",
      siteName: t("name"),
      locale: locale === "fr" ? "fr_FR" : "en_GB",
      url,
      title,
      description,
      images: [{ url: image, width: 1200, height: 630, alt }],
      ...metadata.openGraph,
    },
    twitter: { card: "summary_large_image" },
  };
}
