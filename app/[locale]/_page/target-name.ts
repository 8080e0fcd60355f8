import "server-only";
import { kindOf, valueOf } from "@/lib/annotations/targets";
import { labelOf } from "@/lib/codes/labels";
import { REGIONS } from "@/lib/codes/regions";
import type { EditionContext } from "@/lib/engine/context";
import { hasTerm, termOf } from "@/lib/glossary";
import { indicatorById } from "@/lib/indicators";
import type { Locale } from "@/lib/links";
import { organisation } from "@/lib/queries/organisation";
import { platform } from "@/lib/queries/platform";

/** What a target is called in an edition; null when the edition has no such thing. */
export async function targetName(
  context: EditionContext,
  target: string,
  locale: Locale,
): Promise<string | null> {
  const value = valueOf(target);
  switch (kindOf(target)) {
    case "edition":
      return context.edition.manifest.title[locale];
    case "indicator":
      return indicatorById.get(value.split("/")[0] ?? "")?.name[locale] ?? null;
    case "organisation":
      return (await organisation.all(context, { siren: value }))[0]?.name ?? null;
    case "platform":
      return (await platform.all(context, { slug: value }))[0]?.name ?? null;
    case "territory":
      return labelOf(REGIONS.some(({ code }) => code === value) ? "region" : "department", value)[locale];
    case "column":
      return hasTerm(value) ? termOf(value).label[locale] : null;
    case undefined:
      return null;
  }
}
