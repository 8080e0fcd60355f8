import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { resultHref } from "@/components/search/palette-results";
import type { SearchAnswer } from "@/lib/api/search-types";
import { formatNumber } from "@/lib/format";
import { localHref, type Locale, type View } from "@/lib/links";

type Props = { answer: SearchAnswer; locale: Locale; view: View };

/** The search as a page: the same results as the window's, more of them, and without JavaScript. */
export async function SearchResults({ answer, locale, view }: Props) {
  const t = await getTranslations({ locale, namespace: "search" });
  const { q, total, groups } = answer;
  const number = (value: number) => formatNumber(locale, value);
  const count = total === 0 ? t("none", { q }) : total === 1 ? t("one") : t("many", { count: number(total) });
  return (
    <div className="search-page">
      <h1>{t("title")}</h1>
      <p>{t("intro")}</p>
      <form method="get" action={localHref(locale, "/recherche")} role="search" className="search-form">
        {view.basis !== "corrected" && <input type="hidden" name="basis" value={view.basis} />}
        {view.edition && <input type="hidden" name="edition" value={view.edition} />}
        <input
          type="search"
          name="q"
          // Another question is another field: what it says follows the address.
          key={q}
          defaultValue={q}
          maxLength={100}
          aria-label={t("field")}
          placeholder={t("placeholder")}
        />
        <button type="submit" className="button">
          {t("submit")}
        </button>
      </form>
      <p role="status">{count}</p>
      {groups.map(({ entity, total: all, list, results }) => (
        <section key={entity} className="search-group" aria-labelledby={`kind-${entity}`}>
          <h2 id={`kind-${entity}`}>
            {t(`kinds.${entity}`)} <small>({number(all)})</small>
          </h2>
          <ul>
            {results.map(({ path, name, detail }) => (
              <li key={path}>
                <Link href={resultHref(path, locale, view)} prefetch={false} className="link">
                  {name[locale]}
                </Link>
                {detail && <small>{detail[locale]}</small>}
              </li>
            ))}
          </ul>
          {list && all > results.length && (
            <Link href={resultHref(list, locale, view)} prefetch={false} className="link">
              {t(`all.${entity}`, { count: number(all) })}
            </Link>
          )}
        </section>
      ))}
    </div>
  );
}
