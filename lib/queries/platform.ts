import "server-only";
import { z } from "zod";
import { TYPES } from "@/lib/codes/types";
import { defineQuery } from "@/lib/engine/query";
import { platforms } from "./platforms";

const slug = z.object({ slug: z.string() });

/**
 * What does the file say of one platform?
 * Grain: one row of plateformes.csv. Contacts are web addresses alone: e-mail addresses are never loaded.
 */
export const platform = defineQuery({
  name: "platform",
  params: slug,
  row: platforms.row.extend({
    forum_url: z.string().nullable(),
    contact_url: z.string().nullable(),
    line: z.int(),
  }),
  sql: `SELECT ${platforms.columns.map((column) => `"${column}"`).join(", ")}, forum_url, contact_url, line
    FROM platforms_of($edition) WHERE slug = $slug`,
});

/**
 * Which organisations does a platform host, by its own row and by theirs?
 * Grain: one organisation: a SIREN that the platform's row lists, or a row of organisations.csv that names the platform.
 * `listed`: the platform's row lists it. `names_it`: its own row names the platform; null when the edition has no such
 * SIREN.
 */
export const hosted = defineQuery({
  name: "hosted",
  params: slug,
  row: z.strictObject({
    siren: z.string().nullable(),
    name: z.string().nullable(),
    type: z.enum(TYPES).nullable(),
    datasets: z.int().nullable(),
    listed: z.boolean(),
    names_it: z.boolean().nullable(),
  }),
  sql: `WITH self AS (SELECT name, organisations FROM platforms_of($edition) WHERE slug = $slug),
      listed AS (SELECT DISTINCT unnest(organisations) AS siren FROM self),
      actor AS (
        SELECT a.siren, a.name, a.type, a.datasets, a.line, list_contains(a.platforms, s.name) AS names_it
        FROM actors($edition, $basis) a, self s
        -- Of several rows of one SIREN, one that names the platform before the others.
        QUALIFY a.siren IS NULL OR row_number() OVER (PARTITION BY a.siren ORDER BY names_it DESC, a.line) = 1)
    SELECT coalesce(a.siren, l.siren) AS siren, a.name, a.type, a.datasets, l.siren IS NOT NULL AS listed, a.names_it
    FROM actor a FULL JOIN listed l ON l.siren = a.siren
    WHERE l.siren IS NOT NULL OR a.names_it
    ORDER BY a.datasets DESC NULLS LAST, a.name COLLATE fr, siren, a.line`,
});
