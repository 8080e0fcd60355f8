import "server-only";
import { indicatorById } from "@/lib/indicators";
import type { IndicatorResult } from "@/lib/indicators/types";
import type { PageContext } from "./context";

/** The key figures, in the order of their cards. */
export const HEADLINES = [
  "actors",
  "open-authorities",
  "associated-actors",
  "opening-rate",
  "population-coverage",
  "platforms",
  "datasets",
] as const;
/** The questions of the report, in its order, with the figures that answer each. */
export const QUESTIONS = [
  { question: "history", ids: ["history"] },
  { question: "who", ids: ["by-type", "by-size"] },
  { question: "where", ids: ["by-region"] },
  {
    question: "how",
    ids: ["organisations-by-technology", "platforms-by-technology", "publication-channels", "governance"],
  },
  { question: "what", ids: ["themes", "datasets-distribution"] },
] as const;

export type Id = (typeof HEADLINES)[number] | (typeof QUESTIONS)[number]["ids"][number];

/** All results at once, of one context: the figures of a page cannot disagree. */
export async function computeAll(page: PageContext): Promise<Record<Id, IndicatorResult>> {
  const ids: Id[] = [...HEADLINES, ...QUESTIONS.flatMap(({ ids }) => ids)];
  const results = await Promise.all(
    ids.map(async (id) => {
      const indicator = indicatorById.get(id);
      if (!indicator) throw new Error(`no indicator ${id}`);
      return [id, await indicator.compute(page.context)] as const;
    }),
  );
  return Object.fromEntries(results) as Record<Id, IndicatorResult>;
}
