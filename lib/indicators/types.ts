import type { Basis } from "@/lib/codes/types";
import type { Bilingual } from "@/lib/editions/types";

export type Unit = "actors" | "authorities" | "platforms" | "datasets" | "inhabitants" | "ratio";

export type Source = { title: Bilingual; url?: string };

/** A figure published by someone else, shown beside ours. */
export type PublishedFigure = {
  value: number;
  unit: Unit;
  text: Bilingual;
  source: Source;
  /** Why ours may differ. */
  note?: Bilingual;
};

/** Where the rows behind a figure are: a list of the site and its filters, the same on pages and in the API. */
export type RowsLink = { list: "organisations" | "platforms"; filters: Record<string, readonly string[]> };

export type Measure = number | string | null;

/** One row of a breakdown: a key, its label, its measures (null is unknown), and the rows it counts. */
export type IndicatorRow = {
  key: string;
  label: Bilingual;
  rows_link: RowsLink | null;
  [measure: string]: Measure | Bilingual | RowsLink;
};

export type IndicatorResult = {
  edition: string;
  basis: Basis;
  id: string;
  name: Bilingual;
  definition: Bilingual;
  formula: Bilingual;
  unit: Unit;
  /** null when the edition can't tell; `missing` then names the columns it lacks. */
  value: number | null;
  numerator?: number | null;
  denominator?: number | null;
  /** Other figures of the same indicator, e.g. a median. */
  [extra: string]: unknown;
  rows: IndicatorRow[];
  rows_link: RowsLink | null;
  missing: string[];
  sources: Source[];
  published: PublishedFigure[];
};
