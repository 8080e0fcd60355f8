import "server-only";
import { kindOf, valueOf } from "@/lib/annotations/targets";
import { LABELS, labelOf } from "@/lib/codes/labels";
import type { EditionContext } from "@/lib/engine/context";
import { contextOf } from "@/lib/engine/engine";
import { hasTerm, termOf } from "@/lib/glossary";
import { indicatorById } from "@/lib/indicators";
import type { Locale } from "@/lib/links";
import { organisation } from "@/lib/queries/organisation";
import { platform } from "@/lib/queries/platform";

/** An indicator's name, with that of a category of it: "by-type/COM-0-3500". */
async function indicatorName(context: EditionContext, value: string, locale: Locale): Promise<string | null> {
  const [id = "", ...rest] = value.split("/");
  const indicator = indicatorById.get(id);
  if (!indicator || rest.length === 0) return indicator?.name[locale] ?? null;
  const key = rest.join("/");
  const row = (await indicator.compute(context)).rows.find((one) => one.key === key);
  return row ? `${indicator.name[locale]}, ${row.label[locale]}` : null;
}

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
      return indicatorName(context, value, locale);
    case "organisation":
      return (await organisation.all(context, { siren: value }))[0]?.name ?? null;
    case "platform":
      return (await platform.all(context, { slug: value }))[0]?.name ?? null;
    case "territory":
      return Object.hasOwn(LABELS.territory, value) ? labelOf("territory", value)[locale] : null;
    case "column":
      return hasTerm(value) ? termOf(value).label[locale] : null;
    case undefined:
      return null;
  }
}

/** What targets are called, each asked once; null where an edition, or what it had, is no longer served. */
export function targetNames(locale: Locale): (edition: string, target: string) => Promise<string | null> {
  const asked = new Map<string, Promise<string | null>>();
  const ask = async (edition: string, target: string) => {
    const context = await contextOf(edition, "corrected");
    return context ? targetName(context, target, locale) : null;
  };
  return (edition, target) => {
    const key = `${edition} ${target}`;
    const name = asked.get(key) ?? ask(edition, target);
    asked.set(key, name);
    return name;
  };
}
