import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/links";
import type { SearchWords } from "./types";

/** The words of the search in one object, for the part of it that runs in the browser. */
export async function searchWords(locale: Locale): Promise<SearchWords> {
  const t = await getTranslations({ locale, namespace: "search" });
  // Counts and words typed come later: their places stay in the text.
  const later = { count: "{count}", q: "{q}" };
  const entities = ["page", "indicator", "territory", "organisation", "platform"] as const;
  const ofEach = (part: "kinds" | "all") =>
    Object.fromEntries(entities.map((one) => [one, t(`${part}.${one}`, later)])) as SearchWords["kinds"];
  const keys = ["title", "search", "list", "move", "choose", "leave", "single", "singleHint"] as const;
  return {
    open: t("open"),
    field: t("field"),
    placeholder: t("placeholder"),
    results: t("results"),
    none: t("none", later),
    one: t("one"),
    many: t("many", later),
    failed: t("failed"),
    fullPage: t("fullPage"),
    close: t("close"),
    kinds: ofEach("kinds"),
    all: ofEach("all"),
    keys: Object.fromEntries(keys.map((key) => [key, t(`keys.${key}`)])) as SearchWords["keys"],
  };
}
