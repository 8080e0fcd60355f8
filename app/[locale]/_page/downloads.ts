import "server-only";
import { getTranslations } from "next-intl/server";
import type { DownloadMenuProps } from "@/components/ui/download-menu";
import type { EditionContext } from "@/lib/engine/context";
import type { CellValue } from "@/lib/engine/values";
import { estimateBytes } from "@/lib/export/estimate";
import { formatBytes, formatNumber } from "@/lib/format";
import { indicatorById } from "@/lib/indicators";
import { flatRows } from "@/lib/indicators/flat-rows";
import { HEADLINE_COLUMNS, headlineRow } from "@/lib/indicators/headlines";
import type { IndicatorResult } from "@/lib/indicators/types";
import { apiHref, type Locale } from "@/lib/links";

/** Choices of the menu: a format, or French Excel's way of writing CSV. */
const CHOICES = ["csv", "excel", "xlsx", "parquet", "ndjson", "geojson", "json", "pack"] as const;
type Choice = (typeof CHOICES)[number];
const PICTURES = ["svg", "png"] as const;

const parametersOf = (choice: Choice): Record<string, string | null> =>
  choice === "excel" ? { format: "csv", dialect: "excel-fr" } : { format: choice === "json" ? null : choice };

export type Downloads = (result: {
  rows: number;
  /** Columns of the files. */
  columns: readonly string[];
  /** Some of the rows, from which sizes are estimated. */
  sample: readonly Readonly<Record<string, CellValue>>[];
  /** The address with these parameters added. */
  href: (parameters: Record<string, string | null>) => string;
  /** The address of a picture of it, where it is drawn. */
  picture?: (file: string, parameters: Record<string, string | null>) => string;
}) => DownloadMenuProps;

/** Makes the download menu of any result, in one language. */
export async function downloadsIn(locale: Locale): Promise<Downloads> {
  const t = await getTranslations({ locale, namespace: "downloads" });
  const twins = await getTranslations({ locale, namespace: "twins" });
  return ({ rows, columns, sample, href, picture }) => {
    const places = ["latitude", "longitude"].every((column) => columns.includes(column));
    const bytes = estimateBytes(columns, sample, rows);
    const sizeOf = (choice: Choice) =>
      // The address of JSON gives a page or a result with all its words: no file whose size is known.
      choice === "json" ? null : formatBytes(locale, bytes[choice === "excel" ? "csv" : choice]);
    return {
      button: t("button"),
      extent: t("extent", {
        rows,
        writtenRows: formatNumber(locale, rows),
        columns: columns.length,
      }),
      sizes: t("sizes"),
      files: [
        ...CHOICES.filter((choice) => choice !== "geojson" || places).map((choice) => {
          const size = sizeOf(choice);
          return {
            label: t(`files.${choice}.label`),
            note: t(`files.${choice}.note`),
            size: size === null ? null : t("about", { size }),
            href: href(parametersOf(choice)),
          };
        }),
        ...(picture ? PICTURES : []).map((kind) => ({
          label: twins(`pictures.${kind}.label`),
          note: twins(`pictures.${kind}.note`),
          size: null,
          href: picture?.(`chart.${kind}`, { lang: locale === "fr" ? null : locale }) ?? "",
        })),
      ],
    };
  };
}

/** The menu of an indicator's breakdown. */
export function indicatorDownloads(
  downloads: Downloads,
  { edition, basis }: EditionContext,
  result: IndicatorResult,
): DownloadMenuProps {
  const indicator = indicatorById.get(result.id);
  if (!indicator) throw new Error(`no indicator ${result.id}`);
  return downloads({
    rows: result.rows.length,
    columns: indicator.columns.map(({ key }) => key),
    sample: flatRows(indicator, result),
    href: (parameters) => apiHref(edition.id, `indicators/${result.id}`, basis, parameters),
    picture: (file, parameters) => apiHref(edition.id, `indicators/${result.id}/${file}`, basis, parameters),
  });
}

/** The menu of all headlines. */
export const headlineDownloads = (
  downloads: Downloads,
  { edition, basis }: EditionContext,
  results: readonly IndicatorResult[],
): DownloadMenuProps =>
  downloads({
    rows: results.length,
    columns: HEADLINE_COLUMNS.map(({ key }) => key),
    sample: results.map(headlineRow),
    href: (parameters) => apiHref(edition.id, "indicators", basis, parameters),
  });

/** The menu of one organisation's or platform's row. @param list of the API that it belongs to */
export function rowDownloads(
  downloads: Downloads,
  { edition, basis }: EditionContext,
  list: { name: string; columns: readonly string[] },
  { id, row }: { id: string; row: Readonly<Record<string, CellValue>> },
): DownloadMenuProps {
  return downloads({
    ...{ rows: 1, columns: list.columns, sample: [row] },
    href: (parameters) => apiHref(edition.id, `${list.name}/${id}`, basis, parameters),
  });
}
