import "server-only";
import { z } from "zod";
import { NONE } from "@/lib/codes/types";
import { defineKeyed } from "@/lib/queries/keyed";
import { defineIndicator, sumOf } from "./define";
import { rowsBy } from "./rows-links";
import { EDITION_FILES } from "./sources";

/**
 * Which technology does each organisation publish with? Grain: one technology.
 * `value` counts each organisation once, under the first technology listed; `used` once per technology it uses.
 */
const organisationsQuery = defineKeyed({
  name: "organisations-by-technology",
  measures: { value: z.int(), used: z.int() },
  sql: `WITH first AS (
      SELECT coalesce(main_technology, '${NONE}') AS key, count(*) AS value FROM actors($edition, $basis) GROUP BY ALL),
    each_use AS (
      SELECT unnest(CASE WHEN len(technologies) = 0 THEN ['${NONE}'] ELSE technologies END) AS key
      FROM actors($edition, $basis)),
    every AS (SELECT key, count(*) AS used FROM each_use GROUP BY key)
    SELECT key, coalesce(value, 0)::INTEGER AS value, used::INTEGER AS used
    FROM every LEFT JOIN first USING (key) ORDER BY value DESC, used DESC, key COLLATE fr`,
});

export const organisationsByTechnology = defineIndicator({
  id: "organisations-by-technology",
  name: { fr: "Organisations par technologie", en: "Organisations by technology" },
  definition: {
    fr: "Chaque organisation compte une fois, sous la technologie avec laquelle elle publie ; à côté, une fois par technologie employée.",
    en: "Each organisation counts once, under the technology it publishes with; beside it, once per technology used.",
  },
  formula: {
    fr: "Première technologie de la liste, graphie canonique ; « none » quand la liste est vide.",
    en: "First technology of the list, canonical spelling; “none” when the list is empty.",
  },
  unit: "actors",
  dimension: "technology",
  sources: [EDITION_FILES],
  needs: { organisations: ["technologies"] },
  query: organisationsQuery,
  summarise: (rows) => ({ value: sumOf(rows.map((row) => row.value)) }),
  rowsLink: rowsBy("organisations", "main_technology"),
});

/**
 * How many data sets does each technology carry? Grain: one technology.
 * The local count goes under the local technology (the first that is not DataGouv, DataGouv when it is the only
 * one), data.gouv.fr's under DataGouv: a data set published on both counts in both.
 */
const datasetsQuery = defineKeyed({
  name: "datasets-by-technology",
  measures: { value: z.int() },
  sql: `WITH counts AS (
      SELECT coalesce(list_filter(technologies, t -> t <> 'DataGouv')[1], technologies[1], '${NONE}') AS key,
        local_datasets AS datasets
      FROM actors($edition, $basis) WHERE local_datasets IS NOT NULL
      UNION ALL
      SELECT 'DataGouv', datagouv_datasets FROM actors($edition, $basis) WHERE datagouv_datasets IS NOT NULL)
    SELECT key, sum(datasets)::INTEGER AS value FROM counts GROUP BY key ORDER BY value DESC, key COLLATE fr`,
});

export const datasetsByTechnology = defineIndicator({
  id: "datasets-by-technology",
  name: { fr: "Jeux de données par technologie", en: "Data sets by technology" },
  definition: {
    fr: "Jeux de données publiés avec chaque technologie ; ceux publiés à deux endroits comptent deux fois.",
    en: "Data sets published with each technology; those published in two places count twice.",
  },
  formula: {
    fr: "nb-ptf sous la technologie locale, nb-datagouv sous DataGouv.",
    en: "nb-ptf under the local technology, nb-datagouv under DataGouv.",
  },
  unit: "datasets",
  dimension: "technology",
  sources: [EDITION_FILES],
  needs: { organisations: ["technologies"] },
  query: datasetsQuery,
  // No row: no count is known, which is not "no data set".
  summarise: (rows) => ({ value: rows.length === 0 ? null : sumOf(rows.map((row) => row.value)) }),
  rowsLink: rowsBy("organisations", "technology"),
});
