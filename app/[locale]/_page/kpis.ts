import "server-only";
import { getTranslations } from "next-intl/server";
import type { KpiProps } from "@/components/ui/kpi-card";
import { formatNumber, formatPercent } from "@/lib/format";
import { publishedHeadline } from "@/lib/indicators/headlines";
import type { IndicatorResult } from "@/lib/indicators/types";
import { localHref, rowsHref, type Locale } from "@/lib/links";
import { indicatorNotable } from "./notables";
import type { NotedPage } from "./page-notes";

/** The cards of the headline figures, in the order given. */
export async function kpisOf(
  results: readonly IndicatorResult[],
  locale: Locale,
  { view, notes }: NotedPage,
): Promise<KpiProps[]> {
  const t = await getTranslations({ locale, namespace: "overview" });
  return results.map((result) => {
    const { unit, value, numerator, denominator } = result;
    const figure = publishedHeadline(result);
    // A rate leads to the authorities behind it, which its first class can't name alone.
    const link = result.rows_link ?? { list: "organisations", filters: { category: ["authority"] } };
    return {
      label: result.name[locale],
      value:
        value === null ? null : unit === "ratio" ? formatPercent(locale, value) : formatNumber(locale, value),
      unit: unit === "ratio" || value === null ? "" : t(`units.${unit}`, { count: value }),
      reason: value !== null ? undefined : result.missing.length > 0 ? t("missing") : t("noAnswer"),
      parts:
        unit === "ratio" && typeof numerator === "number" && typeof denominator === "number"
          ? t("parts", {
              numerator: formatNumber(locale, numerator),
              denominator: formatNumber(locale, denominator),
            })
          : undefined,
      definition: result.definition[locale],
      published: figure && t("published", { text: figure.text[locale] }),
      noted: notes.noted(indicatorNotable(result, locale)),
      href: result.missing.length > 0 ? null : localHref(locale, rowsHref(link, view)),
    };
  });
}
