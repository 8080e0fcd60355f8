import "server-only";
import { z } from "zod";
import { defineQuery } from "@/lib/engine/query";

/**
 * Where is each organisation?
 * Grain: one row of organisations.csv, those without coordinates included. Degrees (WGS 84); null is unknown.
 */
export const actorPlaces = defineQuery({
  name: "actor-places",
  params: z.object({}),
  row: z.strictObject({
    siren: z.string().nullable(),
    name: z.string(),
    category: z.string(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
  }),
  sql: `SELECT siren, name, category, latitude, longitude FROM actors($edition, $basis) ORDER BY name COLLATE fr, line`,
});
