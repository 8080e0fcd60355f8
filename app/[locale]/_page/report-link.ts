import "server-only";
import { getTranslations } from "next-intl/server";
import { localHref, pageHref, type Locale, type View } from "@/lib/links";

/** Where a reader says that something is wrong with a target. */
export async function reportLink(target: string, view: View, locale: Locale) {
  const t = await getTranslations({ locale, namespace: "reports" });
  return { label: t("link"), href: localHref(locale, pageHref("/signaler", view, { cible: target })) };
}
