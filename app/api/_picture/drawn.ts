import { getTranslations } from "next-intl/server";
import { chartOf, drawingOf } from "@/app/[locale]/_page/drawing";
import type { Figure } from "@/app/[locale]/_page/figure";
import { drawTerritories } from "@/app/[locale]/_page/territory-drawing";
import { barsPart, type PictureBar } from "@/components/pictures/bars";
import { linesPart } from "@/components/pictures/lines";
import { mapPart } from "@/components/pictures/map";
import { matrixPart } from "@/components/pictures/matrix";
import type { Width } from "@/components/pictures/frame";
import type { Part } from "@/components/pictures/types";
import type { EditionContext } from "@/lib/engine/context";
import { indicatorById } from "@/lib/indicators";
import { territoriesOf } from "@/lib/indicators/territory-measures";

const LEVELS: Readonly<Record<string, "region" | "department">> = {
  "by-region": "region",
  "by-department": "department",
};

/** Whether an indicator can also be drawn as a map. */
export const hasMap = (id: string): boolean => id in LEVELS;

/** The map of an indicator by territory; null where the edition can't place its rows. */
export async function mapOf(
  { result, locale }: Figure,
  context: EditionContext,
  size: Width,
): Promise<Part | null> {
  const level = LEVELS[result.id];
  const territories = level && (await territoriesOf(context, level));
  if (!level || !territories) return null;
  const view = { edition: context.edition.id, basis: context.basis };
  return mapPart(await drawTerritories({ territories, level, measure: "rate", locale, view }), size);
}

/** Bars in the order of the breakdown, which means something: bands, or the parts of a whole. */
function inOrder(figure: Figure, measure: string): PictureBar[] {
  const bars = new Map(
    figure
      .bars(measure, figure.result.rows.length, measure === "rate" ? figure.ratio : undefined)
      .map((bar) => [bar.key, bar]),
  );
  const shares = new Map(figure.parts(measure).map(({ key, share }) => [key, share]));
  return figure.result.rows.map((row) => {
    const bar = bars.get(row.key);
    if (!bar) return { label: row.label[figure.locale], share: null, value: "—" };
    const note = bar.note ?? (drawingOf(figure.result.id).kind === "donut" ? shares.get(row.key) : undefined);
    return { label: bar.label, share: bar.share, value: bar.value, note };
  });
}

/** An indicator as the page draws it, by plain marks. */
export async function drawnPart(figure: Figure, size: Width): Promise<Part> {
  const { result, locale } = figure;
  const drawing = drawingOf(result.id);
  const { kind, measure, groups = [{ keys: null, heading: null }] } = drawing;
  if (kind === "columns" || kind === "donut")
    return barsPart([{ heading: null, bars: inOrder(figure, measure) }], size);
  if (kind === "table") {
    const measures = indicatorById.get(result.id)?.measures ?? [];
    const { columns, rows } = figure.table("", measures);
    return matrixPart({
      columns: columns.slice(1).map(({ label }) => label),
      rows: rows.map(({ cells }, index) => ({
        label: cells.label ?? "",
        cells: measures.map((one) => {
          const value = result.rows[index]?.[one];
          return { text: cells[one] ?? null, value: typeof value === "number" ? value : null };
        }),
      })),
    });
  }
  const chart = chartOf(figure, drawing);
  if (chart) return linesPart(chart, size);
  const t = await getTranslations({ locale, namespace: "overview" });
  return barsPart(
    groups.map(({ keys, heading }) => ({
      heading: heading && t(heading),
      bars: figure.bars(measure, result.rows.length, measure === "rate" ? figure.ratio : undefined, keys),
    })),
    size,
  );
}
