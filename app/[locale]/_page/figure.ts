import "server-only";
import type { Mark } from "@/components/charts/types";
import { PART_MARKS, type Part } from "@/components/ui/parts";
import type { Action } from "@/components/ui/actions";
import type { Bar } from "@/components/ui/bar-list";
import type { EmbedMenuProps } from "@/components/ui/embed-menu";
import type { DataColumn, DataRow } from "@/components/ui/data-table";
import { formatMonth, formatNumber, formatPercent } from "@/lib/format";
import { labelOf as labelOfCode, type Dimension } from "@/lib/codes/labels";
import { termOf } from "@/lib/glossary";
import type { IndicatorResult, IndicatorRow } from "@/lib/indicators/types";
import { localHref, pageHref, rowsHref, type Locale } from "@/lib/links";
import { categoryNotable, columnNotable, indicatorNotable, measureTerm } from "./notables";
import type { NotedPage } from "./page-notes";
import { indicatorDownloads, type Downloads } from "./downloads";

/** Measures that are shares of one; the others are counts. */
const RATES = new Set(["rate"]);

export type FigureWords = {
  rows: string;
  definition: string;
  report: string;
  downloads: Downloads;
  of: (open: string, total: string) => string;
  embed: (result: IndicatorResult) => EmbedMenuProps;
};

