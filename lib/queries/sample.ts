import "server-only";
import { z } from "zod";
import { TYPES, CHANNELS } from "@/lib/codes/types";
import { defineQuery } from "@/lib/engine/query";

/**
 * Five records that show what a row looks like: those of the catalogue entry, else the first of the file.
 * Grain: one row of organisations.csv.
 */
export const sample = defineQuery({
  name: "sample",
  params: z.object({}),
  row: z.strictObject({
    name: z.string(),
    siren: z.string().nullable(),
    type: z.enum(TYPES).nullable(),
    region: z.string().nullable(),
    department: z.string().nullable(),
    channel: z.enum(CHANNELS).nullable(),
    local_datasets: z.int().nullable(),
    datagouv_datasets: z.int().nullable(),
    datasets: z.int().nullable(),
    population: z.int().nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    platforms: z.array(z.string()),
    technologies: z.array(z.string()),
    themes: z.array(z.string()),
  }),
  sql: `SELECT name, siren, type, region, department, channel, local_datasets, datagouv_datasets, datasets, population,
      latitude, longitude, platforms, technologies, themes
    FROM actors($edition, $basis)
    ORDER BY list_position(['213500010', '254002272', '306966110', '384452611', '214700015'], siren) NULLS LAST, line
    LIMIT 5`,
});
