import "server-only";
import type { EditionContext } from "@/lib/engine/context";
import type { CellValue } from "@/lib/engine/values";
import type { Indicator } from "./define";

/** The breakdown's rows as a file has them: key, both labels, measures. One chunk: a breakdown is short. */
export async function* flatRows(
  indicator: Indicator,
  context: EditionContext,
): AsyncGenerator<Record<string, CellValue>[]> {
  const { rows } = await indicator.compute(context);
  yield rows.map((row) => ({
    key: row.key,
    label_fr: row.label.fr,
    label_en: row.label.en,
    ...Object.fromEntries(indicator.measures.map((measure) => [measure, row[measure] as CellValue])),
  }));
}
