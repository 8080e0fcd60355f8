import "server-only";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SiteShell } from "@/components/layout/site-shell";
import type { EditionSummary } from "@/components/layout/types";
import { pageUrl } from "@/lib/api/site-url";
import { editionsInOrder } from "@/lib/engine/engine";
import type { LoadedEdition } from "@/lib/engine/state";
import { licenceOf } from "@/lib/export/provenance";
import { formatDate } from "@/lib/format";
import type { Locale } from "@/lib/links";
import { AccountMenu } from "./account-menu";
import type { PageContext } from "./context";
import { countsOf } from "./page-notes";

function summaryOf({ id, manifest }: LoadedEdition, locale: Locale): EditionSummary {
  const { title, asOf, kind, publisher, licence } = manifest;
  return { id, title, asOf: formatDate(locale, asOf), kind, publisher, licence: licenceOf(licence) };
}

/** The frame of a page, told which edition the page shows; it says when the page lacks its notes. */
export async function Shell({
  page,
  locale,
  path,
  children,
}: {
  page: PageContext;
  locale: Locale;
  /** Path of the page without its language. */
  path: string;
  children: ReactNode;
}) {
  const { state, edition } = page.context;
  const t = await getTranslations({ locale, namespace: "notes" });
  return (
    <SiteShell
      locale={locale}
      path={path}
      search={page.search}
      view={page.view}
      editions={editionsInOrder(state).map((one) => summaryOf(one, locale))}
      current={summaryOf(edition, locale)}
      printed={{
        address: pageUrl(locale, `${path}${page.search.replaceAll("%2C", ",")}`),
        today: formatDate(locale, new Date().toISOString()),
      }}
      notice={(await countsOf(edition.id)) === null ? t("away") : undefined}
      account={<AccountMenu locale={locale} />}
    >
      {children}
    </SiteShell>
  );
}
