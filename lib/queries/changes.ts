import "server-only";
import { z } from "zod";
import { CHANGES } from "@/lib/codes/quality";
import { REGIONS } from "@/lib/codes/regions";
import { NONE, TYPES } from "@/lib/codes/types";
import { EDITION_ID } from "@/lib/editions/manifest";
import { defineList } from "@/lib/engine/list";
import { defineQuery } from "@/lib/engine/query";

/**
 * What changed from another edition to this one?
 * Grain: one change of one organisation, matched by SIREN (rows without one can't be matched); an organisation that
 * changed twice has two rows. A column that either edition lacks is not compared. Without `from`, changes from every
 * comparable edition.
 */
export const changes = defineList({
  name: "changes",
  from: "changes($edition)",
  row: z.strictObject({
    from_edition: z.string(),
    change: z.enum(CHANGES),
    siren: z.string(),
    name: z.string(),
    type: z.enum(TYPES).nullable(),
    region: z.string().nullable(),
    department: z.string().nullable(),
    value_before: z.string().nullable(),
    value_after: z.string().nullable(),
  }),
  key: ["from_edition", "siren", "change"],
  defaultSort: "name",
  filters: {
    from: { column: "from_edition", value: z.string().regex(EDITION_ID) },
    change: { column: "change", value: z.enum(CHANGES) },
    type: { column: "type", value: z.enum([...TYPES, NONE]) },
    region: { column: "region", value: z.enum([...REGIONS.map((region) => region.code), NONE]) },
  },
});

/** Which loaded editions can this one be compared with? Grain: one edition; fictitious ones only among themselves. */
export const comparableEditions = defineQuery({
  name: "comparable-editions",
  params: z.object({}),
  row: z.strictObject({
    id: z.string(),
    /** Columns compared that one of the two lacks. */
    missing: z.array(z.string()),
    /** Rows of each edition that have no SIREN, or repeat one: they can't be matched. */
    unmatched_before: z.int(),
    unmatched_after: z.int(),
  }),
  sql: `SELECT c.id,
      list_filter(['type', 'channel', 'platforms'],
        lambda name: NOT list_contains(columns_before, name) OR NOT list_contains(columns_after, name)) AS missing,
      (SELECT count(*) - count(DISTINCT siren) FROM organisation WHERE edition = c.id)::INTEGER AS unmatched_before,
      (SELECT count(*) - count(DISTINCT siren) FROM organisation WHERE edition = $edition)::INTEGER AS unmatched_after
    FROM comparable($edition) c ORDER BY c.id`,
});
