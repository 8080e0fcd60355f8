import { getTranslations } from "next-intl/server";
import { figureOf, type Figure } from "@/app/[locale]/_page/figure";
import { kpisOf } from "@/app/[locale]/_page/kpis";
import { figureWords } from "@/app/[locale]/_page/overview";
import { WITHOUT_NOTES } from "@/app/[locale]/_page/page-notes";
import { framed, type Width, type Words } from "@/components/pictures/frame";
import type { Part, Picture } from "@/components/pictures/types";
import { pageUrl } from "@/lib/api/site-url";
import type { EditionContext } from "@/lib/engine/context";
import { provenanceOf } from "@/lib/export/provenance";
import { formatDate } from "@/lib/format";
import type { Indicator } from "@/lib/indicators/define";
import { pageHref, type Locale } from "@/lib/links";
import { drawnPart, hasMap, mapOf } from "./drawn";

/** What is drawn of an indicator: its breakdown, a map of it, or its value alone. */
export const SHOWN = ["chart", "map", "value"] as const;
export type Shown = (typeof SHOWN)[number];

/** Which of them an indicator has. */
export const shownOf = (id: string): readonly Shown[] => SHOWN.filter((one) => one !== "map" || hasMap(id));

/** An indicator with all that is said around a picture of it. */
export type Quoted = {
  context: EditionContext;
  figure: Figure;
  /** Measures of its table, in order. */
  measures: readonly string[];
  words: Words;
  /** Its page in this edition and basis. */
  address: string;
};

/** Asks an indicator and writes what a picture of it says: what, how much, of when, whose, under which licence, where. */
export async function quotedOf(
  indicator: Indicator,
  context: EditionContext,
  locale: Locale,
): Promise<Quoted> {
  const { edition, basis } = context;
  const view = { edition: edition.id, basis };
  const path = `/indicateurs/${indicator.id}`;
  const page = { context, view, params: new URLSearchParams(), path, search: "", notes: WITHOUT_NOTES };
  const [result, shell, overview, words] = await Promise.all([
    indicator.compute(context),
    getTranslations({ locale, namespace: "shell" }),
    getTranslations({ locale, namespace: "overview" }),
    figureWords(locale),
  ]);
  const [kpi] = await kpisOf([result], locale, page);
  const { id } = result;
  const own = overview.has(`figures.${id}.title`);
  const { title, asOf, publisher } = edition.manifest;
  const { licence, fictitious } = provenanceOf(edition);
  const address = pageUrl(locale, pageHref(path, view));
  const source = shell("source", { publisher, title: title[locale], date: formatDate(locale, asOf) });
  return {
    context,
    figure: figureOf(result, locale, page, words),
    measures: indicator.measures.filter((measure) => measure !== "origin"),
    words: {
      title: own ? overview(`figures.${id}.title`) : result.name[locale],
      subtitle: own ? overview(`figures.${id}.subtitle`) : result.definition[locale],
      headline: kpi?.value
        ? [kpi.value, kpi.unit, kpi.parts && `(${kpi.parts})`].filter(Boolean).join(" ")
        : (kpi?.reason ?? null),
      warning: fictitious ? shell("demo") : null,
      foot: [`${source} ${licence}.`, overview(`basis.${basis}`), address],
    },
    address,
  };
}

const NOTHING: Part = { marks: [], height: 0 };

/** A picture of an indicator. @param bare without source: where it stands around the picture */
export async function pictureOf(quoted: Quoted, shown: Shown, size: Width, bare = false): Promise<Picture> {
  const { context, figure, measures, words } = quoted;
  const missing = figure.result.missing.length > 0;
  const map = shown === "map" && !missing ? await mapOf(figure, context, size) : null;
  const drawing = missing || shown === "value" ? NOTHING : (map ?? (await drawnPart(figure, size)));
  const rows = figure
    .table("", measures)
    .rows.map(({ cells }) =>
      [cells.label, ...measures.map((measure) => cells[measure])].filter((text) => text !== null).join(" "),
    );
  const description = [words.headline, ...(shown === "value" ? [] : rows)].filter((text) => text !== null);
  return framed(bare ? { ...words, foot: [] } : words, drawing, description.join(". "), size);
}
