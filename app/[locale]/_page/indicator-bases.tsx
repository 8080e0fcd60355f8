import "server-only";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/ui/data-table";
import { formatNumber, formatPercent } from "@/lib/format";
import type { IndicatorResult, IndicatorRow } from "@/lib/indicators/types";
import { localHref, pageHref, type Locale } from "@/lib/links";
import type { PageContext } from "./context";
import { drawingOf } from "./drawing";
import type { IndicatorModel } from "./indicator-model";

/** Rows whose measure is not the same on the two bases. */
function differing(corrected: IndicatorResult, file: IndicatorResult, measure: string) {
  const idOf = (row: IndicatorRow) => `${row.key} ${String(row.origin ?? "")}`;
  const before = new Map(file.rows.map((row) => [idOf(row), row]));
  const keys = [...new Set([...corrected.rows, ...file.rows].map(idOf))];
  const after = new Map(corrected.rows.map((row) => [idOf(row), row]));
  return keys.flatMap((key) => {
    const rows = { file: before.get(key), corrected: after.get(key) };
    const shown = rows.corrected ?? rows.file;
    return shown && rows.file?.[measure] !== rows.corrected?.[measure] ? [{ key, shown, ...rows }] : [];
  });
}

/** The indicator as the file says it and with demonstrable faults repaired, and where the two part. */
export async function BasisComparison({
  model,
  page,
  locale,
}: {
  model: IndicatorModel;
  page: PageContext;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "indicators.bases" });
  const { result, other } = model;
  const { measure } = drawingOf(result.id);
  const [corrected, file] = result.basis === "corrected" ? [result, other] : [other, result];
  const write = (rate: boolean, value: unknown): string | null =>
    typeof value !== "number" ? null : rate ? formatPercent(locale, value, 2) : formatNumber(locale, value);
  const parts = ({ value, numerator, denominator, unit }: IndicatorResult) =>
    [
      write(unit === "ratio", value) ?? "—",
      ...(typeof numerator === "number" && typeof denominator === "number"
        ? [t("of", { open: formatNumber(locale, numerator), total: formatNumber(locale, denominator) })]
        : []),
    ].join(" · ");
  const cell = (row: IndicatorRow | undefined) => {
    const value = write(measure === "rate", row?.[measure]);
    const open = row?.open;
    const total = row?.total;
    return value !== null && measure === "rate" && typeof open === "number" && typeof total === "number"
      ? `${value} · ${t("of", { open: formatNumber(locale, open), total: formatNumber(locale, total) })}`
      : value;
  };
  const rows = differing(corrected, file, measure);
  const basis = page.context.basis === "corrected" ? "file" : "corrected";
  return (
    <section>
      <h2 id="bases">{t("title")}</h2>
      <p>{t("text")}</p>
      <dl className="bases">
        <div>
          <dt>{t("corrected")}</dt>
          <dd>{parts(corrected)}</dd>
        </div>
        <div>
          <dt>{t("file")}</dt>
          <dd>{parts(file)}</dd>
        </div>
      </dl>
      {rows.length === 0 ? (
        <p>{t("same")}</p>
      ) : (
        <>
          <p>{t("differs", { count: rows.length })}</p>
          <DataTable
            caption={t("title")}
            columns={[
              { key: "label", label: t("row"), align: "left" },
              { key: "file", label: t("file"), align: "right" },
              { key: "corrected", label: t("corrected"), align: "right" },
            ]}
            rows={rows.map(({ key, shown, ...both }) => ({
              key,
              cells: { label: shown.label[locale], file: cell(both.file), corrected: cell(both.corrected) },
            }))}
          />
        </>
      )}
      <p>
        <Link
          className="link"
          prefetch={false}
          href={localHref(locale, pageHref(`/indicateurs/${result.id}`, { ...page.view, basis }))}
        >
          {t(`to.${basis}`)}
        </Link>{" "}
        ·{" "}
        <Link
          className="link"
          prefetch={false}
          href={localHref(locale, pageHref("/donnees/qualite", page.view))}
        >
          {t("repairs")}
        </Link>
      </p>
    </section>
  );
}
