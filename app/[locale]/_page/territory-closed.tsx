import "server-only";
import { getTranslations } from "next-intl/server";
import { ListTable } from "@/components/table/list-table";
import { tableModel } from "@/components/table/model";
import { Pager } from "@/components/table/pager";
import { formatNumber } from "@/lib/format";
import { apiHref, localHref, pageHref, type Locale } from "@/lib/links";
import { boundAuthorities } from "@/lib/queries/bound-authorities";
import { DEFAULT_PAGE_SIZE } from "@/lib/queries/request";
import type { ListPageContext } from "./context";
import type { TerritoryModel } from "./territory-model";

const COLUMNS = ["name", "type", "department", "population", "siren", "insee_code"] as const;

/**
 * Open rows that the rate counts, and how many of them the register knows: they differ where a SIREN has changed, is
 * there twice, or is attached elsewhere. null: they agree, or filters leave it open.
 */
function gapOf({ self, closed, uncertain }: TerritoryModel, { request }: ListPageContext["address"]) {
  if (
    uncertain ||
    !self ||
    self.open === null ||
    self.total === null ||
    request.q !== null ||
    Object.keys(request.filters).length > 0
  )
    return null;
  const known = self.total - closed.total;
  return known === self.open ? null : { open: self.open, known };
}

/** The authorities of a territory that the law binds and that do not publish: sorted, paged, and as a file. */
export async function ClosedAuthorities(props: {
  model: TerritoryModel;
  page: ListPageContext;
  locale: Locale;
}) {
  const { model, page, locale } = props;
  const t = await getTranslations({ locale, namespace: "territories.page" });
  const { code, closed, closedRequest, level, uncertain } = model;
  const { context, view, address } = page;
  const { filters, q, sort } = address.request;
  const pageSize = address.pageSize === DEFAULT_PAGE_SIZE ? null : address.pageSize;
  const href = (changes: { sort?: string[]; page?: number | null }) =>
    `${localHref(
      locale,
      pageHref(`/territoires/${code}`, view, { ...filters, q, sort, page_size: pageSize, ...changes }),
    )}#assujetties`;
  const gap = gapOf(model, address);
  const last = Math.max(1, Math.ceil(closed.total / address.pageSize));
  const fileHref = (format: string | null) =>
    apiHref(context.edition.id, "bound-authorities", context.basis, {
      ...closedRequest.filters,
      q,
      sort: closedRequest.sort,
      format,
    });
  return (
    <section id="assujetties" className="question">
      <h2>{t("closed")}</h2>
      <p className="section-note">{t("closedNote")}</p>
      {uncertain && <p className="section-note">{t("closedUnknown")}</p>}
      {gap && <p className="section-note">{t("closedGap", gap)}</p>}
      <div className="section-line">
        <p>
          <strong>{t("closedCount", { count: closed.total })}</strong>
        </p>
        <a href={fileHref("csv")} download className="button">
          CSV
        </a>
        <a href={fileHref(null)} className="button">
          JSON
        </a>
      </div>
      {closed.rows.length > 0 ? (
        <ListTable
          caption={t("closed")}
          unknown={t("noneKnown")}
          {...tableModel({
            locale,
            columns: COLUMNS.filter((column) => level === "region" || column !== "department"),
            sortable: boundAuthorities.sortable,
            sort: closedRequest.sort,
            rows: closed.rows,
            rowId: (_, index) => String(index),
            typeDimension: "type",
            sortHref: (term) => href({ sort: [term] }),
          })}
        />
      ) : (
        !uncertain && closed.total === 0 && <p>{t("closedNone")}</p>
      )}
      <Pager
        label={t("pages")}
        previous={{
          label: t("previous"),
          href: address.page > 1 ? href({ page: Math.min(address.page - 1, last) }) : null,
        }}
        next={{ label: t("next"), href: address.page < last ? href({ page: address.page + 1 }) : null }}
        place={t("pageOf", { page: formatNumber(locale, address.page), of: formatNumber(locale, last) })}
      />
    </section>
  );
}
