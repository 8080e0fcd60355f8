import { localHref, pageHref, type Locale, type View } from "@/lib/links";
import { kindOf, valueOf } from "@/lib/annotations/targets";

/** The page where what a note is about is shown. */
export function targetHref(
  { target, edition }: { target: string; edition: string },
  view: View,
  locale: Locale,
): string {
  const value = valueOf(target);
  const paths = {
    edition: "/",
    indicator: `/indicateurs/${value.split("/")[0]}`,
    organisation: `/organisations/${value}`,
    platform: `/plateformes/${value}`,
    territory: `/territoires/${value}`,
    column: "/methode",
  };
  const kind = kindOf(target) ?? "edition";
  const anchor = kind === "column" ? `#${value}` : "";
  return localHref(locale, pageHref(paths[kind], { ...view, edition })) + anchor;
}
