import "server-only";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { NoteMark } from "@/components/notes/note-mark";
import { LinkedData } from "@/components/entity/linked-data";
import { KpiCard } from "@/components/ui/kpi-card";
import { schemaOrgDataset } from "@/lib/api/schema-org";
import { formatDate, formatNumber, formatPercent } from "@/lib/format";
import type { IndicatorResult } from "@/lib/indicators/types";
import { localHref, pageHref, rowsHref, type Locale } from "@/lib/links";
import type { PageContext } from "./context";
import { downloadsIn } from "./downloads";
import { Drawn } from "./drawing";
import { embedsIn } from "./embeds";
import { figureOf, type FigureWords } from "./figure";
import { NotesOn } from "./notes";
import { kpisOf } from "./kpis";
import { editionNotable, indicatorNotables } from "./notables";
import { PageFootnotes, withNotes } from "./page-notes";
import { computeAll, HEADLINES, QUESTIONS, type Id } from "./overview-results";

/** The middle of a distribution, written: median, and share with one or two. */
function middleOf({ median, share_one_or_two }: IndicatorResult, locale: Locale) {
  return {
    median: typeof median === "number" ? formatNumber(locale, median, 1) : "—",
    share: typeof share_one_or_two === "number" ? formatPercent(locale, share_one_or_two) : "—",
  };
}

/** The words that every figure uses. */
export async function figureWords(locale: Locale): Promise<FigureWords> {
  const t = await getTranslations({ locale, namespace: "overview" });
  return {
    rows: t("actions.rows"),
    definition: t("actions.definition"),
    report: t("actions.report"),
    downloads: await downloadsIn(locale),
    of: (open, total) => t("of", { open, total }),
    embed: await embedsIn(locale),
  };
}

export async function Overview({ page: bare, locale }: { page: PageContext; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "overview" });
  const { context, view } = bare;
  const { edition, basis } = context;
  const found = await computeAll(bare);
  const about = editionNotable(edition.manifest.title[locale]);
  const shownResults = [...HEADLINES, ...QUESTIONS.flatMap(({ ids }) => ids)].map((id) => found[id]);
  const page = await withNotes(bare, locale, [about, ...indicatorNotables(shownResults, locale)]);
  const kpis = await kpisOf(
    HEADLINES.map((id) => found[id]),
    locale,
    page,
  );
  const words = await figureWords(locale);
  const figure = (id: Id) => figureOf(found[id], locale, page, words);

  const strong = (id: Id) =>
    function StrongFigure(chunks: ReactNode) {
      const link = found[id].rows_link ?? {
        list: "organisations" as const,
        filters: { category: ["authority"] },
      };
      return (
        <Link href={localHref(locale, rowsHref(link, view))} prefetch={false} className="quoted">
          {chunks}
        </Link>
      );
    };
  const count = (id: Id) => {
    const { value } = found[id];
    return value === null ? "—" : formatNumber(locale, value);
  };
  const rate = found["opening-rate"].value;
  const otherBasis = basis === "corrected" ? "file" : "corrected";

  return (
    <>
      <h1 className="sentence">
        {t.rich(rate === null ? "sentenceWithoutRate" : "sentence", {
          date: formatDate(locale, edition.manifest.asOf),
          actors: count("actors"),
          authorities: count("open-authorities"),
          rate: rate === null ? "" : formatPercent(locale, rate),
          a: strong("actors"),
          o: strong("open-authorities"),
          r: strong("opening-rate"),
        })}
      </h1>
      <NotesOn page={page} {...about} locale={locale} />
      <div className="headlines">
        <ul className="kpis" aria-label={t("headlines")}>
          {kpis.map((kpi) => (
            <KpiCard key={kpi.label} {...kpi} />
          ))}
        </ul>
        <p className="basis">
          {t(`basis.${basis}`)}{" "}
          <Link
            href={localHref(locale, pageHref("/", { ...view, basis: otherBasis }))}
            prefetch={false}
            scroll={false}
            className="link"
          >
            {t(`basis.to.${otherBasis}`)}
          </Link>
          <NoteMark noted={page.notes.mark(about)} />
        </p>
      </div>

      {QUESTIONS.map(({ question, ids }) => (
        <section key={question} className="question" aria-labelledby={`q-${question}`}>
          <h2 id={`q-${question}`}>{t(`questions.${question}`)}</h2>
          <div className={ids.length > 1 ? "pair" : undefined}>
            {ids.map((id) => (
              <Drawn key={id} figure={figure(id)}>
                {id === "datasets-distribution" && (
                  <p className="figure-note">
                    {t("figures.datasets-distribution.note", middleOf(found[id], locale))}
                  </p>
                )}
              </Drawn>
            ))}
          </div>
        </section>
      ))}
      <PageFootnotes page={page} locale={locale} />
      <LinkedData data={await schemaOrgDataset(edition, locale)} />
    </>
  );
}
