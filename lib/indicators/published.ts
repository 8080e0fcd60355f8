import { publishedFigures } from "@/lib/editions/reference";
import type { PublishedFigure } from "./types";

/** Figures that the official report of the 2022 edition states about an indicator. */
export function publishedFor(indicator: string): PublishedFigure[] {
  return publishedFigures
    .filter((figure) => figure.indicator === indicator)
    .map(({ value, unit, text, source, note }) => ({ value, unit, text, source, ...(note && { note }) }));
}
