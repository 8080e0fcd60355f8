import "server-only";
import { z } from "zod";
import type { Bilingual } from "@/lib/editions/types";
import { NONE } from "@/lib/codes/types";
import { defineKeyed } from "@/lib/queries/keyed";
import { defineIndicator, sumOf, type Summary } from "./define";
import type { Dimension } from "@/lib/codes/labels";
import { publishedFor } from "./published";
import { rowsBy } from "./rows-links";
import { EDITION_FILES } from "./sources";
import type { RowsLink } from "./types";

type Column = "type" | "technology" | "collaboration";
type Row = { key: string; value: number };

/** How many platforms of each value of a column? Grain: one value; `none` for platforms that have none. */
function platformsBy(definition: {
  id: string;
  column: Column;
  dimension: Dimension;
  order?: readonly string[];
  name: Bilingual;
  definition: Bilingual;
  formula: Bilingual;
  summarise?: (rows: Row[]) => Summary;
  headlineLink?: () => RowsLink;
}) {
  const { id, column, order } = definition;
  return defineIndicator({
    id,
    name: definition.name,
    definition: definition.definition,
    formula: definition.formula,
    unit: "platforms",
    dimension: definition.dimension,
    sources: [EDITION_FILES],
    published: publishedFor(id),
    needs: { plateformes: id === "platforms" ? [] : [column] },
    query: defineKeyed({
      name: id,
      measures: { value: z.int() },
      sql: `SELECT coalesce(${column}, '${NONE}') AS key, count(*)::INTEGER AS value
        FROM platforms_of($edition) GROUP BY ALL ORDER BY value DESC, key COLLATE fr`,
    }),
    order,
    summarise: definition.summarise ?? ((rows) => ({ value: sumOf(rows.map((row) => row.value)) })),
    rowsLink: rowsBy("platforms", column),
    headlineLink: definition.headlineLink,
  });
}

export const platforms = platformsBy({
  id: "platforms",
  column: "type",
  dimension: "platformType",
  name: { fr: "Plateformes", en: "Platforms" },
  definition: {
    fr: "Portails, géoportails et sites où les collectivités publient leurs données.",
    en: "Portals, geoportals and sites where authorities publish their data.",
  },
  formula: {
    fr: "Nombre de lignes du fichier des plateformes.",
    en: "Number of rows of the platforms file.",
  },
});

export const platformsByType = platformsBy({
  id: "platforms-by-type",
  column: "type",
  dimension: "platformType",
  name: { fr: "Plateformes par type", en: "Platforms by type" },
  definition: {
    fr: "Portail de données, géoportail ou simple site web.",
    en: "Data portal, geoportal or plain web site.",
  },
  formula: {
    fr: "Nombre de plateformes par valeur de la colonne Type.",
    en: "Number of platforms by value of the column Type.",
  },
});

export const platformsByTechnology = platformsBy({
  id: "platforms-by-technology",
  column: "technology",
  dimension: "technology",
  name: { fr: "Plateformes par technologie", en: "Platforms by technology" },
  definition: {
    fr: "Logiciel qui fait tourner chaque plateforme.",
    en: "The software each platform runs on.",
  },
  formula: {
    fr: "Nombre de plateformes par technologie, les graphies d’un même nom réunies.",
    en: "Number of platforms by technology, spellings of one name put together.",
  },
});

const GOVERNANCE = ["Dédié", "Partagé", "Mutualisé", "Partenarial"] as const;
const DEDICATED: readonly string[] = ["Dédié", "Partagé"];

export const governance = platformsBy({
  id: "governance",
  column: "collaboration",
  dimension: "collaboration",
  order: GOVERNANCE,
  name: { fr: "Gouvernance des plateformes", en: "Governance of platforms" },
  definition: {
    fr: "Plateformes dédiées (à une collectivité, ou partagées entre deux), mutualisées entre plusieurs, ou partenariales avec l’État.",
    en: "Platforms dedicated (to one authority, or shared by two), pooled between several, or run with State services.",
  },
  formula: {
    fr: "Nombre de plateformes par valeur de la colonne Collab ; « dédiées » réunit Dédié et Partagé.",
    en: "Number of platforms by value of the column Collab; “dedicated” joins Dédié and Partagé.",
  },
  summarise: (rows) => {
    const numerator = sumOf(rows.filter((row) => DEDICATED.includes(row.key)).map((row) => row.value));
    return { value: numerator, numerator, denominator: sumOf(rows.map((row) => row.value)) };
  },
  headlineLink: () => ({ list: "platforms", filters: { collaboration: DEDICATED } }),
});
