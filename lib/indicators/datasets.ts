import "server-only";
import { z } from "zod";
import { DATASET_CLASSES, NONE } from "@/lib/codes/types";
import { defineQuery } from "@/lib/engine/query";
import { defineKeyed } from "@/lib/queries/keyed";
import { defineIndicator, sumOf } from "./define";
import { publishedFor } from "./published";
import { rowsBy } from "./rows-links";
import { EDITION_FILES } from "./sources";

/**
 * How many data sets are published? Grain: one counting rule.
 * `value` adds the known counts (null when none is known); `unknown` is the number of actors the rule knows nothing of.
 */
const rules = defineKeyed({
  name: "datasets",
  measures: { value: z.int().nullable(), unknown: z.int() },
  sql: `WITH counts AS (
      SELECT datasets AS "local-first", greatest(local_datasets, datagouv_datasets) AS larger,
        CASE WHEN local_datasets IS NOT NULL OR datagouv_datasets IS NOT NULL
          THEN coalesce(local_datasets, 0) + coalesce(datagouv_datasets, 0) END AS "sum"
      FROM actors($edition, $basis))
    SELECT 'local-first' AS key, sum("local-first")::INTEGER AS value, (count(*) - count("local-first"))::INTEGER AS unknown FROM counts
    UNION ALL SELECT 'larger', sum(larger)::INTEGER, (count(*) - count(larger))::INTEGER FROM counts
    UNION ALL SELECT 'sum', sum("sum")::INTEGER, (count(*) - count("sum"))::INTEGER FROM counts`,
});

export const datasets = defineIndicator({
  id: "datasets",
  name: { fr: "Jeux de données", en: "Data sets" },
  definition: {
    fr: "Jeux de données publiés, selon la règle « local d’abord » ; un compte absent est inconnu, pas nul.",
    en: "Data sets published, by the “local first” rule; a missing count is unknown, not zero.",
  },
  formula: {
    fr: "Local d’abord : nb-ptf quand merge nomme une plateforme locale, sinon nb-datagouv. À côté : le plus grand des deux, et leur somme (qui compte deux fois).",
    en: "Local first: nb-ptf where merge names a local platform, else nb-datagouv. Beside it: the larger of the two, and their sum (which counts twice).",
  },
  unit: "datasets",
  dimension: "rule",
  sources: [EDITION_FILES],
  published: publishedFor("datasets"),
  query: rules,
  order: ["local-first", "larger", "sum"],
  summarise: (rows) => ({ value: rows.find((row) => row.key === "local-first")?.value ?? null }),
  rowsLink: () => ({ list: "organisations", filters: {} }),
});

/** How are actors spread by number of data sets? Grain: one class, empty ones included; `none` is unknown. */
const distribution = defineKeyed({
  name: "datasets-distribution",
  measures: { value: z.int() },
  sql: `SELECT key, count(line)::INTEGER AS value
    FROM (SELECT unnest([${[...DATASET_CLASSES, NONE].map((key) => `'${key}'`).join(", ")}]) AS key)
    LEFT JOIN actors($edition, $basis) ON coalesce(datasets_class, '${NONE}') = key
    GROUP BY key`,
});

/** Half of the actors whose count is known publish at most this many data sets; and how many publish one or two? */
const middle = defineQuery({
  name: "datasets-distribution.middle",
  params: z.object({}),
  row: z.strictObject({ median: z.number().nullable(), one_or_two: z.int(), known: z.int() }),
  sql: `SELECT median(datasets)::DOUBLE AS median, count(*) FILTER (datasets IN (1, 2))::INTEGER AS one_or_two,
      count(datasets)::INTEGER AS known
    FROM actors($edition, $basis)`,
});

export const datasetsDistribution = defineIndicator({
  id: "datasets-distribution",
  name: { fr: "Acteurs par nombre de jeux de données", en: "Actors by number of data sets" },
  definition: {
    fr: "Répartition des acteurs selon leur nombre de jeux de données, avec la médiane et la part de ceux qui n’en ont qu’un ou deux.",
    en: "Actors by number of data sets, with the median and the share that has only one or two.",
  },
  formula: {
    fr: "Nombre d’acteurs par classe (règle « local d’abord »). Médiane et part de un ou deux parmi les comptes connus.",
    en: "Number of actors by class (“local first” rule). Median and share with one or two among known counts.",
  },
  unit: "actors",
  dimension: "datasets",
  sources: [EDITION_FILES],
  query: distribution,
  order: [...DATASET_CLASSES, NONE],
  summarise: async (rows, context) => {
    const { median, one_or_two, known } = await middle.one(context, {});
    return {
      value: sumOf(rows.map((row) => row.value)),
      median,
      share_one_or_two: known === 0 ? null : one_or_two / known,
      one_or_two,
      known,
    };
  },
  rowsLink: rowsBy("organisations", "datasets"),
});
