import "server-only";
import { labelOf } from "@/lib/codes/labels";
import type { CellValue } from "@/lib/engine/values";
import { kindOf } from "@/lib/editions/findings";
import { hasTerm, termOf } from "@/lib/glossary";
import { indicatorById } from "@/lib/indicators";
import type { IndicatorResult, IndicatorRow } from "@/lib/indicators/types";
import type { Locale } from "@/lib/links";
import type { Notable } from "./page-notes";

/** The words of a measure: of the glossary, or of the code it is named by ("COM-3500-"). */
export const measureTerm = (measure: string) =>
  hasTerm(measure) ? termOf(measure) : { label: labelOf("class", measure), unit: undefined };

/** An indicator, as notes are about it. */
export const indicatorNotable = ({ id, name }: IndicatorResult, locale: Locale): Notable => ({
  target: `indicator/${id}`,
  name: name[locale],
});

/** One category of an indicator's breakdown. */
export const categoryNotable = (
  { id, name }: IndicatorResult,
  row: IndicatorRow,
  locale: Locale,
): Notable => ({
  target: `indicator/${id}/${row.key}`,
  name: `${name[locale]}, ${row.label[locale]}`,
});

/** A column, by its name in the program. */
export const columnNotable = (column: string, locale: Locale): Notable => ({
  target: `column/${column}`,
  name: measureTerm(column).label[locale],
});

/** Everything of some indicators that may have notes, in their order: each, its categories, its columns. */
export const indicatorNotables = (results: readonly IndicatorResult[], locale: Locale): Notable[] =>
  results.flatMap((result) => [
    indicatorNotable(result, locale),
    ...result.rows.map((row) => categoryNotable(result, row, locale)),
    ...(indicatorById.get(result.id)?.measures ?? []).map((measure) => columnNotable(measure, locale)),
  ]);

/** The edition itself. */
export const editionNotable = (name: string): Notable => ({ target: "edition", name });

type Row = Readonly<Record<string, CellValue>>;

/** An organisation's row: the one thing, or nothing where it has no SIREN. */
export const organisationNotables = ({ siren, name }: Row): Notable[] =>
  typeof siren === "string" ? [{ target: `organisation/${siren}`, name: String(name) }] : [];

/** A platform's row. */
export const platformNotables = ({ slug, name }: Row): Notable[] => [
  { target: `platform/${String(slug)}`, name: String(name) },
];

/**
 * A remark of the quality report: its organisation, its platform, or the edition where it is of a whole file. A note
 * written from it begins as the correction of the cell, or says what was found.
 */
export function findingNotables(row: Row, locale: Locale): Notable[] {
  const { siren, slug, column, value, corrected, kind } = row;
  const { label, explanation } = kindOf(String(kind));
  const [about] =
    typeof siren === "string"
      ? organisationNotables(row)
      : typeof slug === "string"
        ? platformNotables(row)
        : [editionNotable(String(row.file))];
  if (!about) return [];
  const said = {
    reason: explanation[locale],
    file_value: String(value ?? ""),
    proposed: String(corrected ?? ""),
  };
  const cell = about.target !== "edition" && typeof column === "string";
  const begin = cell
    ? { kind: "correction", column, ...said, body: label[locale] }
    : { kind: "warning", body: `${label[locale]} (${String(row.file)}). ${explanation[locale]}` };
  return [{ ...about, begin }];
}
