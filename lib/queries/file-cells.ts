import "server-only";
import { z } from "zod";
import { defineQuery } from "@/lib/engine/query";
import { organisations } from "./organisations";
import { platforms } from "./platforms";

const params = z.object({ ids: z.array(z.string()) });
const columns = (names: readonly string[]) => names.map((name) => `"${name}"`).join(", ");

/**
 * What does the file itself say of these organisations, before any repair?
 * Grain: one row of organisations.csv that has one of the SIREN; several may share one.
 */
export const organisationCells = defineQuery({
  name: "organisation-cells",
  params,
  row: organisations.row.extend({ line: z.int(), id: z.string() }),
  sql: `SELECT ${columns(organisations.columns)}, line, siren AS id
    FROM actors($edition, 'file') WHERE list_contains($ids, siren) ORDER BY line`,
});

/** The same of platforms. Grain: one row of plateformes.csv. */
export const platformCells = defineQuery({
  name: "platform-cells",
  params,
  row: platforms.row.extend({ line: z.int(), id: z.string() }),
  sql: `SELECT ${columns(platforms.columns)}, line, slug AS id
    FROM platforms_of($edition) WHERE list_contains($ids, slug) ORDER BY line`,
});
