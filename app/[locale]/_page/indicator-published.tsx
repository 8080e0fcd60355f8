import "server-only";
import { getTranslations } from "next-intl/server";
import { formatDate, formatNumber, formatPercent } from "@/lib/format";
import type { IndicatorResult } from "@/lib/indicators/types";
import type { Locale } from "@/lib/links";
import type { PageContext } from "./context";

/** What others published of the same thing, with their source, and why ours may differ. */
export async function PublishedFigures({
  result,
  page,
  locale,
}: {
  result: IndicatorResult;
  page: PageContext;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "indicators.published" });
  const { published, value, unit } = result;
  if (published.length === 0) return null;
  const ours =
    value === null ? "—" : unit === "ratio" ? formatPercent(locale, value) : formatNumber(locale, value);
  return (
    <section>
      <h2 id="published">{t("title")}</h2>
      <ul className="published">
        {published.map((figure) => (
          <li key={figure.text.fr}>
            <p>
              <strong>{figure.text[locale]}</strong>{" "}
              {figure.unit === unit && <span>{t("ours", { value: ours })}</span>}
            </p>
            {figure.note && <p>{figure.note[locale]}</p>}
            <p className="muted">
              {figure.source.url ? (
                <a href={figure.source.url}>{figure.source.title[locale]}</a>
              ) : (
                figure.source.title[locale]
              )}
            </p>
          </li>
        ))}
      </ul>
      <p>{t("why", { date: formatDate(locale, page.context.edition.manifest.asOf) })}</p>
    </section>
  );
}
