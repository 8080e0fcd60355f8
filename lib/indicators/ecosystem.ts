import "server-only";
import { z } from "zod";
import { EPCI_TYPES, NONE } from "@/lib/codes/types";
import { defineKeyed } from "@/lib/queries/keyed";
import { defineIndicator, sumOf } from "./define";
import { filtersFor } from "./rows-links";
import { EDITION_FILES } from "./sources";

const CATEGORIES = ["COM", "EPCI", "DEP", "REG", "AGCT", "OACT", "DSPT", "SDE"] as const;

/** How is the ecosystem made up? Grain: one category; the five kinds of EPCI are one. */
const query = defineKeyed({
  name: "ecosystem",
  measures: { value: z.int() },
  sql: `WITH counted AS (
      SELECT CASE WHEN type IN ('CC', 'CA', 'CU', 'MET', 'EPT') THEN 'EPCI' ELSE coalesce(type, '${NONE}') END AS key,
        count(*)::INTEGER AS value
      FROM actors($edition, $basis) GROUP BY ALL)
    SELECT key, coalesce(value, 0) AS value
    FROM (SELECT unnest([${CATEGORIES.map((key) => `'${key}'`).join(", ")}]) AS key) FULL JOIN counted USING (key)`,
});

export const ecosystem = defineIndicator({
  id: "ecosystem",
  name: { fr: "Écosystème", en: "Ecosystem" },
  definition: {
    fr: "Acteurs par catégorie : communes, intercommunalités, départements, régions et organismes associés.",
    en: "Actors by category: communes, intercommunal bodies, départements, régions and associated bodies.",
  },
  formula: {
    fr: "Nombre de lignes par type, les cinq types d’intercommunalité réunis sous EPCI.",
    en: "Number of rows by type, the five intercommunal types together as EPCI.",
  },
  unit: "actors",
  dimension: "type",
  sources: [EDITION_FILES],
  query,
  order: CATEGORIES,
  summarise: (rows) => ({ value: sumOf(rows.map((row) => row.value)) }),
  rowsLink: (key) =>
    key === "EPCI"
      ? { list: "organisations", filters: { type: EPCI_TYPES } }
      : { list: "organisations", filters: filtersFor("type", key) },
});
