import "server-only";
import { z } from "zod";
import { defineKeyed } from "@/lib/queries/keyed";
import { defineIndicator } from "./define";
import { historyNote } from "@/lib/editions/reference";
import { EDITION_FILES } from "./sources";

const count = z.int().nullable();

/**
 * How has opening grown? Grain: one census (ISO month), published, or one loaded edition.
 * `origin` is "published" or the edition's id. A demonstration edition shows in its own history only.
 */
const series = defineKeyed({
  name: "history",
  measures: {
    communes: count,
    epci: count,
    departments: count,
    regions: count,
    total: z.int(),
    origin: z.string(),
  },
  sql: `SELECT month AS key, communes, epci, departments, regions, total, 'published' AS origin FROM published_history
    UNION ALL
    SELECT strftime(e.as_of, '%Y-%m'), count(*) FILTER (o.type = 'COM')::INTEGER,
      count(*) FILTER (o.type IN ('CC', 'CA', 'CU', 'MET', 'EPT'))::INTEGER, count(*) FILTER (o.type = 'DEP')::INTEGER,
      count(*) FILTER (o.type = 'REG')::INTEGER,
      count(*) FILTER (o.type IN ('COM', 'CC', 'CA', 'CU', 'MET', 'EPT', 'DEP', 'REG'))::INTEGER, e.id
    FROM edition e JOIN organisation o ON o.edition = e.id
    WHERE e.kind <> 'demo' OR e.id = $edition
    GROUP BY e.id, e.as_of
    ORDER BY key, origin DESC`,
});

export const history = defineIndicator({
  id: "history",
  name: { fr: "Collectivités ouvertes depuis 2016", en: "Open authorities since 2016" },
  definition: {
    fr: "Collectivités ouvertes à chaque recensement : communes, intercommunalités, départements et régions.",
    en: "Open authorities at each census: communes, intercommunal bodies, départements and régions.",
  },
  formula: {
    fr: "Série publiée par OpenDataFrance, puis nombre de lignes de chaque édition chargée.",
    en: "Series published by OpenDataFrance, then number of rows of each loaded edition.",
  },
  unit: "authorities",
  dimension: "month",
  sources: [historyNote.source, EDITION_FILES],
  query: series,
  summarise: (rows, context) => ({
    value: rows.find((row) => row.origin === context.edition.id)?.total ?? null,
  }),
  rowsLink: (key) => (key === null ? { list: "organisations", filters: { category: ["authority"] } } : null),
});
