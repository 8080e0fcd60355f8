import "server-only";
import { getTranslations } from "next-intl/server";
import { DataTable, type DataColumn } from "@/components/ui/data-table";
import { labelOf } from "@/lib/codes/labels";
import { formatDifference, formatNumber, formatPercent } from "@/lib/format";
import type { Unit } from "@/lib/indicators/types";
import type { Locale } from "@/lib/links";
import type { Compared, Preview } from "@/lib/publication/preview";

const CELLS = ["before", "after", "difference"] as const;

/** The three cells of a figure: before, after, and the difference with its sign, in points for a share. */
function cellsOf(locale: Locale, figure: Compared, unit: Unit | "count", points: string, prefix = "") {
  const write = (value: number) =>
    unit === "ratio" ? formatPercent(locale, value, 2) : formatNumber(locale, value);
  const by = (value: number) =>
    unit === "ratio"
      ? `${formatDifference(locale, value * 100, 2)}\u00a0${points}`
      : formatDifference(locale, value);
  return Object.fromEntries(
    CELLS.map((cell) => {
      const value = figure[cell];
      const text =
        value === null ? null : cell !== "difference" ? write(value) : value === 0 ? "=" : by(value);
      return [`${prefix}${cell}`, text];
    }),
  );
}

/** What publishing an edition would change. */
export async function EditionPreview({ preview, locale }: { preview: Preview; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "editions.preview" });
  const { base, rows, indicators, changes, remarks } = preview;
  const columns = (first: string, bases: readonly ("corrected" | "file")[] = []): DataColumn[] => [
    { key: "label", label: first, align: "left" },
    ...(bases.length === 0 ? ([""] as const) : bases).flatMap((basis) =>
      CELLS.map((cell): DataColumn => ({
        key: `${basis}${cell}`,
        label: t(`columns.${cell}`),
        unit: basis === "" ? undefined : t(`bases.${basis}`),
        align: "right",
      })),
    ),
  ];
  return (
    <section aria-labelledby="edition-preview" className="edition-preview">
      <h2 id="edition-preview">{t("title")}</h2>
      <p>
        {base
          ? t(base.replaced ? "against" : "againstOther", { title: base.title[locale], id: base.id })
          : t("alone")}
      </p>
      {rows.map(
        ({ file, unusual }) =>
          unusual && (
            <p key={file} className="form-error">
              {t(`unusual.${file}`)}
            </p>
          ),
      )}
      <h3>{t("indicators")}</h3>
      <DataTable
        caption={t("indicators")}
        columns={columns(t("columns.indicator"), ["corrected", "file"])}
        rows={indicators.map(({ id, name, unit, figures }) => ({
          key: id,
          cells: {
            label: name[locale],
            ...cellsOf(locale, figures.corrected, unit, t("points"), "corrected"),
            ...cellsOf(locale, figures.file, unit, t("points"), "file"),
          },
        }))}
      />
      <h3>{t("rows")}</h3>
      <DataTable
        caption={t("rows")}
        columns={columns(t("columns.what"))}
        rows={[
          ...rows.map(({ file, ...figure }) => ({
            key: file,
            cells: { label: t(`files.${file}`), ...cellsOf(locale, figure, "count", t("points")) },
          })),
          ...remarks.map(({ outcome, ...figure }) => ({
            key: outcome,
            cells: { label: t(`remarks.${outcome}`), ...cellsOf(locale, figure, "count", t("points")) },
          })),
        ]}
      />
      <h3>{t("changes")}</h3>
      {changes === null ? (
        <p className="muted">{t("notComparable")}</p>
      ) : (
        <DataTable
          caption={t("changes")}
          columns={[
            { key: "label", label: t("columns.change"), align: "left" },
            { key: "count", label: t("columns.organisations"), align: "right" },
          ]}
          rows={changes.map(({ change, count }) => ({
            key: change,
            cells: { label: labelOf("change", change)[locale], count: formatNumber(locale, count) },
          }))}
        />
      )}
    </section>
  );
}
