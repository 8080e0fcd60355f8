import "server-only";
import { getTranslations } from "next-intl/server";
import { NoteMark } from "@/components/notes/note-mark";
import { Facts } from "@/components/entity/facts";
import { LinkedData } from "@/components/entity/linked-data";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { Actions } from "@/components/ui/actions";
import { DownloadMenu } from "@/components/ui/download-menu";
import type { PlatformCard } from "@/lib/api/entities";
import { pageUrl } from "@/lib/api/site-url";
import { labelOf } from "@/lib/codes/labels";
import { localHref, pageHref, platformHref, rowsHref, type Locale } from "@/lib/links";
import { platforms } from "@/lib/queries/platforms";
import type { PageContext } from "./context";
import { downloadsIn, rowDownloads } from "./downloads";
import { columnNotable } from "./notables";
import { NotesOn } from "./notes";
import { PageFootnotes, withNotes } from "./page-notes";
import { factsOf } from "./facts";
import { HostedOrganisations, TechnologyPeers } from "./platform-parts";
import { reportLink } from "./report-link";
import { territoryHref } from "./territory-drawing";

export type PlatformProps = { card: PlatformCard; page: PageContext; locale: Locale };

const FACTS = [
  ...["type", "collaboration", "technology", "region", "bearer", "theme", "cluster"],
  ...["url", "contact_url", "forum_url", "reuse_url", "reuses", "hosted_declared", "line"],
];

/** A platform in a sentence: what it is, on what it runs, how many organisations it declares. */
export async function platformSentence({ row }: PlatformCard, locale: Locale): Promise<string> {
  const t = await getTranslations({ locale, namespace: "entities.platform" });
  const what = [
    row.type && labelOf("platformType", row.type)[locale].toLowerCase(),
    row.region && labelOf("region", row.region)[locale],
  ].filter(Boolean);
  const name = what.length > 0 ? t("named", { name: row.name, what: what.join(", ") }) : row.name;
  const run = row.technology ? t("runs", { name, technology: row.technology }) : t("runsUnknown", { name });
  return row.hosted_declared === null ? run : `${run} ${t("hosts", { count: row.hosted_declared })}`;
}

/** One platform: its facts, the organisations it hosts by its word and by theirs, others of its technology. */
export async function Platform(props: PlatformProps) {
  const { card, locale } = props;
  const { row } = card;
  const { view, context } = props.page;
  const t = await getTranslations({ locale, namespace: "entities" });
  const about = { target: `platform/${row.slug}`, name: row.name };
  const columns = FACTS.map((column) => columnNotable(column, locale));
  const page = await withNotes(props.page, locale, [about, ...columns]);
  const links = {
    region: row.region && territoryHref(locale, row.region, view),
    technology:
      row.technology &&
      localHref(locale, rowsHref({ list: "platforms", filters: { technology: [row.technology] } }, view)),
  };
  return (
    <>
      <Breadcrumb
        locale={locale}
        view={view}
        trail={[{ path: "/plateformes", label: t("platform.platforms") }]}
        here={row.name}
      />
      <header className="entity-head">
        <h1>{row.name}</h1>
        <NoteMark noted={page.notes.mark(about)} />
        <p>{await platformSentence(card, locale)}</p>
        <NotesOn page={page} {...about} locale={locale} />
        <Actions label={t("actions")} actions={[await reportLink(about.target, view, locale)]} />
        <DownloadMenu
          menu={rowDownloads(await downloadsIn(locale), context, platforms, { id: row.slug, row })}
        />
      </header>
      <section className="question">
        <h2>{t("facts")}</h2>
        <Facts facts={factsOf({ row, keys: FACTS, typeDimension: "platformType", locale, page, links })} />
        <p className="section-note">{t("platform.contact")}</p>
      </section>
      <HostedOrganisations {...props} />
      <TechnologyPeers {...props} />
      <PageFootnotes page={page} locale={locale} />
      <LinkedData
        data={{
          "@type": "DataCatalog",
          name: row.name,
          url: row.url ?? pageUrl(locale, pageHref(platformHref(row.slug), view)),
        }}
      />
    </>
  );
}
