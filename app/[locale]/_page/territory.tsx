import "server-only";
import { getTranslations } from "next-intl/server";
import { MapLegend } from "@/components/maps/map-legend";
import { NearList } from "@/components/maps/near-list";
import { TerritoryMap } from "@/components/maps/territory-map";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { NoteMark } from "@/components/notes/note-mark";
import { KpiCard } from "@/components/ui/kpi-card";
import { labelOf } from "@/lib/codes/labels";
import { formatNumber } from "@/lib/format";
import { departmentsOfRegion, regionOfDepartment, SHAPES } from "@/lib/geo/shapes";
import { seenIn, viewAround } from "@/lib/geo/view";
import type { Locale } from "@/lib/links";
import { NotesOn } from "./notes";
import { PageFootnotes, withNotes } from "./page-notes";
import type { ListPageContext } from "./context";
import { ClosedAuthorities } from "./territory-closed";
import { drawTerritories, territoryHref } from "./territory-drawing";
import { kpiNotables, territoryKpis } from "./territory-kpis";
import type { TerritoryModel } from "./territory-model";
import { openNotables, OpenAuthorities } from "./territory-open";

type Props = { model: TerritoryModel; page: ListPageContext; locale: Locale };

/** The départements around a territory, its own in full, with what is near it. */
async function Surroundings({ model, page, locale }: Props) {
  const t = await getTranslations({ locale, namespace: "territories" });
  const { code, kind, level, name, departments, peers } = model;
  if (departments === null || kind === "overseas") return null;
  const region = level === "region" ? code : regionOfDepartment(code);
  const own = region ? departmentsOfRegion(region) : [];
  const viewBox = viewAround("department", own);
  const seen = seenIn("department", viewBox);
  const { shapes, legend } = await drawTerritories({
    ...{ territories: departments, level: "department", measure: "rate", locale, view: page.view },
  });
  const places = (of: "region" | "department", codes: readonly string[]) =>
    codes.map((one) => ({ label: labelOf(of, one)[locale], href: territoryHref(locale, one, page.view) }));
  const title = t(`page.map.${own.length === 1 ? "alone" : level}`, { name });
  return (
    <div className="map-layout" data-near="true">
      <TerritoryMap
        id="territory"
        title={title}
        description={t("map.description")}
        viewBox={viewBox}
        // What is drawn last is on top: the territory itself.
        shapes={shapes
          .filter((shape) => seen.includes(shape.code))
          .map((shape) => ({ ...shape, current: shape.code === code, faded: !own.includes(shape.code) }))
          .toSorted((a, b) => Number(a.current) - Number(b.current))}
        labels={[]}
        points={[]}
      />
      <div className="map-side">
        <div>
          <h2>{title}</h2>
          <p className="section-note">{t("unit.rate")}</p>
        </div>
        <MapLegend
          id="territory"
          title={t("map.classes", { count: legend.filter(({ rank }) => rank !== null).length })}
          entries={legend}
        />
        {level === "department" && region && (
          <NearList title={t("page.near.parent")} places={places("region", [region])} />
        )}
        {level === "region" && (
          <NearList title={t("page.near.children")} places={places("department", own)} />
        )}
        <NearList
          title={t(`page.near.neighbours.${level}`)}
          places={places(level, SHAPES[level].get(code)?.neighbours ?? [])}
        />
        <NearList
          title={t(`page.near.peers.${level}`)}
          places={places(
            level,
            peers.map(({ key }) => key),
          )}
        />
      </div>
    </div>
  );
}

/** A région or a département: its figures beside France's, its map, who publishes there and who does not yet. */
export async function Territory(props: Props) {
  const { model, locale } = props;
  const t = await getTranslations({ locale, namespace: "territories" });
  const { code, kind, level, name, self, peers } = model;
  const about = { target: `territory/${code}`, name };
  const page = await withNotes(props.page, locale, [
    about,
    ...kpiNotables(model, locale),
    ...openNotables(model, locale),
  ]);
  const region = kind === "department" ? regionOfDepartment(code) : undefined;
  const kpis = await territoryKpis(model, locale, page);
  const [open, total] = [self?.open ?? 0, self?.total ?? 0];
  return (
    <>
      <Breadcrumb
        locale={locale}
        view={page.view}
        trail={[
          { path: "/territoires", label: t("heading") },
          ...(region ? [{ path: `/territoires/${region}`, label: labelOf("region", region)[locale] }] : []),
        ]}
        here={name}
      />
      <header className="territory-head">
        <h1>
          {name}{" "}
          <small className="territory-kind">{t("page.kindOf", { kind: t(`page.kind.${kind}`), code })}</small>
        </h1>
        <NoteMark noted={page.notes.mark(about)} />
        {kind === "overseas" ? (
          <p>{t("page.overseas")}</p>
        ) : (
          self && (
            <p>
              {t("page.sentence", {
                open,
                openText: formatNumber(locale, open),
                total,
                totalText: formatNumber(locale, total),
              })}
            </p>
          )
        )}
        <NotesOn page={page} {...about} locale={locale} />
      </header>
      {self === null && kind !== "overseas" && <p className="figure-missing">{t("missing")}</p>}
      {self && (
        <ul className="kpis territory-kpis" aria-label={t("page.headlines")}>
          {kpis.map((kpi) => (
            <KpiCard key={kpi.label} {...kpi} />
          ))}
        </ul>
      )}
      {peers.length > 0 && <p className="section-note">{t("page.peersRule", { level })}</p>}
      <Surroundings {...props} />
      {kind !== "overseas" && <ClosedAuthorities {...props} />}
      <OpenAuthorities {...props} page={page} />
      <PageFootnotes page={page} locale={locale} />
    </>
  );
}
