import "server-only";
import { getTranslations } from "next-intl/server";
import { ListTable } from "@/components/table/list-table";
import { tableModel } from "@/components/table/model";
import { Actions } from "@/components/ui/actions";
import { localHref, organisationHref, pageHref, rowsHref, type Locale } from "@/lib/links";
import { columnNotable, organisationNotables } from "./notables";
import type { Notable, NotedPage } from "./page-notes";
import type { TerritoryModel } from "./territory-model";

const COLUMNS = ["name", "type", "population", "datasets", "channel", "technologies"];

/** What the table may have notes on. */
export const openNotables = ({ open }: TerritoryModel, locale: Locale): Notable[] => [
  ...COLUMNS.map((column) => columnNotable(column, locale)),
  ...open.rows.flatMap(organisationNotables),
];

/** The authorities of a territory that publish, the most populous first, and the way to all of them. */
export async function OpenAuthorities(props: { model: TerritoryModel; page: NotedPage; locale: Locale }) {
  const { model, page, locale } = props;
  const t = await getTranslations({ locale, namespace: "territories.page" });
  const { open, place } = model;
  const list = (filters: Record<string, readonly string[]>) =>
    localHref(locale, rowsHref({ list: "organisations", filters }, page.view));
  const authorities = { category: ["authority"], ...place };
  return (
    <section className="question">
      <h2>{t("open")}</h2>
      {open.rows.length === 0 ? (
        <p>{t("openNone")}</p>
      ) : (
        <>
          <p className="section-note">{t("openNote")}</p>
          <ListTable
            caption={t("open")}
            unknown={t("noneKnown")}
            {...tableModel({
              locale,
              columns: COLUMNS,
              sortable: COLUMNS.filter((column) => column !== "technologies"),
              sort: ["-population"],
              rows: open.rows,
              rowId: (_, index) => String(index),
              typeDimension: "type",
              columnNoted: (column) => page.notes.noted(columnNotable(column, locale)),
              rowNoted: (row) => organisationNotables(row).map(page.notes.noted)[0],
              rowHref: (row) =>
                row.siren === null
                  ? null
                  : localHref(locale, pageHref(organisationHref(row.siren as string), page.view)),
              // Another order is another ten of them: the whole list, so sorted.
              sortHref: (term) =>
                localHref(locale, pageHref("/organisations", page.view, { ...authorities, sort: [term] })),
            })}
          />
        </>
      )}
      <Actions
        label={t("open")}
        actions={[
          ...(open.total > 0
            ? [{ label: t("openAll", { count: open.total }), href: list(authorities) }]
            : []),
          { label: t("actorsAll"), href: list(place) },
        ]}
      />
    </section>
  );
}
