import "server-only";
import { getTranslations } from "next-intl/server";
import type { KpiProps } from "@/components/ui/kpi-card";
import { formatNumber } from "@/lib/format";
import { medianOf } from "@/lib/indicators/territory-measures";
import { localHref, rowsHref, type Locale } from "@/lib/links";
import { columnNotable } from "./notables";
import type { Notable, NotedPage } from "./page-notes";
import { drawn, MAP_MEASURES, writeMeasure, type MapMeasure } from "./territory-drawing";
import type { TerritoryModel } from "./territory-model";

const measuresOf = (kind: TerritoryModel["kind"]) =>
  kind === "overseas" ? (["open_authorities", "datasets"] as const) : MAP_MEASURES;

/** What the cards of a territory show, as notes are about it. */
export const kpiNotables = ({ kind }: TerritoryModel, locale: Locale): Notable[] =>
  measuresOf(kind).map((measure) => columnNotable(measure, locale));

/** The cards of a territory: each measure, beside France's and the median of comparable territories. */
export async function territoryKpis(
  model: TerritoryModel,
  locale: Locale,
  { view, notes }: NotedPage,
): Promise<KpiProps[]> {
  const t = await getTranslations({ locale, namespace: "territories.page" });
  const words = await getTranslations({ locale, namespace: "territories" });
  const { self, france, peers, place, kind } = model;
  const write = (measure: MapMeasure, value: number | null) =>
    value === null ? null : writeMeasure(locale, measure, value);
  const partsOf = (measure: MapMeasure): [number | null, number | null] =>
    measure === "rate"
      ? [self?.open ?? null, self?.total ?? null]
      : measure === "population_covered"
        ? [self?.population_covered ?? null, self?.population ?? null]
        : [null, null];

  return measuresOf(kind).map((measure) => {
    const value = self && drawn(self, measure);
    const national = france && write(measure, drawn(france, measure));
    const median = write(measure, medianOf(peers.map((peer) => drawn(peer, measure))));
    const [part, whole] = partsOf(measure);
    const filters = { ...(measure !== "datasets" && { category: ["authority"] }), ...place };
    return {
      label: words(`measure.${measure}`),
      value: write(measure, value),
      unit:
        value === null || measure === "rate" || measure === "population_covered"
          ? ""
          : t(`unit.${measure}`, { count: value }),
      reason: value === null ? words("unknown") : undefined,
      parts:
        part !== null && whole !== null
          ? t("of", { open: formatNumber(locale, part), total: formatNumber(locale, whole) })
          : undefined,
      definition: words(`unit.${measure}`),
      published: national
        ? median
          ? t("compared", { france: national, peers: median })
          : t("comparedFrance", { france: national })
        : undefined,
      noted: notes.noted(columnNotable(measure, locale)),
      href: localHref(locale, rowsHref({ list: "organisations", filters }, view)),
    };
  });
}
