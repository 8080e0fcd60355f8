import "server-only";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { CSSProperties } from "react";
import { NoteMark } from "@/components/notes/note-mark";
import { DownloadMenu } from "@/components/ui/download-menu";
import { Unknown } from "@/components/ui/unknown";
import { indicators } from "@/lib/indicators";
import type { IndicatorResult } from "@/lib/indicators/types";
import { localHref, pageHref, type Locale } from "@/lib/links";
import type { PageContext } from "./context";
import { downloadsIn, headlineDownloads } from "./downloads";
import { drawingOf } from "./drawing";
import { kpisOf } from "./kpis";
import { indicatorNotable } from "./notables";
import { PageFootnotes, withNotes } from "./page-notes";

/** Indicators under the questions they answer, in the order of the report. */
const GROUPS = [
  { question: "counts", ids: ["actors", "open-authorities", "associated-actors", "ecosystem", "history"] },
  { question: "who", ids: ["opening-rate", "population-coverage", "by-type", "by-size"] },
  { question: "where", ids: ["by-region", "by-department", "region-matrix"] },
  {
    question: "how",
    ids: [
      "platforms",
      "platforms-by-type",
      "platforms-by-technology",
      "governance",
      "organisations-by-technology",
      "publication-channels",
    ],
  },
  { question: "what", ids: ["datasets", "datasets-by-technology", "datasets-distribution", "themes"] },
] as const;

/** Every indicator of an edition, computed at once. */
export async function loadIndicators({ context }: PageContext): Promise<Map<string, IndicatorResult>> {
  const results = await Promise.all(indicators.map((one) => one.compute(context)));
  return new Map(results.map((result) => [result.id, result]));
}

/** Bars of a spark at most. */
const SPARK = 12;

/** The lengths of a breakdown's bars: the latest of a series in time, classes in their order, else from the longest. */
function sharesOf(result: IndicatorResult): number[] {
  const { kind, measure } = drawingOf(result.id);
  const rows = kind === "line" ? result.rows.toSorted((a, b) => (a.key < b.key ? -1 : 1)) : result.rows;
  const known = rows.map((row) => row[measure]).filter((value) => typeof value === "number");
  const ordered = kind === "line" || kind === "columns" ? known : known.toSorted((a, b) => b - a);
  const kept = kind === "line" ? ordered.slice(-SPARK) : ordered.slice(0, SPARK);
  const longest = Math.max(0, ...kept);
  return kept.map((value) => (longest === 0 ? 0 : value / longest));
}

/** The shape of a breakdown at a glance: its first bars, without words; the page has them. */
function Spark({ shares }: { shares: number[] }) {
  return (
    <span className="spark" aria-hidden="true">
      {shares.map((share, index) => (
        <span key={index} style={{ "--share": share } as CSSProperties} />
      ))}
    </span>
  );
}

/** What the observatory measures, with the value of each: a page to scan. */
export async function IndicatorIndex({
  results,
  page: bare,
  locale,
}: {
  results: Map<string, IndicatorResult>;
  page: PageContext;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "indicators" });
  const all = GROUPS.flatMap(({ ids }) => ids.flatMap((id) => results.get(id) ?? []));
  const page = await withNotes(
    bare,
    locale,
    all.map((result) => indicatorNotable(result, locale)),
  );
  const groups = await Promise.all(
    GROUPS.map(async ({ question, ids }) => {
      const found = ids.flatMap((id) => results.get(id) ?? []);
      return { question, found, kpis: await kpisOf(found, locale, page) };
    }),
  );
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="lead">{t("intro", { count: results.size })}</p>
      <DownloadMenu
        menu={headlineDownloads(await downloadsIn(locale), bare.context, [...results.values()])}
      />
      {groups.map(({ question, found, kpis }) => (
        <section key={question} className="question" aria-labelledby={`q-${question}`}>
          <h2 id={`q-${question}`}>{t(`questions.${question}`)}</h2>
          <ul className="indicator-list">
            {found.map((result, index) => {
              const kpi = kpis[index];
              return (
                <li key={result.id} id={result.id} className="indicator-row">
                  <h3>
                    <Link
                      href={localHref(locale, pageHref(`/indicateurs/${result.id}`, page.view))}
                      prefetch={false}
                    >
                      {result.name[locale]}
                    </Link>
                    <NoteMark noted={kpi?.noted} />
                  </h3>
                  <p className="indicator-value">
                    {kpi?.value == null ? <Unknown reason={kpi?.reason} /> : kpi.value}{" "}
                    <small>{kpi?.parts ?? kpi?.unit}</small>
                  </p>
                  <Spark shares={sharesOf(result)} />
                  <p className="indicator-definition">
                    {kpi?.value == null ? kpi?.reason : result.definition[locale]}
                    {kpi?.published && <small> {kpi.published}</small>}
                  </p>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      <PageFootnotes page={page} locale={locale} />
    </>
  );
}
