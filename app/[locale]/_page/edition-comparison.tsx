import "server-only";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/ui/data-table";
import type { LoadedEdition } from "@/lib/engine/state";
import { formatDate, formatDifference, formatNumber, formatPercent } from "@/lib/format";
import { hasTerm, termOf } from "@/lib/glossary";
import { indicators } from "@/lib/indicators";
import type { IndicatorResult } from "@/lib/indicators/types";
import { localHref, pageHref, type Locale } from "@/lib/links";
import { comparableEditions } from "@/lib/queries/changes";
import type { ListPageContext, PageContext } from "./context";

type Comparable = Awaited<ReturnType<typeof comparableEditions.all>>[number] & { edition: LoadedEdition };

/** An indicator in the edition compared with, and in the one shown. */
type Pair = { before: IndicatorResult; after: IndicatorResult };

export type Comparison = {
  /** Every edition that this one can be compared with. */
  editions: Comparable[];
  /** The one chosen, with its indicators; null while several could be. */
  chosen: (Comparable & { pairs: Pair[] }) | null;
};

/** Which editions can be compared with the one shown; of the one asked for (or the only one), its indicators too. */
export async function comparisonOf({ context, address }: ListPageContext): Promise<Comparison> {
  const { state, edition, basis } = context;
  const editions = (await comparableEditions.all({ state, edition, basis }, {})).flatMap((one) => {
    const loaded = state.editions.get(one.id);
    return loaded ? [{ ...one, edition: loaded }] : [];
  });
  const [asked, ...others] = (address.request.filters.from ?? []) as readonly string[];
  const only = editions.length === 1 && asked === undefined ? editions[0]?.id : asked;
  const found = others.length === 0 ? editions.find(({ id }) => id === only) : undefined;
  if (!found) return { editions, chosen: null };
  const pairs = await Promise.all(
    indicators.map(async ({ compute }) => {
      const [before, after] = await Promise.all([
        compute({ state, edition: found.edition, basis }),
        compute({ state, edition, basis }),
      ]);
      return { before, after };
    }),
  );
  return { editions, chosen: { ...found, pairs } };
}

/** Indicators of two editions side by side; one that an edition can't tell is unknown, never nought. */
async function indicatorTable(pairs: readonly Pair[], chosen: Comparable, page: PageContext, locale: Locale) {
  const t = await getTranslations({ locale, namespace: "comparison.editions" });
  const written = ({ unit }: IndicatorResult, value: number | null) =>
    value === null ? null : unit === "ratio" ? formatPercent(locale, value, 2) : formatNumber(locale, value);
  const difference = ({ before, after }: Pair) => {
    if (before.value === null || after.value === null) return null;
    const rate = after.unit === "ratio";
    const by = formatDifference(locale, (after.value - before.value) * (rate ? 100 : 1), 2);
    return rate ? t("points", { by }) : by;
  };
  return {
    columns: [
      { key: "name", label: t("indicator"), align: "left" as const },
      { key: "before", label: chosen.edition.id, align: "right" as const },
      { key: "after", label: page.context.edition.id, align: "right" as const },
      { key: "difference", label: t("difference"), align: "right" as const },
    ],
    rows: pairs.map((pair) => ({
      key: pair.after.id,
      href: localHref(locale, pageHref(`/indicateurs/${pair.after.id}`, page.view)),
      cells: {
        name: pair.after.name[locale],
        before: written(pair.before, pair.before.value),
        after: written(pair.after, pair.after.value),
        difference: difference(pair),
      },
    })),
  };
}

/** The choice of the other edition, what limits the comparison, and the indicators of both. */
export async function EditionComparison({
  comparison,
  page,
  locale,
  path,
}: {
  comparison: Comparison;
  page: PageContext;
  locale: Locale;
  path: string;
}) {
  const t = await getTranslations({ locale, namespace: "comparison.editions" });
  const { editions, chosen } = comparison;
  const { edition, basis } = page.context;
  if (editions.length === 0) return <p className="comparison-note">{t("none", { edition: edition.id })}</p>;
  const missing = chosen?.missing.map((column) => (hasTerm(column) ? termOf(column).label[locale] : column));
  return (
    <div className="comparison">
      <nav aria-label={t("choose")}>
        <p>{t("choose")}</p>
        <ul className="chips">
          {editions.map(({ id, edition: one }) => (
            <li key={id}>
              <Link
                className="chip"
                prefetch={false}
                href={localHref(locale, pageHref(path, page.view, { from: id }))}
                aria-current={id === chosen?.id ? "true" : undefined}
              >
                {one.manifest.title[locale]} ({formatDate(locale, one.manifest.asOf)})
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {chosen && (
        <>
          <ul className="comparison-note">
            {missing && missing.length > 0 && (
              <li>{t("missing", { count: missing.length, columns: missing.join(", ") })}</li>
            )}
            {chosen.unmatched_before + chosen.unmatched_after > 0 && (
              <li>{t("unmatched", { count: chosen.unmatched_before + chosen.unmatched_after })}</li>
            )}
            {chosen.edition.manifest.reference !== edition.manifest.reference && (
              <li>
                {t("reference", {
                  before: chosen.edition.manifest.reference,
                  after: edition.manifest.reference,
                })}
              </li>
            )}
            <li>
              {t.rich("history", {
                link: (words) => (
                  <Link
                    className="link"
                    prefetch={false}
                    href={localHref(locale, pageHref("/indicateurs/history", page.view))}
                  >
                    {words}
                  </Link>
                ),
              })}
            </li>
          </ul>
          <h2 id="indicateurs">{t("indicators")}</h2>
          <p className="section-note">{t(`basis.${basis}`)}</p>
          <DataTable
            caption={t("indicators")}
            {...await indicatorTable(chosen.pairs, chosen, page, locale)}
          />
          <h2 id="changements">{t("changes")}</h2>
        </>
      )}
    </div>
  );
}
