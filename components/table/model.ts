import type { Noted } from "@/components/notes/types";
import { labelOf, type Dimension } from "@/lib/codes/labels";
import type { Bilingual } from "@/lib/editions/types";
import type { CellValue } from "@/lib/engine/values";
import { formatNumber, formatSiren } from "@/lib/format";
import { termOf } from "@/lib/glossary";
import type { Locale } from "@/lib/links";
import type { TableCell, TableColumn, TableRowData } from "./types";

type Row = Record<string, CellValue>;

/** How a column is written. Codes are shown by their label, the code staying in the title. */
type ColumnStyle =
  | { as: "text" | "number" | "siren" | "address" | "coordinate" }
  | { as: "code" | "codes"; dimension: Dimension }
  | { as: "texts" | "count" };

const STYLES: Record<string, ColumnStyle> = {
  siren: { as: "siren" },
  region: { as: "code", dimension: "region" },
  department: { as: "code", dimension: "department" },
  channel: { as: "code", dimension: "channel" },
  collaboration: { as: "code", dimension: "collaboration" },
  bearer: { as: "code", dimension: "type" },
  theme: { as: "code", dimension: "theme" },
  open: { as: "code", dimension: "open" },
  local_url: { as: "address" },
  datagouv_url: { as: "address" },
  url: { as: "address" },
  reuse_url: { as: "address" },
  forum_url: { as: "address" },
  contact_url: { as: "address" },
  local_datasets: { as: "number" },
  datagouv_datasets: { as: "number" },
  datasets: { as: "number" },
  population: { as: "number" },
  reuses: { as: "number" },
  hosted_declared: { as: "number" },
  latitude: { as: "coordinate" },
  longitude: { as: "coordinate" },
  platforms: { as: "texts" },
  technologies: { as: "texts" },
  themes: { as: "codes", dimension: "theme" },
  organisations: { as: "count" },
  severity: { as: "code", dimension: "severity" },
  outcome: { as: "code", dimension: "outcome" },
  basis: { as: "code", dimension: "basis" },
  change: { as: "code", dimension: "change" },
  line: { as: "number" },
};

const NUMERIC = new Set(["number", "coordinate", "count"]);

function host(address: string): string {
  return URL.canParse(address) ? new URL(address).host.replace(/^www\./, "") : address;
}

function cellOf(style: ColumnStyle, value: CellValue, locale: Locale): TableCell {
  if (value === null) return null;
  if (Array.isArray(value)) {
    if (style.as === "count") return { text: formatNumber(locale, value.length) };
    if (value.length === 0) return null;
    const words = value.map((one) =>
      style.as === "codes" ? labelOf(style.dimension, String(one))[locale] : String(one),
    );
    return { text: words.join(", ") };
  }
  if (typeof value === "number")
    return { text: style.as === "coordinate" ? formatNumber(locale, value, 4) : formatNumber(locale, value) };
  const text = String(value);
  if (style.as === "siren") return { text: formatSiren(text) };
  if (style.as === "address") return { text: host(text), href: text, external: true, title: text };
  if (style.as === "code") return { text: labelOf(style.dimension, text)[locale], title: text };
  return { text };
}

/** Writes one value as its column does. @param typeDimension whose types the column `type` holds */
export function writeCell(
  key: string,
  value: CellValue,
  locale: Locale,
  typeDimension: Dimension,
  words?: (value: string) => Bilingual,
): TableCell {
  const said = typeof value === "string" ? words?.(value) : undefined;
  return said
    ? { text: said[locale], title: String(value) }
    : cellOf(styleOf(key, typeDimension), value, locale);
}

const styleOf = (key: string, typeDimension: Dimension): ColumnStyle =>
  key === "type" ? { as: "code", dimension: typeDimension } : (STYLES[key] ?? { as: "text" });

/**
 * What a list's table shows.
 * @param options.sortHref address that sorts by a term ("population", "-population")
 * @param options.typeDimension whose types the column `type` holds: actors' or platforms'
 * @param options.words words of the codes of other columns
 */
export function tableModel(options: {
  locale: Locale;
  columns: readonly string[];
  sortable: readonly string[];
  sort: readonly string[];
  rows: readonly Row[];
  rowId: (row: Row, index: number) => string;
  typeDimension: Dimension;
  words?: Record<string, (value: string) => Bilingual>;
  sortHref: (term: string) => string;
  /** The page of a row's own, which its name leads to. */
  rowHref?: ((row: Row) => string | null) | undefined;
  /** What stands beside a column, and beside a row. */
  columnNoted?: (column: string, label: string) => Noted | undefined;
  rowNoted?: (row: Row) => Noted | undefined;
  /** Values of the file that corrections replaced in a row. */
  replaced?: (row: Row) => Readonly<Record<string, CellValue>>;
}): { columns: TableColumn[]; rows: TableRowData[] } {
  const { locale, columns, sortable, sort, rows, rowId, typeDimension, sortHref } = options;
  const [first = ""] = sort;
  const cell = (key: string, value: CellValue): TableCell =>
    writeCell(key, value, locale, typeDimension, options.words?.[key]);

  return {
    columns: columns.map((key): TableColumn => {
      const { label, unit, definition } = termOf(key);
      const numeric = NUMERIC.has(styleOf(key, typeDimension).as);
      const sorted = first === key ? "ascending" : first === `-${key}` ? "descending" : null;
      // A first press sorts numbers from the largest, texts from A; a second turns the order round.
      const next = sorted === null ? (numeric ? `-${key}` : key) : sorted === "ascending" ? `-${key}` : key;
      return {
        key,
        label: label[locale],
        unit: unit?.[locale] ?? null,
        definition: definition[locale],
        align: numeric ? "right" : "left",
        sortHref: sortable.includes(key) ? sortHref(next) : null,
        sorted,
        noted: options.columnNoted?.(key, label[locale]),
      };
    }),
    rows: rows.map((row, index) => {
      const cells = Object.fromEntries(columns.map((key) => [key, cell(key, row[key] ?? null)]));
      const href = options.rowHref?.(row);
      if (href && cells.name) cells.name = { ...cells.name, href };
      const before = Object.entries(options.replaced?.(row) ?? {});
      return {
        id: rowId(row, index),
        cells,
        noted: options.rowNoted?.(row),
        ...(before.length > 0 && {
          replaced: Object.fromEntries(before.map(([key, value]) => [key, cell(key, value)])),
        }),
      };
    }),
  };
}
