import "server-only";
import { z } from "zod";
import { REGIONS_18 } from "@/lib/codes/regions";
import { NONE } from "@/lib/codes/types";
import { defineKeyed } from "@/lib/queries/keyed";
import { defineIndicator, sumOf } from "./define";
import { filtersFor } from "./rows-links";
import { EDITION_FILES } from "./sources";

const COLUMNS = ["COM-0-3500", "COM-3500-", "CC", "CA", "CU", "MET", "EPT", "DEP", "REG"] as const;

/** What SQL counts in a column of the matrix. */
const CONDITION = (column: (typeof COLUMNS)[number]) => {
  if (column === "COM-0-3500") return "type = 'COM' AND population < 3500";
  if (column === "COM-3500-") return "type = 'COM' AND population >= 3500";
  return `type = '${column}'`;
};

const count = z.int();

/**
 * Who is open in each region? Grain: one of the 18 régions, one overseas code of the file, or `none`.
 * One column a type; `total` counts every open authority, communes of unknown population included.
 */
const matrix = defineKeyed({
  name: "region-matrix",
  measures: {
    ...(Object.fromEntries(COLUMNS.map((column) => [column, count])) as Record<
      (typeof COLUMNS)[number],
      z.ZodInt
    >),
    total: count,
  },
  sql: `SELECT key, ${COLUMNS.map((column) => `count(line) FILTER (${CONDITION(column)})::INTEGER AS "${column}"`).join(",\n      ")},
      count(line) FILTER (category = 'authority')::INTEGER AS total
    FROM (SELECT unnest([${REGIONS_18.map((code) => `'${code}'`).join(", ")}]) AS key
      UNION SELECT coalesce(region, '${NONE}') FROM actors($edition, $basis))
    LEFT JOIN actors($edition, $basis) ON coalesce(region, '${NONE}') = key
    GROUP BY key ORDER BY key = '${NONE}', key`,
});

export const regionMatrix = defineIndicator({
  id: "region-matrix",
  name: { fr: "Collectivités ouvertes par région et par type", en: "Open authorities by region and type" },
  definition: {
    fr: "Nombre de collectivités ouvertes de chaque type dans chaque région.",
    en: "Number of open authorities of each type in each region.",
  },
  formula: {
    fr: "Nombre de lignes par région et par type ; les communes sont partagées à 3 500 habitants.",
    en: "Number of rows by region and type; communes are split at 3,500 inhabitants.",
  },
  unit: "authorities",
  dimension: "region",
  sources: [EDITION_FILES],
  needs: { organisations: ["region"] },
  query: matrix,
  summarise: (rows) => ({ value: sumOf(rows.map((row) => row.total)) }),
  rowsLink: (key) => ({
    list: "organisations",
    filters: { category: ["authority"], ...filtersFor("region", key) },
  }),
});
