import "server-only";
import { z } from "zod";
import { defineQuery } from "@/lib/engine/query";

/** What a reader may look for, in the order in which equals are shown. */
export const ENTITIES = ["page", "indicator", "territory", "organisation", "platform"] as const;

/**
 * Which things of the site answer to some words? Case, accents and punctuation don't matter; every word must be there.
 * Grain: one page, indicator or territory (given, since no file has them), one row of organisations.csv or of
 * plateformes.csv. `rank` says how well it answers: 0 its identifier, 1 its whole name, 2 its name starts so, 3 words
 * of its name start so, 4 its name has the letters, or what is said of it does. `matches` counts all of its kind, of
 * which the first `$limit` are answered. Without a word, only pages answer.
 */
export const search = defineQuery({
  name: "search",
  params: z.object({
    q: z.string(),
    limit: z.int(),
    /** Pages, indicators and territories: the nth of each list is about the same one. */
    entities: z.array(z.enum(ENTITIES)),
    identifiers: z.array(z.string()),
    french: z.array(z.string()),
    english: z.array(z.string()),
    /** Other words they answer to. */
    also: z.array(z.string()),
  }),
  row: z.strictObject({
    entity: z.enum(ENTITIES),
    identifier: z.string().nullable(),
    name: z.string(),
    type: z.string().nullable(),
    department: z.string().nullable(),
    region: z.string().nullable(),
    technology: z.string().nullable(),
    rank: z.int(),
    matches: z.int(),
  }),
  sql: `
    WITH asked AS (
      SELECT search_form($q) AS form, string_split(search_form($q), ' ') AS words,
        replace(search_form($q), ' ', '') AS code),
    given AS (
      SELECT unnest($entities) AS entity, unnest($identifiers) AS identifier, unnest($french) AS fr,
        unnest($english) AS en, unnest($also) AS also, generate_subscripts($entities, 1) AS place),
    thing AS (
      SELECT entity, identifier, fr AS name, NULL AS type, NULL AS department, NULL AS region, NULL AS technology,
        [search_form(fr), search_form(en)] AS names, search_form(fr || ' ' || en || ' ' || also) AS text, -place AS weight
      FROM given
      UNION ALL
      SELECT 'organisation', siren, name, type, department, region, NULL, [search_form(name)], search_text, population
      FROM actors($edition, $basis)
      UNION ALL
      SELECT 'platform', slug, name, type, NULL, region, technology, [search_form(name)], search_text, hosted_declared
      FROM platforms_of($edition)),
    ranked AS (
      SELECT thing.*,
        CASE
          WHEN replace(search_form(coalesce(identifier, '')), ' ', '') = code THEN 0
          WHEN list_contains(names, form) THEN 1
          WHEN list_bool_or([starts_with(one, form) FOR one IN names]) THEN 2
          WHEN list_bool_and([contains(' ' || array_to_string(names, ' '), ' ' || word) FOR word IN words]) THEN 3
          ELSE 4
        END AS rank
      FROM thing, asked
      WHERE (form <> '' OR entity = 'page')
        AND (list_bool_and([contains(text, word) FOR word IN words])
          OR replace(search_form(coalesce(identifier, '')), ' ', '') = code)),
    placed AS (
      SELECT *, count(*) OVER (PARTITION BY entity) AS matches,
        row_number() OVER (PARTITION BY entity ORDER BY rank, weight DESC NULLS LAST, name COLLATE fr, identifier) AS place,
        min(rank) OVER (PARTITION BY entity) AS best
      FROM ranked)
    SELECT entity, identifier, name, type, department, region, technology, rank, matches::INTEGER AS matches
    FROM placed WHERE place <= $limit
    ORDER BY best, list_position(['page', 'indicator', 'territory', 'organisation', 'platform'], entity), place`,
});
