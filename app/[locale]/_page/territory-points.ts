import "server-only";
import type { MapPoint } from "@/components/maps/types";
import type { EditionContext } from "@/lib/engine/context";
import { project } from "@/lib/geo/projection";
import { localHref, organisationHref, pageHref, type Locale, type View } from "@/lib/links";
import { actorPlaces } from "@/lib/queries/actor-places";

export type Unplaced = { key: string; name: string; href: string };

/** Organisations as points of the map, and those that have no coordinates, or some that are in none of its frames. */
export async function organisationPoints(context: EditionContext, locale: Locale, view: View) {
  const actors = await actorPlaces.all(context, {});
  const points: MapPoint[] = [];
  const unplaced: Unplaced[] = [];
  for (const [index, { siren, name, category, latitude, longitude }] of actors.entries()) {
    const place = latitude === null || longitude === null ? null : project(longitude, latitude);
    const key = `${siren ?? "row"}-${index}`;
    if (place)
      points.push({
        key,
        x: place.x,
        y: place.y,
        text: name,
        kind: category,
      });
    else
      unplaced.push({
        key,
        name,
        // A row without identifier has no page: the list shows it.
        href: localHref(
          locale,
          siren === null
            ? pageHref("/organisations", view, { q: name })
            : pageHref(organisationHref(siren), view),
        ),
      });
  }
  return { points, unplaced };
}
