import "server-only";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { DataTable } from "@/components/ui/data-table";
import { CopyButton } from "@/components/ui/copy-button";
import { formatNumber, formatPercent } from "@/lib/format";
import { localHref, pageHref, rowsHref, type Locale } from "@/lib/links";
import type { PageContext } from "./context";
import { explorerHref } from "./explorer-link";
import { Drawn } from "./drawing";
import { figureOf } from "./figure";
import { BasisComparison } from "./indicator-bases";
import { Citations } from "./indicator-citations";
import type { IndicatorModel } from "./indicator-model";
import { PublishedFigures } from "./indicator-published";
import { kpisOf } from "./kpis";
import { columnNotable, indicatorNotables } from "./notables";
import { PageFootnotes, withNotes } from "./page-notes";
import { figureWords } from "./overview";

export { loadIndicator } from "./indicator-model";

const PREVIEW_COLUMNS = {
  organisations: ["name", "type", "department", "datasets"],
  platforms: ["name", "type", "technology", "collaboration"],
} as const;

/** One indicator: its value and drawing, then everything needed to check it. */
export async function IndicatorPage({
  model,
  page: bare,
  locale,
}: {
  model: IndicatorModel;
  page: PageContext;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "indicators" });
  const { indicator, result, preview, previous, next } = model;
  const link = result.rows_link;
  const { context, view } = bare;
  const columns = link ? PREVIEW_COLUMNS[link.list].map((column) => columnNotable(column, locale)) : [];
  const page = await withNotes(bare, locale, [...indicatorNotables([result], locale), ...columns]);
  const [kpi] = await kpisOf([result], locale, page);
  const figure = figureOf(result, locale, page, await figureWords(locale));
  const href = (id: string) => localHref(locale, pageHref(`/indicateurs/${id}`, view));
  const { median, share_one_or_two: few } = result;
  const sql = `-- $edition = '${context.edition.id}', $basis = '${context.basis}'\n${indicator.sql.replace(/^ {2,4}/gm, "  ")}`;

  return (
    <>
      <Breadcrumb
        locale={locale}
        view={view}
        trail={[{ path: "/indicateurs", label: t("title") }]}
        here={result.name[locale]}
      />
      <h1>{result.name[locale]}</h1>
      <p className="lead">{result.definition[locale]}</p>
      <p className="indicator-head">
        <strong>{kpi?.value ?? "—"}</strong> {kpi?.unit} {kpi?.parts && <span>({kpi.parts})</span>}
        {kpi?.reason && <span>{kpi.reason}</span>}
      </p>
      {typeof median === "number" && typeof few === "number" && (
        <p>{t("middle", { median: formatNumber(locale, median, 1), share: formatPercent(locale, few) })}</p>
      )}
      <h2 className="sr-only">{t("figure")}</h2>
      <Drawn figure={figure} whole />

      <div className="indicator-sections">
        <section>
          <h2 id="formula">{t("formula")}</h2>
          <p>{result.formula[locale]}</p>
          <p className="muted">{t("sources")}</p>
          <ul>
            {result.sources.map(({ title, url }) => (
              <li key={title.fr}>{url ? <a href={url}>{title[locale]}</a> : title[locale]}</li>
            ))}
          </ul>
        </section>
        <div className="indicator-aside">
          <PublishedFigures result={result} page={page} locale={locale} />
          <Citations result={result} page={page} locale={locale} />
        </div>
        <BasisComparison model={model} page={page} locale={locale} />
        {preview && link && (
          <section>
            <h2 id="rows">{t("rows.title")}</h2>
            <p>{t("rows.text", { total: preview.total })}</p>
            <DataTable
              caption={t("rows.title")}
              {...figure.preview(preview.rows, PREVIEW_COLUMNS[link.list])}
            />
            <p>
              <Link href={localHref(locale, rowsHref(link, view))} prefetch={false} className="button">
                {t("rows.all", { total: preview.total })}
              </Link>
            </p>
          </section>
        )}
        <section>
          <h2 id="sql">{t("sql.title")}</h2>
          <p>{t("sql.text")}</p>
          {/* A region that scrolls must be reachable by keyboard. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <pre className="code" tabIndex={0} role="region" aria-label={t("sql.title")}>
            <code>{sql}</code>
          </pre>
          <p className="figure-actions">
            <CopyButton text={sql} label={t("copy")} done={t("copied")} />{" "}
            <Link href={localHref(locale, explorerHref(bare, indicator))} prefetch={false} className="button">
              {t("sql.open")}
            </Link>
          </p>
        </section>
      </div>
      <nav className="neighbours" aria-label={t("neighbours")}>
        {previous && (
          <Link href={href(previous.id)} prefetch={false} rel="prev">
            ← {previous.name[locale]}
          </Link>
        )}
        {next && (
          <Link href={href(next.id)} prefetch={false} rel="next">
            {next.name[locale]} →
          </Link>
        )}
      </nav>
      <PageFootnotes page={page} locale={locale} />
    </>
  );
}
