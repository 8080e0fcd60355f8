import "server-only";
import type { Column } from "@/lib/engine/kinds";
import type { CellValue } from "@/lib/engine/values";
import type { IndicatorResult, PublishedFigure } from "./types";

const texts = (...keys: string[]) => keys.map((key): Column => ({ key, kind: "text" }));
const numbers = (...keys: string[]) => keys.map((key): Column => ({ key, kind: "number" }));

/** Columns of the file of all headlines, one row an indicator. */
export const HEADLINE_COLUMNS: readonly Column[] = [
  ...texts("id", "label_fr", "label_en", "unit"),
  ...numbers("value", "numerator", "denominator", "published_value"),
  ...texts("published_source"),
];

/** The figure that others published of the headline itself: what is in another unit is about something else. */
export const publishedHeadline = ({ unit, published }: IndicatorResult): PublishedFigure | undefined =>
  published.find((figure) => figure.unit === unit);

/** An indicator's headline as a row of that file. */
export function headlineRow(result: IndicatorResult): Record<string, CellValue> {
  const { id, name, unit, value, numerator = null, denominator = null } = result;
  const figure = publishedHeadline(result);
  return {
    ...{ id, label_fr: name.fr, label_en: name.en, unit, value, numerator, denominator },
    published_value: figure?.value ?? null,
    published_source: figure ? (figure.source.url ?? figure.source.title.fr) : null,
  };
}
