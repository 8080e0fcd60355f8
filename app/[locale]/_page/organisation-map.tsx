import "server-only";
import { getTranslations } from "next-intl/server";
import { TerritoryMap } from "@/components/maps/territory-map";
import { labelOf } from "@/lib/codes/labels";
import { project } from "@/lib/geo/projection";
import { SHAPES } from "@/lib/geo/shapes";
import { isWithin, seenIn, viewAround } from "@/lib/geo/view";
import type { OrganisationProps } from "./organisation";
import { territoryHref } from "./territory-drawing";

/** Where an organisation is in its département; nothing where either is unknown. */
export async function OrganisationMap({ card, page, locale }: OrganisationProps) {
  const { department, latitude, longitude, name, category } = card.row;
  if (department === null || latitude === null || longitude === null || !SHAPES.department.has(department))
    return null;
  const t = await getTranslations({ locale, namespace: "entities.map" });
  const place = project(longitude, latitude);
  const viewBox = viewAround("department", [department]);
  const inside = place !== null && isWithin(viewBox, place);
  const label = (code: string) => labelOf("department", code)[locale];
  return (
    <section className="entity-map">
      <h2>{t("title", { department: label(department) })}</h2>
      <TerritoryMap
        id="organisation"
        title={t("title", { department: label(department) })}
        description={t(inside ? "description" : "elsewhere", { name })}
        viewBox={viewBox}
        // What is drawn last is on top: its own département.
        shapes={seenIn("department", viewBox)
          .toSorted((a, b) => Number(a === department) - Number(b === department))
          .map((code) => ({
            code,
            path: SHAPES.department.get(code)?.path ?? "",
            href: territoryHref(locale, code, page.view),
            text: label(code),
            rank: null,
            current: code === department,
            faded: code !== department,
          }))}
        labels={[]}
        pointSize={20}
        points={inside ? [{ key: "self", ...place, text: name, kind: category }] : []}
      />
      {!inside && <p className="section-note">{t("elsewhere", { name })}</p>}
    </section>
  );
}
