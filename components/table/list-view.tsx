import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Locale } from "@/lib/links";
import { DownloadMenu, type DownloadMenuProps } from "@/components/ui/download-menu";
import { Footnotes, type FootnotesProps } from "@/components/notes/footnotes";
import { CorrectionChoice, type ListCorrections } from "./list-corrections";
import { FilterRail } from "./filter-rail";
import type { Chip, FacetGroup } from "./filter-types";
import { ListTable } from "./list-table";
import type { TableColumn, TableRowData } from "./types";

export type ListViewProps = {
  locale: Locale;
  title: string;
  intro: string;
  action: string;
  q: string;
  groups: FacetGroup[];
  choosable: { key: string; label: string; shown: boolean }[];
  pageSize: { value: number; choices: readonly number[] };
  hidden: Record<string, string>;
  chips: Chip[];
  clearHref: string;
  table: { columns: TableColumn[]; rows: TableRowData[] };
  /** Rows of the filtered result, of the whole list, of this page, and the first and last of it. */
  counts: { total: number; all: number; rows: number; first: number; last: number };
  pages: { page: number; of: number; previousHref: string | null; nextHref: string | null };
  downloads: DownloadMenuProps;
  /** null: nothing to choose. */
  corrections: ListCorrections | null;
  footnotes: FootnotesProps;
  basisLink: { label: string; href: string; note: string };
  /** What of the list its edition lacks; null when nothing. */
  absent: string | null;
  /** What stands between the introduction and the list. */
  lead?: ReactNode;
};

/** A list's page: filters on the left (a sheet on a phone), what they keep above, the rows, and the file of all of them. */
export async function ListView(props: ListViewProps) {
  const t = await getTranslations({ locale: props.locale, namespace: "lists" });
  const { chips, counts, pages, table } = props;
  return (
    <div className="list-page">
      <header className="list-head">
        <h1>{props.title}</h1>
        <p>{props.intro}</p>
        {props.absent && <p className="figure-missing">{props.absent}</p>}
        {props.lead}
      </header>
      <a href="#filtres" className="button filters-open" data-unread>
        {t("filters")}
        {chips.length > 0 && <span className="facet-active">{chips.length}</span>}
      </a>
      <aside id="filtres" className="filters" data-unread aria-label={t("filters")}>
        <a href="#liste" className="button filters-close">
          {t("showRows", { total: counts.total })}
        </a>
        <FilterRail
          action={props.action}
          q={props.q}
          groups={props.groups}
          columns={props.choosable}
          pageSize={props.pageSize}
          hidden={props.hidden}
        />
      </aside>
      <section id="liste" className="list-results" aria-labelledby="list-count">
        {chips.length > 0 && (
          <ul className="chips" aria-label={t("activeFilters")}>
            {chips.map((chip) => (
              <li key={chip.removeHref}>
                <Link href={chip.removeHref} prefetch={false} scroll={false} className="chip">
                  {chip.label} <span aria-hidden="true">×</span>
                  <span className="sr-only">{t("remove")}</span>
                </Link>
              </li>
            ))}
            <li>
              <Link href={props.clearHref} prefetch={false} scroll={false} className="link">
                {t("clearAll")}
              </Link>
            </li>
          </ul>
        )}
        <div className="list-bar">
          <p id="list-count" role="status" className="list-count">
            <strong>{t("rowsOf", counts)}</strong>
          </p>
          <DownloadMenu menu={props.downloads} />
        </div>
        <p className="list-basis">
          {props.basisLink.note}{" "}
          <Link href={props.basisLink.href} prefetch={false} scroll={false} className="link">
            {props.basisLink.label}
          </Link>
        </p>
        {props.corrections && <CorrectionChoice corrections={props.corrections} />}
        {table.rows.length > 0 ? (
          <ListTable
            key={table.columns.map((column) => column.key).join()}
            caption={props.title}
            columns={table.columns}
            rows={table.rows}
            unknown={t("unknown")}
          />
        ) : (
          <div className="list-empty">
            <p>{t(chips.length > 0 ? "empty" : "none")}</p>
            {chips.map((chip) => (
              <Link key={chip.removeHref} href={chip.removeHref} prefetch={false} className="button">
                {t("without", { filter: chip.label })}
              </Link>
            ))}
          </div>
        )}
        {table.rows.length > 0 && (
          <nav className="pages" aria-label={t("pages")}>
            {pages.previousHref ? (
              <Link href={pages.previousHref} prefetch={false} rel="prev" className="button">
                {t("previous")}
              </Link>
            ) : (
              <span />
            )}
            <span>{t("pageOf", { ...counts, page: pages.page, of: pages.of })}</span>
            {pages.nextHref ? (
              <Link href={pages.nextHref} prefetch={false} rel="next" className="button">
                {t("next")}
              </Link>
            ) : (
              <span />
            )}
          </nav>
        )}
        <Footnotes {...props.footnotes} />
      </section>
    </div>
  );
}
