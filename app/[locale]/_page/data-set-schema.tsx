import "server-only";
import { getTranslations } from "next-intl/server";
import { DataTable, type DataRow } from "@/components/ui/data-table";
import type { DataSet, Distribution, SchemaColumn } from "@/lib/api/data-set";
import type { CellType } from "@/lib/editions/column-types";
import type { FileColumn } from "@/lib/editions/file-schema";
import { formatDate, formatNumber, formatPercent } from "@/lib/format";
import { termOf } from "@/lib/glossary";
import type { Locale } from "@/lib/links";
import type { DataSetProps } from "./data-set";
import { columnNotable } from "./notables";
import type { Notable, PageNotes } from "./page-notes";

/** How the ends of the types whose order means something are written. */
const ENDS: Partial<Record<CellType, (locale: Locale, value: string) => string>> = {
  integer: (locale, value) => formatNumber(locale, Number(value)),
  decimal: (locale, value) => formatNumber(locale, Number(value), 5),
  date: formatDate,
};

type Facts = NonNullable<SchemaColumn["facts"]>;
type Words = { type: (type: CellType) => string; unread: string; absent: string; once: string };

/** How many of the values met most are told, of types whose values are long or mean little by themselves. */
const TOLD: Partial<Record<CellType, number>> = { address: 1, identifier: 1, decimal: 0, date: 0 };

/** The values met most, with their counts; values that never come back are not told. */
function topOf(type: CellType, facts: Facts, locale: Locale, words: Words): string {
  const { top_values: values, top_counts: counts } = facts;
  if ((counts[0] ?? 0) < 2) return words.once;
  const told = values.slice(0, TOLD[type]);
  return told.map((value, at) => `${value} (${formatNumber(locale, counts[at] ?? 0)})`).join(" · ");
}

/** A column that is there: how far it is filled, and with what. */
function rowOf({ header, name, type, facts }: SchemaColumn, locale: Locale, words: Words): DataRow["cells"] {
  if (name === null || type === null) return { header, description: words.unread };
  const end = ENDS[type];
  return {
    header,
    name,
    type: words.type(type),
    description: termOf(name).definition[locale],
    filled_share: formatPercent(locale, facts?.filled_share ?? 0),
    unusable: formatNumber(locale, facts?.unusable ?? 0),
    distinct_values: formatNumber(locale, facts?.distinct_values ?? 0),
    top_values: facts && topOf(type, facts, locale, words),
    // Codes and texts have no order that means something.
    minimum: end ? facts && end(locale, facts.minimum) : "",
    maximum: end ? facts && end(locale, facts.maximum) : "",
  };
}

/** A column that this edition does not have: nothing of it is known. */
const absentRow = ({ header, name, type }: FileColumn, words: Words): DataRow["cells"] => ({
  header,
  name,
  type: type && words.type(type),
  description: words.absent,
});

/** The columns that the program reads, as notes are about them. */
export const schemaNotables = ({ distributions }: DataSet, locale: Locale): Notable[] =>
  distributions.flatMap(({ schema }) =>
    schema.flatMap(({ name }) => (name ? columnNotable(name, locale) : [])),
  );

const rowsOf = (
  { schema, absent }: Distribution,
  locale: Locale,
  words: Words,
  { noted }: PageNotes,
): DataRow[] => [
  ...schema.map((one, index) => ({
    key: String(index),
    cells: rowOf(one, locale, words),
    noted: one.name ? noted(columnNotable(one.name, locale)) : undefined,
  })),
  ...absent.map((one, index) => ({ key: `absent-${index}`, cells: absentRow(one, words) })),
];

/** What each column of each file means and holds. */
export async function DataSetSchema({ data, page, locale }: DataSetProps) {
  const t = await getTranslations({ locale, namespace: "dataset.schema" });
  const left = ["header", "name", "type", "description"] as const;
  const term = (key: string, align: "left" | "right") => ({ key, label: termOf(key).label[locale], align });
  const columns = [
    ...left.map((key) => ({ key, label: t(key), align: "left" as const })),
    ...["filled_share", "unusable", "distinct_values"].map((key) => term(key, "right")),
    term("top_values", "left"),
    ...["minimum", "maximum"].map((key) => term(key, "right")),
  ];
  const words: Words = {
    type: (type) => t(`types.${type}`),
    unread: t("unread"),
    absent: t("absent"),
    once: t("once"),
  };
  return (
    <>
      <p className="section-note">{t("intro")}</p>
      {data.distributions.map((one) => (
        <div key={one.file.name} className="data-set-schema">
          <h3>{t("of", { name: one.file.name })}</h3>
          <DataTable
            caption={t("of", { name: one.file.name })}
            columns={columns}
            rows={rowsOf(one, locale, words, page.notes)}
          />
        </div>
      ))}
    </>
  );
}
