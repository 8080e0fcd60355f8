import "server-only";
import type { z } from "zod";
import type { Bilingual } from "@/lib/editions/types";
import type { EditionContext } from "@/lib/engine/context";
import { columnsOf, type Column } from "@/lib/engine/kinds";
import type { Query } from "@/lib/engine/query";
import { labelOf, type Dimension } from "@/lib/codes/labels";
import { onceByState } from "./memory";
import type {
  IndicatorResult,
  IndicatorRow,
  Measure,
  PublishedFigure,
  RowsLink,
  Source,
  Unit,
} from "./types";

type NoParams = z.ZodObject<Record<never, never>>;
type KeyedRow = z.ZodObject<{ key: z.ZodType<string> } & z.ZodRawShape>;

/** The headline of an indicator, and any other figure it states. */
export type Summary = {
  value: number | null;
  numerator?: number | null;
  denominator?: number | null;
  [extra: string]: unknown;
};

export type Indicator = {
  id: string;
  name: Bilingual;
  definition: Bilingual;
  formula: Bilingual;
  unit: Unit;
  dimension: Dimension;
  sources: Source[];
  /** Text of the question, to be shown. */
  sql: string;
  /** Measures of a row, in order. */
  measures: string[];
  /** Columns of the breakdown's file: key, both labels, measures. */
  columns: Column[];
  compute: (context: EditionContext) => Promise<IndicatorResult>;
};

/** Columns an indicator can't do without; an edition that lacks one answers "not in this edition". */
export type Needs = { organisations?: readonly string[]; plateformes?: readonly string[] };

function missingColumns(context: EditionContext, needs: Needs): string[] {
  return (["organisations", "plateformes"] as const).flatMap((resource) => {
    const wanted = needs[resource];
    if (!wanted) return [];
    const file = context.edition.files.find((candidate) => candidate.resource === resource);
    if (!file) return [`${resource}.csv`];
    return wanted
      .filter((column) => !file.columns.includes(column))
      .map((column) => `${resource}.csv/${column}`);
  });
}

/**
 * Defines an official indicator: its words, its question, and how its headline follows from its rows.
 * @param definition.order keys that always come, in this order; others follow as the question gives them
 * @param definition.rowsLink the list that shows the rows behind a key, or behind the whole (null)
 * @param definition.headlineLink the list behind the headline, where that is not the whole: it counts what the headline says
 */
export function defineIndicator<R extends KeyedRow>(definition: {
  id: string;
  name: Bilingual;
  definition: Bilingual;
  formula: Bilingual;
  unit: Unit;
  dimension: Dimension;
  sources: Source[];
  published?: PublishedFigure[];
  needs?: Needs;
  query: Query<NoParams, R>;
  order?: readonly string[];
  summarise: (rows: z.output<R>[], context: EditionContext) => Summary | Promise<Summary>;
  rowsLink: (key: string | null, context: EditionContext) => RowsLink | null;
  headlineLink?: (rows: z.output<R>[], context: EditionContext) => RowsLink;
}): Indicator {
  const { id, name, unit, dimension, sources, query, order = [], rowsLink } = definition;
  const words = { id, name, definition: definition.definition, formula: definition.formula, unit };
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);

  async function compute(context: EditionContext): Promise<IndicatorResult> {
    const missing = missingColumns(context, definition.needs ?? {});
    const common = { edition: context.edition.id, basis: context.basis, ...words, sources, missing };
    const published = context.edition.manifest.kind === "demo" ? [] : (definition.published ?? []);
    if (missing.length > 0) return { ...common, value: null, rows: [], rows_link: null, published };
    const found = await query.all(context, {});
    const rows = found.toSorted((a, b) => rank(a.key as string) - rank(b.key as string));
    return {
      ...common,
      ...(await definition.summarise(rows, context)),
      rows: rows.map((row): IndicatorRow => {
        const { key, ...measures } = row as { key: string } & Record<string, Measure>;
        return { key, label: labelOf(dimension, key), ...measures, rows_link: rowsLink(key, context) };
      }),
      rows_link: definition.headlineLink?.(rows, context) ?? rowsLink(null, context),
      published,
    };
  }

  const measured = columnsOf(query.row).filter(({ key }) => key !== "key");
  const measures = measured.map(({ key }) => key);
  return {
    ...words,
    dimension,
    sources,
    sql: query.sql,
    measures,
    columns: [...["key", "label_fr", "label_en"].map((key) => ({ key, kind: "text" as const })), ...measured],
    compute: onceByState(id, compute),
  };
}

/** The sum of a measure over the rows given; unknown when any of them is. */
export function sumOf(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>(
    (sum, value) => (sum === null || value === null ? null : sum + value),
    0,
  );
}

/** A share, unknown when a part is unknown or nobody is concerned: a rate over nobody is no rate. */
export function ratio(numerator: number | null, denominator: number | null): number | null {
  return numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
}
