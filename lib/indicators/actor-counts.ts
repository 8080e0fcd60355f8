import "server-only";
import { z } from "zod";
import { ASSOCIATED_TYPES, AUTHORITY_TYPES, NONE, TYPES } from "@/lib/codes/types";
import { defineKeyed } from "@/lib/queries/keyed";
import { defineIndicator, sumOf } from "./define";
import { publishedFor } from "./published";
import { rowsBy } from "./rows-links";
import { EDITION_FILES } from "./sources";

/** How many actors of each type? Grain: one type of the file, `none` for rows whose code is not in the list. */
const actorsByType = defineKeyed({
  name: "actors-by-type",
  measures: { value: z.int() },
  sql: `SELECT coalesce(type, '${NONE}') AS key, count(*)::INTEGER AS value
    FROM actors($edition, $basis) GROUP BY ALL ORDER BY key`,
});

const total = (rows: { value: number }[]) => ({ value: sumOf(rows.map((row) => row.value)) });
const rowsOfType = rowsBy("organisations", "type");

export const actors = defineIndicator({
  id: "actors",
  name: { fr: "Acteurs", en: "Actors" },
  definition: {
    fr: "Collectivités territoriales et organismes associés qui publient des données ouvertes.",
    en: "Local authorities and associated bodies that publish open data.",
  },
  formula: {
    fr: "Nombre de lignes du fichier des organisations.",
    en: "Number of rows of the organisations file.",
  },
  unit: "actors",
  dimension: "type",
  sources: [EDITION_FILES],
  published: publishedFor("actors"),
  query: actorsByType,
  order: TYPES,
  summarise: total,
  rowsLink: rowsOfType,
});

/** The same question, kept to the rows of one category. */
function ofCategory(name: string, category: "authority" | "associated") {
  return defineKeyed({
    name,
    measures: { value: z.int() },
    sql: `SELECT coalesce(type, '${NONE}') AS key, count(*)::INTEGER AS value
      FROM actors($edition, $basis) WHERE category = '${category}' GROUP BY ALL ORDER BY key`,
  });
}

export const openAuthorities = defineIndicator({
  id: "open-authorities",
  name: { fr: "Collectivités ouvertes", en: "Open authorities" },
  definition: {
    fr: "Communes, intercommunalités, départements et régions qui publient des données ouvertes.",
    en: "Communes, intercommunal bodies, départements and régions that publish open data.",
  },
  formula: {
    fr: "Nombre de lignes dont le type est COM, CC, CA, CU, MET, EPT, DEP ou REG.",
    en: "Number of rows whose type is COM, CC, CA, CU, MET, EPT, DEP or REG.",
  },
  unit: "authorities",
  dimension: "type",
  sources: [EDITION_FILES],
  published: publishedFor("open-authorities"),
  query: ofCategory("open-authorities", "authority"),
  order: AUTHORITY_TYPES,
  summarise: total,
  rowsLink: (key) =>
    key === null ? { list: "organisations", filters: { category: ["authority"] } } : rowsOfType(key),
});

export const associatedActors = defineIndicator({
  id: "associated-actors",
  name: { fr: "Acteurs associés", en: "Associated actors" },
  definition: {
    fr: "Syndicats, organismes associés, délégataires et services déconcentrés qui publient des données ouvertes.",
    en: "Joint bodies, associated bodies, contractors and State field services that publish open data.",
  },
  formula: {
    fr: "Acteurs dont le type n’est pas celui d’une collectivité.",
    en: "Actors whose type is not that of an authority.",
  },
  unit: "actors",
  dimension: "type",
  sources: [EDITION_FILES],
  published: publishedFor("associated-actors"),
  query: ofCategory("associated-actors", "associated"),
  order: ASSOCIATED_TYPES,
  summarise: total,
  rowsLink: (key) =>
    key === null ? { list: "organisations", filters: { category: ["associated"] } } : rowsOfType(key),
});
