import "server-only";
import type { CellValue } from "@/lib/engine/values";
import type { Indicator } from "./define";
import type { IndicatorResult } from "./types";

/** The breakdown's rows as a file has them: key, both labels, measures. */
export function flatRows({ measures }: Indicator, { rows }: IndicatorResult): Record<string, CellValue>[] {
  return rows.map((row) => ({
    key: row.key,
    label_fr: row.label.fr,
    label_en: row.label.en,
    ...Object.fromEntries(measures.map((measure) => [measure, (row[measure] ?? null) as CellValue])),
  }));
}
