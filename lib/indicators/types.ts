import type { Basis } from "@/lib/codes/types";
import type { Bilingual } from "@/lib/editions/types";

export type Unit = "actors" | "authorities" | "platforms" | "datasets" | "inhabitants" | "ratio";

/** A figure published by someone else, shown beside ours. */
export type PublishedFigure = {
  value: number;
  unit: Unit;
  text: Bilingual;
  source: { title: Bilingual; url: string };
  /** Why ours may differ, in both languages. */
  note?: Bilingual;
};

/** One row of a breakdown as the API and the pages get it: a key, its label, and its measures (null is unknown). */
export type IndicatorRow = { key: string; label: Bilingual } & Record<string, number | string | null | Bilingual>;

export type IndicatorResult = {
  edition: string;
  basis: Basis;
  id: string;
  name: Bilingual;
  definition: Bilingual;
  formula: Bilingual;
  unit: Unit;
  /** null when the edition can't tell (column missing). */
  value: number | null;
  /** Present for rates only. */
  numerator?: number | null;
  denominator?: number | null;
  rows: IndicatorRow[];
  sources: { title: Bilingual; url?: string }[];
  published: PublishedFigure[];
};
