import "server-only";
import { z } from "zod";
import { CHANNELS, NONE } from "@/lib/codes/types";
import { defineKeyed } from "@/lib/queries/keyed";
import { defineIndicator, sumOf } from "./define";
import { publishedFor } from "./published";
import { rowsBy } from "./rows-links";
import { EDITION_FILES } from "./sources";

const KEYS = [...CHANNELS, NONE];

/** Where do actors publish? Grain: one channel, `none` for rows that name none. */
const channels = defineKeyed({
  name: "publication-channels",
  measures: { value: z.int() },
  sql: `SELECT key, count(line)::INTEGER AS value
    FROM (SELECT unnest([${KEYS.map((key) => `'${key}'`).join(", ")}]) AS key)
    LEFT JOIN actors($edition, $basis) ON coalesce(channel, '${NONE}') = key
    GROUP BY key`,
});

export const publicationChannels = defineIndicator({
  id: "publication-channels",
  name: { fr: "Canaux de publication", en: "Publication channels" },
  definition: {
    fr: "Acteurs qui publient sur une plateforme locale, sur data.gouv.fr, ou sur les deux.",
    en: "Actors that publish on a local platform, on data.gouv.fr, or on both.",
  },
  formula: {
    fr: "Nombre de lignes par valeur de la colonne merge.",
    en: "Number of rows by value of the column merge.",
  },
  unit: "actors",
  dimension: "channel",
  sources: [EDITION_FILES],
  published: publishedFor("publication-channels"),
  needs: { organisations: ["channel"] },
  query: channels,
  order: KEYS,
  summarise: (rows) => ({ value: sumOf(rows.map((row) => row.value)) }),
  rowsLink: rowsBy("organisations", "channel"),
});

/** On what do actors publish? Grain: one theme; an actor counts once per theme, under `none` when it has none. */
const byTheme = defineKeyed({
  name: "themes",
  measures: { value: z.int(), authorities: z.int() },
  sql: `WITH each_theme AS (
      SELECT unnest(CASE WHEN len(themes) = 0 THEN ['${NONE}'] ELSE themes END) AS key, category
      FROM actors($edition, $basis))
    SELECT key, count(*)::INTEGER AS value, count(*) FILTER (category = 'authority')::INTEGER AS authorities
    FROM each_theme GROUP BY key ORDER BY key = '${NONE}', value DESC, key COLLATE fr`,
});

export const themes = defineIndicator({
  id: "themes",
  name: { fr: "Thèmes", en: "Themes" },
  definition: {
    fr: "Acteurs par thème de leurs données ; un acteur compte une fois par thème.",
    en: "Actors by theme of their data; an actor counts once per theme.",
  },
  formula: {
    fr: "Nombre de lignes dont la liste de thèmes contient le thème : tous les acteurs, et les seules collectivités.",
    en: "Number of rows whose list of themes holds the theme: all actors, and authorities alone.",
  },
  unit: "actors",
  dimension: "theme",
  sources: [EDITION_FILES],
  needs: { organisations: ["themes"] },
  query: byTheme,
  // Actors that name at least one theme: themes overlap, so their counts don't add up.
  summarise: async (rows, context) => {
    const without = rows.find((row) => row.key === NONE)?.value ?? 0;
    return { value: context.edition.counts.organisations - without };
  },
  rowsLink: rowsBy("organisations", "theme"),
  headlineLink: (rows) => ({
    list: "organisations",
    filters: { theme: rows.map((row) => row.key).filter((key) => key !== NONE) },
  }),
});
