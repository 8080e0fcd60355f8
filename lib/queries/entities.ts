import "server-only";
import { z } from "zod";
import { defineQuery } from "@/lib/engine/query";

/**
 * Which organisations and platforms have a page of their own?
 * Grain: one SIREN of organisations.csv (however many rows have it) or one platform, organisations first. A site map
 * takes at most 50,000 addresses, in two languages.
 */
export const entities = defineQuery({
  name: "entities",
  params: z.object({}),
  row: z.strictObject({ entity: z.enum(["organisation", "platform"]), identifier: z.string() }),
  sql: `SELECT entity, identifier FROM (
      SELECT DISTINCT 'organisation' AS entity, siren AS identifier FROM actors($edition, $basis) WHERE siren IS NOT NULL
      UNION ALL SELECT 'platform', slug FROM platforms_of($edition))
    ORDER BY entity, identifier LIMIT 24000`,
});
