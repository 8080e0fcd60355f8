import "server-only";
import { indicatorById, indicators } from "@/lib/indicators";
import type { Indicator } from "@/lib/indicators/define";
import type { IndicatorResult } from "@/lib/indicators/types";
import { organisations } from "@/lib/queries/organisations";
import { platforms } from "@/lib/queries/platforms";
import type { List } from "@/lib/engine/list";
import type { PageContext } from "./context";

export type IndicatorModel = {
  indicator: Indicator;
  result: IndicatorResult;
  /** The same on the other basis. */
  other: IndicatorResult;
  /** The first rows counted, and how many there are. */
  preview: { rows: Record<string, unknown>[]; total: number } | null;
  previous: Indicator | undefined;
  next: Indicator | undefined;
};

/** How many rows a page shows of those behind a figure. */
const PREVIEW = 5;

/** Everything the page of one indicator says; null when there is no such indicator. */
export async function loadIndicator({ context }: PageContext, id: string): Promise<IndicatorModel | null> {
  const indicator = indicatorById.get(id);
  if (!indicator) return null;
  const otherBasis = context.basis === "corrected" ? "file" : "corrected";
  const [result, other] = await Promise.all([
    indicator.compute(context),
    indicator.compute({ ...context, basis: otherBasis }),
  ]);
  const link = result.rows_link;
  const list = (link?.list === "platforms" ? platforms : organisations) as List;
  const preview = link
    ? await list.page(context, { filters: link.filters, q: null, sort: [] }, 1, PREVIEW)
    : null;
  const place = indicators.indexOf(indicator);
  return { indicator, result, other, preview, previous: indicators[place - 1], next: indicators[place + 1] };
}
