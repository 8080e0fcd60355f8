import "server-only";
import { getTranslations } from "next-intl/server";
import { BarList } from "@/components/ui/bar-list";
import { SHAPES } from "@/lib/geo/shapes";
import type { Locale, View } from "@/lib/links";
import type { TerritoriesModel } from "./territories";
import { drawn, territoryHref, writeMeasure } from "./territory-drawing";

/** Territories ranked beside the map; the table has them all. */
const RANKED = 10;

/** What the map says in numbers: France's, and the territories that come first. */
export async function Ranking({
  model,
  view,
  locale,
}: {
  model: TerritoriesModel;
  view: View;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "territories" });
  const { measure, level, territories, france } = model;
  const national = france && drawn(france, measure);
  const ranked = (territories ?? [])
    .flatMap((territory) => {
      const value = drawn(territory, measure);
      return value === null || !SHAPES[level].has(territory.key) ? [] : [{ territory, value }];
    })
    .toSorted((a, b) => b.value - a.value)
    .slice(0, RANKED);
  const longest = ranked[0]?.value ?? 0;
  if (ranked.length === 0) return null;
  return (
    <div className="map-ranking">
      <h3>{t(`ranking.${level}`, { count: ranked.length })}</h3>
      <BarList
        label={t(`ranking.${level}`, { count: ranked.length })}
        bars={ranked.map(({ territory, value }) => ({
          key: territory.key,
          label: territory.label[locale],
          share: longest === 0 ? 0 : value / longest,
          value: writeMeasure(locale, measure, value),
          href: territoryHref(locale, territory.key, view),
        }))}
      />
      {national !== null && (
        <p className="map-national">
          {t("france")} <strong>{writeMeasure(locale, measure, national)}</strong>
        </p>
      )}
    </div>
  );
}
