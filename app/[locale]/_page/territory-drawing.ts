import "server-only";
import { getTranslations } from "next-intl/server";
import type { LegendEntry, MapShape } from "@/components/maps/types";
import { formatNumber, formatPercent } from "@/lib/format";
import { classOf, quantileClasses } from "@/lib/geo/classes";
import { SHAPES, type Level } from "@/lib/geo/shapes";
import type { Territory } from "@/lib/indicators/territory-measures";
import { localHref, pageHref, type Locale, type View } from "@/lib/links";

/** What a map can show, by its name in the address; covered inhabitants are drawn as their share. */
export const MAP_MEASURES = ["rate", "open_authorities", "datasets", "population_covered"] as const;
export type MapMeasure = (typeof MAP_MEASURES)[number];

const CLASSES = 5;

/** The value that a map draws. */
export const drawn = (territory: Omit<Territory, "key" | "label">, measure: MapMeasure) =>
  territory[measure === "population_covered" ? "population_share" : measure];

/** A measure's value as it is read: shares in percent. */
export const writeMeasure = (locale: Locale, measure: MapMeasure, value: number) =>
  measure === "rate" || measure === "population_covered"
    ? formatPercent(locale, value)
    : formatNumber(locale, value, 1);

/** The address of a territory's page. */
export const territoryHref = (locale: Locale, code: string, view: View) =>
  localHref(locale, pageHref(`/territoires/${code}`, view));

/** Shapes with their class, name and value, and the legend that tells the classes. */
export async function drawTerritories(options: {
  territories: readonly Territory[];
  level: Level;
  measure: MapMeasure;
  locale: Locale;
  view: View;
}): Promise<{ shapes: MapShape[]; legend: LegendEntry[] }> {
  const { territories, level, measure, locale, view } = options;
  const t = await getTranslations({ locale, namespace: "territories" });
  const known = territories.filter(({ key }) => SHAPES[level].has(key));
  const values = known.map((territory) => drawn(territory, measure)).filter((value) => value !== null);
  const classes = quantileClasses(values, CLASSES);
  const write = (value: number) => writeMeasure(locale, measure, value);
  const count = (number: number) => t(`map.count.${level}`, { count: number });

  const shapes = known.map((territory): MapShape => {
    const value = drawn(territory, measure);
    const parts =
      measure === "rate" && value !== null
        ? t("map.parts", {
            open: formatNumber(locale, territory.open ?? 0),
            total: formatNumber(locale, territory.total ?? 0),
          })
        : "";
    const name = territory.label[locale];
    return {
      code: territory.key,
      path: SHAPES[level].get(territory.key)?.path ?? "",
      href: territoryHref(locale, territory.key, view),
      text: t("map.area", { name, value: value === null ? t("map.none") : write(value), parts }),
      rank: value === null ? null : (classOf(classes, value) ?? null),
    };
  });
  const without = known.length - values.length;
  return {
    shapes,
    legend: [
      ...classes
        .map((one, rank) => ({
          rank,
          label:
            one.from === one.to
              ? write(one.from)
              : t("map.range", { from: write(one.from), to: write(one.to) }),
          count: count(one.count),
        }))
        .toReversed(),
      ...(without > 0 ? [{ rank: null, label: t("map.none"), count: count(without) }] : []),
    ],
  };
}
