import "server-only";
import { z } from "zod";
import { AUTHORITY_TYPES, CATEGORIES } from "@/lib/codes/types";
import { defineQuery } from "@/lib/engine/query";
import { organisations } from "./organisations";

const siren = z.object({ siren: z.string() });

/** What an organisation is compared within. */
export const PEERS = ["type", "size", "region"] as const;

/**
 * What does the file say of one organisation?
 * Grain: one SIREN, by the first of its rows; `same_siren` counts them. No row: it is not in this edition.
 */
export const organisation = defineQuery({
  name: "organisation",
  params: siren,
  row: organisations.row.extend({
    category: z.enum(CATEGORIES),
    checked_at: z.string().nullable(),
    line: z.int(),
    same_siren: z.int(),
  }),
  sql: `SELECT ${organisations.columns.map((column) => `"${column}"`).join(", ")}, category, checked_at, line,
      (count(*) OVER ())::INTEGER AS same_siren
    FROM actors($edition, $basis) WHERE siren = $siren ORDER BY line LIMIT 1`,
});

/**
 * Where does an organisation stand among its like, by its number of data sets?
 * Grain: one group it belongs to (same type, same band of inhabitants, same région). `actors` are the rows of the group
 * and `known` those with a known count, among which it ranks; equals share a rank. Unknown counts neither rank nor weigh
 * on the median.
 */
export const organisationPeers = defineQuery({
  name: "organisation-peers",
  params: siren,
  row: z.strictObject({
    key: z.enum(PEERS),
    value: z.string(),
    actors: z.int(),
    known: z.int(),
    position: z.int().nullable(),
    median: z.number().nullable(),
  }),
  sql: `WITH actor AS MATERIALIZED (SELECT * FROM actors($edition, $basis)),
      self AS (SELECT * FROM actor WHERE siren = $siren ORDER BY line LIMIT 1),
      peer AS (
        ${PEERS.map(
          (
            key,
            place,
          ) => `SELECT ${place} AS place, '${key}' AS key, s.${key} AS value, a.datasets, s.datasets AS own
        FROM self s JOIN actor a ON a.${key} = s.${key}`,
        ).join(" UNION ALL ")})
    SELECT key, value, count(*)::INTEGER AS actors, count(datasets)::INTEGER AS known,
      CASE WHEN any_value(own) IS NOT NULL THEN (1 + count(*) FILTER (datasets > own))::INTEGER END AS position,
      median(datasets)::DOUBLE AS median
    FROM peer GROUP BY ALL HAVING count(*) > 0 ORDER BY any_value(place)`,
});

/**
 * On which platforms does an organisation publish, with how many others?
 * Grain: one name of its row's list, in the list's order. `slug` is null when plateformes.csv has no such name; `hosted_found`
 * counts the rows of organisations.csv that give the same name.
 */
export const organisationPlatforms = defineQuery({
  name: "organisation-platforms",
  params: siren,
  row: z.strictObject({
    name: z.string(),
    slug: z.string().nullable(),
    hosted_declared: z.int().nullable(),
    hosted_found: z.int(),
  }),
  sql: `WITH actor AS MATERIALIZED (SELECT siren, line, platforms FROM actors($edition, $basis)),
      self AS (SELECT platforms FROM actor WHERE siren = $siren ORDER BY line LIMIT 1),
      named AS (SELECT unnest(platforms) AS name, generate_subscripts(platforms, 1) AS place FROM self)
    SELECT n.name, arg_min(p.slug, p.line) AS slug, arg_min(p.hosted_declared, p.line) AS hosted_declared,
      (SELECT count(*) FROM actor a WHERE list_contains(a.platforms, n.name))::INTEGER AS hosted_found
    FROM named n LEFT JOIN platforms_of($edition) p ON p.name = n.name
    GROUP BY n.name, n.place ORDER BY n.place`,
});

/**
 * Which authority of the register has this SIREN and is bound to publish?
 * Grain: one bound authority; the register has no SIREN of départements and régions.
 */
export const boundAuthority = defineQuery({
  name: "bound-authority",
  params: siren,
  row: z.strictObject({
    siren: z.string(),
    name: z.string(),
    type: z.enum(AUTHORITY_TYPES),
    region: z.string(),
    department: z.string().nullable(),
    population: z.int().nullable(),
  }),
  sql: `SELECT siren, name, type, region, department, population
    FROM bound_authorities($edition, $basis) WHERE siren = $siren`,
});