/** Turns an indicator's result into what its figure shows, in one language and one view. */
export function figureOf(result: IndicatorResult, locale: Locale, page: NotedPage, words: FigureWords) {
  const { view, context, notes } = page;
  const write = (measure: string, value: unknown): string | null => {
    if (typeof value === "string") return value;
    if (typeof value !== "number") return null;
    return RATES.has(measure) ? formatPercent(locale, value) : formatNumber(locale, value);
  };
  const hrefOf = (link: IndicatorRow["rows_link"]) => (link ? localHref(locale, rowsHref(link, view)) : null);
  const labelOf = (row: IndicatorRow) => row.label[locale];
  const notedOf = (row: IndicatorRow) => notes.noted(categoryNotable(result, row, locale));
  const ratioOf = (row: IndicatorRow) =>
    words.of(write("open", row.open) ?? "—", write("total", row.total) ?? "—");

  return {
    result,
    locale,
    page,
    /** What stands beside its title. */
    noted: notes.noted(indicatorNotable(result, locale)),
    /** The table twin. @param measures in the order of the columns; @param first heading of the keys */
    table(first: string, measures: readonly string[]): { columns: DataColumn[]; rows: DataRow[] } {
      return {
        columns: [
          { key: "label", label: first, align: "left" },
          ...measures.map((measure): DataColumn => {
            const { label, unit } = measureTerm(measure);
            return {
              key: measure,
              label: label[locale],
              unit: unit?.[locale],
              align: "right",
              noted: notes.noted(columnNotable(measure, locale)),
            };
          }),
        ],
        rows: result.rows.map((row, index) => ({
          key: `${row.key}-${index}`,
          href: hrefOf(row.rows_link),
          noted: notedOf(row),
          cells: {
            label: labelOf(row),
            ...Object.fromEntries(measures.map((measure) => [measure, write(measure, row[measure])])),
          },
        })),
      };
    },
    /** Some rows of a list, by the columns named. */
    preview(rows: readonly Record<string, unknown>[], keys: readonly string[]) {
      const dimensions: Record<string, Dimension> = {
        type: result.rows_link?.list === "platforms" ? "platformType" : "type",
        department: "department",
        collaboration: "collaboration",
      };
      const cell = (key: string, value: unknown) => {
        const dimension = dimensions[key];
        return typeof value === "string" && dimension
          ? labelOfCode(dimension, value)[locale]
          : write(key, value);
      };
      return {
        columns: keys.map((key): DataColumn => {
          const { label, unit } = termOf(key);
          return {
            key,
            label: label[locale],
            unit: unit?.[locale],
            align: key === "datasets" ? "right" : "left",
            noted: notes.noted(columnNotable(key, locale)),
          };
        }),
        rows: rows.map((row, index) => ({
          key: String(index),
          cells: Object.fromEntries(keys.map((key) => [key, cell(key, row[key])])),
        })),
      };
    },
    /** What a chart draws. @param short shorter labels for the axis */
    series(measures: Record<string, Mark>, short?: (row: IndicatorRow) => string) {
      return {
        locale,
        data: result.rows.map((row) => ({
          key: row.key,
          label: short?.(row) ?? labelOf(row),
          // A rate never goes without its parts.
          note: Object.keys(measures).some((measure) => RATES.has(measure)) ? ratioOf(row) : null,
          notes: notedOf(row)?.notes?.label ?? null,
          ...Object.fromEntries(
            Object.keys(measures).map((measure) => [
              measure,
              typeof row[measure] === "number" ? row[measure] : null,
            ]),
          ),
        })),
        series: Object.entries(measures).map(([key, mark]) => ({
          key,
          label: termOf(key).label[locale],
          mark,
        })),
      };
    },
    /** Bars sorted by a measure. @param keep how many at most; @param beside tells the parts of a rate; @param only these keys */
    bars(
      measure: string,
      keep: number,
      beside?: (row: IndicatorRow) => string | undefined,
      only: readonly string[] | null = null,
    ): Bar[] {
      const known = result.rows.filter((row) => typeof row[measure] === "number");
      // One scale for every list of the figure.
      const longest = Math.max(...known.map((row) => row[measure] as number), 0);
      return known
        .filter((row) => only === null || only.includes(row.key))
        .toSorted((a, b) => (b[measure] as number) - (a[measure] as number))
        .slice(0, keep)
        .map((row) => ({
          key: row.key,
          label: labelOf(row),
          share: longest === 0 ? 0 : (row[measure] as number) / longest,
          value: write(measure, row[measure]) ?? "—",
          note: beside?.(row),
          href: hrefOf(row.rows_link),
          noted: notedOf(row),
        }));
    },
    /** Parts of a whole: the marks of the drawing, with each part's value and share. */
    parts(measure: string): Part[] {
      const total = result.rows.reduce(
        (sum, row) => sum + (typeof row[measure] === "number" ? row[measure] : 0),
        0,
      );
      return result.rows
        .filter((row) => row[measure] !== 0)
        .map((row, index) => ({
          key: row.key,
          label: labelOf(row),
          mark: PART_MARKS[index] ?? "gray",
          value: write(measure, row[measure]) ?? "—",
          share:
            total === 0 || typeof row[measure] !== "number"
              ? ""
              : formatPercent(locale, row[measure] / total),
          href: hrefOf(row.rows_link),
          noted: notedOf(row),
        }));
    },
    /** "540 sur 4 568": the two parts of a rate. */
    ratio: ratioOf,
    month: (row: IndicatorRow) => formatMonth(locale, row.key),
    /** A band in short: "3 500–5 000", "≥ 100 000"; what is no band has its label. */
    band(row: IndicatorRow): string {
      const [low = "", high] = row.key.split("-");
      if (!/^\d+$/.test(low)) return labelOf(row);
      const written = [low, high].map((bound) => (bound ? formatNumber(locale, Number(bound)) : ""));
      if (high === undefined) return written[0] ?? "";
      return high === "" ? `≥ ${written[0]}` : `${written[0]}–${written[1]}`;
    },
    actions(): Action[] {
      const rows = hrefOf(result.rows_link);
      const downloads = indicatorDownloads(words.downloads, context, result);
      return [
        ...(rows ? [{ label: words.rows, href: rows }] : []),
        { label: words.definition, href: localHref(locale, pageHref(`/indicateurs/${result.id}`, view)) },
        { downloads },
        { embed: words.embed(result) },
        {
          label: words.report,
          href: localHref(locale, pageHref("/signaler", view, { cible: `indicator/${result.id}` })),
        },
      ];
    },
  };
}

export type Figure = ReturnType<typeof figureOf>;
