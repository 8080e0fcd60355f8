import "server-only";
import { z } from "zod";
import { OUTCOMES } from "@/lib/codes/quality";
import { defineQuery } from "@/lib/engine/query";

/**
 * What did the reading of the files find, in their order?
 * Grain: one remark on one cell, row or file. The quality report without the names of what the rows are: an edition of
 * any size can be looked through before it is published. `kinds` keeps those of some kinds; null, all.
 */
export const remarks = defineQuery({
  name: "remarks",
  params: z.object({ kinds: z.array(z.string()).nullable(), limit: z.int(), offset: z.int() }),
  row: z.strictObject({
    file: z.enum(["organisations.csv", "plateformes.csv"]),
    line: z.int().nullable(),
    column: z.string().nullable(),
    kind: z.string(),
    outcome: z.enum(OUTCOMES),
    value: z.string().nullable(),
    corrected: z.string().nullable(),
  }),
  sql: `SELECT file, line, "column", kind, outcome, value, corrected FROM finding
    WHERE edition = $edition AND ($kinds IS NULL OR list_contains($kinds, kind))
    ORDER BY file, line NULLS FIRST, rowid LIMIT $limit OFFSET $offset`,
});

/** How many remarks of each kind? Grain: one kind, with what was done with the values. */
export const remarkCounts = defineQuery({
  name: "remark-counts",
  params: z.object({}),
  row: z.strictObject({ kind: z.string(), outcome: z.enum(OUTCOMES), count: z.int() }),
  sql: `SELECT kind, outcome, count(*)::INTEGER AS count FROM finding WHERE edition = $edition
    GROUP BY kind, outcome ORDER BY kind, outcome`,
});
