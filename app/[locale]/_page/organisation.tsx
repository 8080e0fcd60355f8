import "server-only";
import { getTranslations } from "next-intl/server";
import { Facts } from "@/components/entity/facts";
import { LinkedData } from "@/components/entity/linked-data";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { NoteMark } from "@/components/notes/note-mark";
import { Actions } from "@/components/ui/actions";
import { DownloadMenu } from "@/components/ui/download-menu";
import type { OrganisationCard } from "@/lib/api/entities";
import { pageUrl } from "@/lib/api/site-url";
import { localHref, organisationHref, pageHref, rowsHref, type Locale } from "@/lib/links";
import { organisations } from "@/lib/queries/organisations";
import type { PageContext } from "./context";
import { downloadsIn, rowDownloads } from "./downloads";
import { columnNotable } from "./notables";
import { NotesOn } from "./notes";
import { PageFootnotes, withNotes } from "./page-notes";
import { factsOf } from "./facts";
import { OrganisationMap } from "./organisation-map";
import { OrganisationPeers, OrganisationPlatforms, OrganisationRemarks } from "./organisation-parts";
import { organisationSentence } from "./organisation-sentence";
import { reportLink } from "./report-link";
import { territoryHref } from "./territory-drawing";

export type OrganisationProps = { card: OrganisationCard; page: PageContext; locale: Locale };

const FACTS = [
  ...["siren", "type", "region", "department", "population", "datasets"],
  ...["local_datasets", "datagouv_datasets", "channel", "technologies", "themes"],
  ...["latitude", "longitude", "datagouv_id", "ods_id", "line"],
];
const ADDRESSES = ["local_url", "datagouv_url"];

/** One organisation: what the file says of it, where it publishes, how it stands, what its row had wrong. */
export async function Organisation(props: OrganisationProps) {
  const { card, locale } = props;
  const { row } = card;
  const { view, context } = props.page;
  const t = await getTranslations({ locale, namespace: "entities" });
  const siren = row.siren ?? "";
  const about = { target: `organisation/${siren}`, name: row.name };
  const columns = [...FACTS, ...ADDRESSES].map((column) => columnNotable(column, locale));
  const page = await withNotes(props.page, locale, [about, ...columns]);
  const links = {
    region: row.region && territoryHref(locale, row.region, view),
    department: row.department && territoryHref(locale, row.department, view),
    type:
      row.type && localHref(locale, rowsHref({ list: "organisations", filters: { type: [row.type] } }, view)),
  };
  // What only the corrected basis reads otherwise stands beside the file's own value.
  const notes = Object.fromEntries(
    card.remarks.flatMap(({ column, basis, value }) =>
      column && basis === "corrected" ? [[column, t("corrected", { value: value ?? t("blank") })]] : [],
    ),
  );
  const list = localHref(locale, pageHref("/organisations", view, { q: siren }));
  const places = [row.local_url, row.datagouv_url].filter((url) => url !== null);
  const shared = { row, typeDimension: "type", locale, page } as const;
  return (
    <>
      <Breadcrumb
        locale={locale}
        view={view}
        trail={[{ path: "/organisations", label: t("organisations") }]}
        here={row.name}
      />
      <header className="entity-head">
        <h1>{row.name}</h1>
        <NoteMark noted={page.notes.mark(about)} />
        <p>{await organisationSentence(card, locale)}</p>
        <NotesOn page={page} {...about} locale={locale} />
        {row.same_siren > 1 && <p className="section-note">{t("sameSiren", { count: row.same_siren })}</p>}
        <Actions
          label={t("actions")}
          actions={[
            { label: t("rows", { count: row.same_siren }), href: list },
            {
              label: t("compare"),
              href: localHref(locale, pageHref("/organisations/comparer", view, { siren })),
            },
            await reportLink(about.target, view, locale),
          ]}
        />
        <DownloadMenu
          menu={rowDownloads(await downloadsIn(locale), context, organisations, { id: siren, row })}
        />
      </header>
      <div className="entity-layout">
        <section className="question">
          <h2>{t("facts")}</h2>
          <Facts facts={factsOf({ ...shared, keys: FACTS, links, notes })} />
        </section>
        <div>
          <OrganisationMap {...props} />
          <section className="question">
            <h2>{t("where")}</h2>
            {places.length === 0 && <p className="section-note">{t("whereNone")}</p>}
            <Facts facts={factsOf({ ...shared, keys: ADDRESSES })} />
          </section>
        </div>
      </div>
      <OrganisationPeers {...props} />
      <OrganisationPlatforms {...props} />
      <OrganisationRemarks {...props} />
      <PageFootnotes page={page} locale={locale} />
      <LinkedData
        data={{
          "@type": row.category === "authority" ? "GovernmentOrganization" : "Organization",
          name: row.name,
          identifier: { "@type": "PropertyValue", propertyID: "SIREN", value: siren },
          url: pageUrl(locale, pageHref(organisationHref(siren), view)),
          sameAs: places,
          ...(row.latitude !== null &&
            row.longitude !== null && {
              location: {
                "@type": "Place",
                geo: { "@type": "GeoCoordinates", latitude: row.latitude, longitude: row.longitude },
              },
            }),
        }}
      />
    </>
  );
}
