import "server-only";
import { z } from "zod";
import { REGIONS_18 } from "@/lib/codes/regions";
import { NONE } from "@/lib/codes/types";
import { defineKeyed } from "@/lib/queries/keyed";
import { rowsOfBoundIn } from "./classes";
import { defineIndicator, ratio, sumOf } from "./define";
import { publishedFor } from "./published";
import { filtersFor, rowsBy } from "./rows-links";
import { EDITION_FILES, REGISTER } from "./sources";

/**
 * What does each territory publish, against what the law asks of it?
 * Grain: one region (or département) of the register, one overseas code of the file, or `none`.
 * `open` counts the open authorities of the bound classes, so that `open` ÷ `total` is the rate (a région is bound in
 * its region, in no département);
 * `open_authorities` counts all, small communes included.
 */
function byTerritory(name: string, column: "region" | "department") {
  return defineKeyed({
    name,
    measures: {
      actors: z.int(),
      open_authorities: z.int(),
      open: z.int(),
      total: z.int(),
      rate: z.number().nullable(),
      datasets: z.int().nullable(),
      population_covered: z.int().nullable(),
      population: z.int().nullable(),
    },
    sql: `WITH seen AS (
      SELECT coalesce(${column}, '${NONE}') AS key, count(*) AS actors,
        count(*) FILTER (category = 'authority') AS open_authorities,
        count(*) FILTER (class IS NOT NULL AND class <> 'COM-0-3500'${column === "department" ? " AND class <> 'REG'" : ""}) AS open,
        sum(datasets) AS datasets
      FROM actors($edition, $basis) GROUP BY ALL),
    bound AS (
      SELECT ${column} AS key, count(*) AS total FROM authority
      WHERE bound AND ${column} IS NOT NULL GROUP BY ALL),
    inhabitants AS (
      SELECT ${column} AS key, sum(population) AS population, coalesce(sum(population) FILTER (covered), 0) AS population_covered
      FROM coverage($edition) GROUP BY ALL)
    SELECT key, coalesce(actors, 0)::INTEGER AS actors, coalesce(open_authorities, 0)::INTEGER AS open_authorities,
      coalesce(open, 0)::INTEGER AS open, coalesce(total, 0)::INTEGER AS total,
      CASE WHEN total > 0 THEN coalesce(open, 0) / total END AS rate,
      -- Nobody there publishes: no data set. Somebody does and no count is known: unknown.
      CASE WHEN actors IS NULL THEN 0 ELSE datasets END::INTEGER AS datasets,
      population_covered::INTEGER AS population_covered, population::INTEGER AS population
    FROM bound FULL JOIN seen USING (key) FULL JOIN inhabitants USING (key)
    ORDER BY key = '${NONE}', key`,
  });
}

const formula = {
  fr: "Par territoire : lignes du fichier ; parmi elles, collectivités ouvertes des classes assujetties ÷ collectivités assujetties du registre ; jeux de données selon la règle « local d’abord » ; habitants des communes ouvertes ou membres d’un EPCI ouvert. La valeur d’ensemble laisse de côté les collectivités sans territoire dans le fichier et celles d’outre-mer hors région, qui gardent leur ligne : son numérateur peut être un peu plus petit que celui du taux d’ouverture.",
  en: "By territory: rows of the file; among them, open authorities of the bound classes ÷ bound authorities of the register; data sets by the “local first” rule; inhabitants of communes that are open or belong to an open EPCI. The overall value leaves out authorities without a territory in the file and overseas ones outside the regions, which keep their row: its numerator may be slightly smaller than that of the opening rate.",
};

const summarise = (rows: { open: number; total: number }[]) => {
  const numerator = sumOf(rows.filter((row) => row.total > 0).map((row) => row.open));
  const denominator = sumOf(rows.map((row) => row.total));
  return { value: ratio(numerator, denominator), numerator, denominator };
};

export const byRegion = defineIndicator({
  id: "by-region",
  name: { fr: "Ouverture par région", en: "Opening by region" },
  definition: {
    fr: "Acteurs, collectivités ouvertes et assujetties, taux, jeux de données et population couverte de chaque région.",
    en: "Actors, open and bound authorities, rate, data sets and population covered in each region.",
  },
  formula,
  unit: "ratio",
  dimension: "region",
  sources: [EDITION_FILES, REGISTER],
  needs: { organisations: ["region"] },
  query: byTerritory("by-region", "region"),
  summarise,
  rowsLink: rowsBy("organisations", "region"),
  headlineLink: (rows, { basis }) => rowsOfBoundIn("region", rows, basis),
});

export const byDepartment = defineIndicator({
  id: "by-department",
  name: { fr: "Ouverture par département", en: "Opening by département" },
  definition: {
    fr: "Acteurs, collectivités ouvertes et assujetties, taux, jeux de données et population couverte de chaque département.",
    en: "Actors, open and bound authorities, rate, data sets and population covered in each département.",
  },
  formula,
  unit: "ratio",
  dimension: "department",
  sources: [EDITION_FILES, REGISTER],
  needs: { organisations: ["department"] },
  query: byTerritory("by-department", "department"),
  summarise,
  rowsLink: rowsBy("organisations", "department"),
  headlineLink: (rows, { basis }) => rowsOfBoundIn("department", rows, basis),
});

/** Whose inhabitants are covered? Grain: one of the 18 régions. */
const coverageByRegion = defineKeyed({
  name: "population-coverage",
  measures: { population_covered: z.int(), population: z.int(), rate: z.number() },
  sql: `SELECT region AS key, coalesce(sum(population) FILTER (covered), 0)::INTEGER AS population_covered,
      sum(population)::INTEGER AS population,
      coalesce(sum(population) FILTER (covered), 0) / sum(population) AS rate
    FROM coverage($edition) GROUP BY ALL ORDER BY key`,
});

export const populationCoverage = defineIndicator({
  id: "population-coverage",
  name: { fr: "Population couverte", en: "Population covered" },
  definition: {
    fr: "Part des habitants d’une commune ouverte, ou membre d’une intercommunalité ouverte ; chacun compte une fois.",
    en: "Share of inhabitants of a commune that is open, or belongs to an open intercommunal body; each counts once.",
  },
  formula: {
    fr: "Population municipale des communes ouvertes ou membres d’un EPCI ouvert ÷ population municipale des 18 régions, au registre du 1ᵉʳ janvier 2022.",
    en: "Municipal population of communes that are open or members of an open EPCI ÷ municipal population of the 18 régions, by the register of 1 January 2022.",
  },
  unit: "ratio",
  dimension: "region",
  sources: [EDITION_FILES, REGISTER],
  published: publishedFor("population-coverage"),
  query: coverageByRegion,
  order: REGIONS_18,
  summarise: (rows, { edition }) => {
    // The SIREN of a demonstration edition are unassigned: whom it covers has no answer, which is not "nobody".
    if (edition.manifest.kind === "demo") return { value: null, numerator: null, denominator: null };
    const numerator = sumOf(rows.map((row) => row.population_covered));
    const denominator = sumOf(rows.map((row) => row.population));
    return { value: ratio(numerator, denominator), numerator, denominator };
  },
  rowsLink: (key) => ({
    list: "organisations",
    filters: { category: ["authority"], ...filtersFor("region", key) },
  }),
});
