import "server-only";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { MapLegend } from "@/components/maps/map-legend";
import { TerritoryMap } from "@/components/maps/territory-map";
import { ListTable } from "@/components/table/list-table";
import { Actions } from "@/components/ui/actions";
import { Choices } from "@/components/ui/choices";
import { REGIONS } from "@/lib/codes/regions";
import { formatNumber } from "@/lib/format";
import { INSETS, MAP_BOX } from "@/lib/geo/frames";
import { regionOfDepartment } from "@/lib/geo/shapes";
import { termOf } from "@/lib/glossary";
import { byDepartment, byRegion } from "@/lib/indicators/territories";
import {
  territoriesOf,
  together,
  type Territory,
  type TerritoryLevel,
} from "@/lib/indicators/territory-measures";
import { localHref, pageHref, type Locale } from "@/lib/links";
import { refuse, type PageContext } from "./context";
import { downloadsIn, indicatorDownloads } from "./downloads";
import { drawTerritories, MAP_MEASURES, type MapMeasure } from "./territory-drawing";
import { organisationPoints } from "./territory-points";
import { Ranking } from "./territory-ranking";
import { PageFootnotes, withNotes } from "./page-notes";
import { tableNotables, TERRITORY_SORTS, territoryTable } from "./territory-table";

const LEVELS = ["region", "department"] as const;
/** Parameters of the page's own. */
export const TERRITORIES_PARAMETERS = ["measure", "level", "points", "sort"] as const;

type Asked = { measure: MapMeasure; level: TerritoryLevel; points: boolean; sort: string };

/** Reads what the address asks; a value that can't be honoured is not found. */
function read({ params }: PageContext): Asked {
  const one = <T extends string>(name: string, allowed: readonly T[], fallback: T): T => {
    const given = params.getAll(name).filter((value) => value !== "");
    if (given.length === 0) return fallback;
    const found = given.length === 1 ? allowed.find((value) => value === given[0]) : undefined;
    return found ?? refuse([name], params);
  };
  const measure = one("measure", MAP_MEASURES, "rate");
  return {
    measure,
    level: one("level", LEVELS, "region"),
    points: one("points", ["0", "1"], "0") === "1",
    sort: one("sort", TERRITORY_SORTS, `-${measure}`),
  };
}

/** Everything the page of territories shows. */
export async function loadTerritories(page: PageContext, locale: Locale) {
  const asked = read(page);
  const { context, view } = page;
  const [territories, regions, places, breakdown] = await Promise.all([
    territoriesOf(context, asked.level),
    territoriesOf(context, "region"),
    organisationPoints(context, locale, view),
    (asked.level === "region" ? byRegion : byDepartment).compute(context),
  ]);
  // By région, where régions themselves are counted: its rate is the opening rate.
  return { ...asked, territories, france: regions && together(regions), places, breakdown };
}
export type TerritoriesModel = Awaited<ReturnType<typeof loadTerritories>>;

/** Names of the insets, above their frames. */
const insetLabels = () =>
  INSETS.map(({ code, box: [x, y] }) => ({
    x: Math.min(x, 14),
    y: y - 4,
    text: REGIONS.find((region) => region.code === regionOfDepartment(code))?.name ?? code,
  }));

/** The map of France by territory, its legend, its choices, and the same figures as a table. */
export async function Territories({
  model,
  page,
  locale,
}: {
  model: TerritoriesModel;
  page: PageContext;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "territories" });
  const { context, view } = page;
  const { measure, level, places, territories, breakdown } = model;
  const href = (changes: Partial<Asked>) => {
    const next = { ...model, ...changes };
    const parameters = {
      measure: next.measure === "rate" ? null : next.measure,
      level: next.level === "region" ? null : next.level,
      points: next.points ? "1" : null,
      sort: changes.sort ?? null,
    };
    return localHref(locale, pageHref("/territoires", view, parameters));
  };
  const title = t(`title.${measure}.${level}`);
  const head = (
    <header className="territory-head">
      <h1>{t("heading")}</h1>
      <p>{t("intro")}</p>
    </header>
  );
  if (territories === null)
    return (
      <>
        {head}
        <p className="figure-missing">{t("missing")}</p>
      </>
    );

  const { shapes, legend } = await drawTerritories({ territories, level, measure, locale, view });
  const noted = await withNotes(page, locale, tableNotables(territories, locale));
  const overseas = territories.filter(({ total }: Territory) => !total).length;
  const number = (value: number) => formatNumber(locale, value);
  return (
    <>
      {head}
      <div className="section-line">
        <Choices
          label={t("choose.measure")}
          choices={MAP_MEASURES.map((one) => ({
            label: t(`measure.${one}`),
            href: href({ measure: one }),
            current: one === measure,
          }))}
        />
        <Choices
          label={t("choose.level")}
          choices={LEVELS.map((one) => ({
            label: t(`level.${one}`),
            href: href({ level: one }),
            current: one === level,
          }))}
        />
        <Choices
          label={t("choose.points")}
          choices={[false, true].map((one) => ({
            label: t(one ? "points.on" : "points.off"),
            href: href({ points: one }),
            current: one === model.points,
          }))}
        />
      </div>
      <div className="map-layout">
        <TerritoryMap
          id="territories"
          title={title}
          description={t("map.description")}
          viewBox={MAP_BOX}
          shapes={shapes}
          labels={insetLabels()}
          points={model.points ? places.points : []}
        />
        <div className="map-side">
          <div>
            <h2>{title}</h2>
            <p className="section-note">{t(`unit.${measure}`)}</p>
          </div>
          <MapLegend
            id="territories"
            title={t("map.classes", { count: legend.filter(({ rank }) => rank !== null).length })}
            entries={legend}
          />
          {model.points && (
            <p className="section-note">
              {t("points.placed", { count: number(places.points.length) })}{" "}
              <a href="#non-places" className="link">
                {t("points.unplaced", { count: places.unplaced.length })}
              </a>
            </p>
          )}
          <Ranking model={model} view={view} locale={locale} />
          {overseas > 0 && level === "region" && <p className="section-note">{t("overseas")}</p>}
        </div>
      </div>
      <section className="question" aria-labelledby="table">
        <h2 id="table">{t("table")}</h2>
        <ListTable
          caption={title}
          unknown={t("unknown")}
          {...territoryTable({
            territories,
            level,
            sort: model.sort,
            sortHref: (sort) => `${href({ sort })}#table`,
            locale,
            view,
            notes: noted.notes,
          })}
        />
        <Actions
          label={t("files")}
          actions={[{ downloads: indicatorDownloads(await downloadsIn(locale), context, breakdown) }]}
        />
        <p className="section-note">{termOf("rate").definition[locale]}</p>
      </section>
      <details id="non-places" className="unplaced" open={model.points}>
        <summary>{t("points.unplaced", { count: places.unplaced.length })}</summary>
        <p className="section-note">{t("points.why")}</p>
        <ul>
          {places.unplaced.map((one) => (
            <li key={one.key}>
              <Link href={one.href} prefetch={false} className="link">
                {one.name}
              </Link>
            </li>
          ))}
        </ul>
      </details>
      <PageFootnotes page={noted} locale={locale} />
    </>
  );
}
