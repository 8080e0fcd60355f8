import "server-only";
import { z } from "zod";
import { OUTCOMES, SEVERITIES } from "@/lib/codes/quality";
import { NONE } from "@/lib/codes/types";
import { ORGANISATION_COLUMNS, PLATFORM_COLUMNS } from "@/lib/editions/columns";
import { FINDING_KINDS } from "@/lib/editions/findings";
import { defineList } from "@/lib/engine/list";
import { defineQuery } from "@/lib/engine/query";

const kind = z.enum(Object.keys(FINDING_KINDS));
/** Columns of both files by their names in the program. */
const COLUMNS = [...ORGANISATION_COLUMNS, ...PLATFORM_COLUMNS].map(({ name }) => name);
const FILES = ["organisations.csv", "plateformes.csv"] as const;

/**
 * What did the reading of the files repair, set aside or doubt?
 * Grain: one remark on one cell, row or file. `value` is the cell as the file has it (never an e-mail address),
 * `corrected` what is used instead or, for a doubt, what the register says. Under the file's basis, corrections that
 * only the corrected basis makes are left out.
 */
export const quality = defineList({
  name: "quality",
  from: "findings($edition, $basis)",
  row: z.strictObject({
    file: z.enum(FILES),
    line: z.int().nullable(),
    column: z.string().nullable(),
    siren: z.string().nullable(),
    slug: z.string().nullable(),
    name: z.string().nullable(),
    kind: kind,
    severity: z.enum(SEVERITIES),
    outcome: z.enum(OUTCOMES),
    basis: z.enum(["both", "corrected"]),
    value: z.string().nullable(),
    corrected: z.string().nullable(),
  }),
  key: ["rank"],
  defaultSort: "line",
  filters: {
    severity: { column: "severity", value: z.enum(SEVERITIES) },
    outcome: { column: "outcome", value: z.enum(OUTCOMES) },
    kind: { column: "kind", value: kind },
    file: { column: "file", value: z.enum(FILES) },
    column: { column: '"column"', value: z.enum([...new Set(COLUMNS), NONE]) },
    siren: {
      column: "siren",
      value: z.string().regex(new RegExp(`^(\\d{9}|${NONE})$`), "expected a SIREN of nine digits, or none"),
    },
    repaired: { column: "repaired", value: z.enum(["true", "false"]) },
  },
});

/**
 * How many remarks of each kind, on how many rows?
 * Grain: one kind of remark. A remark on a whole file counts as no row.
 */
export const qualityByKind = defineQuery({
  name: "quality-by-kind",
  params: z.object({}),
  row: z.strictObject({
    kind: kind,
    severity: z.enum(SEVERITIES),
    outcome: z.enum(OUTCOMES),
    basis: z.enum(["both", "corrected"]),
    count: z.int(),
    rows: z.int(),
  }),
  sql: `SELECT kind, severity, any_value(outcome) AS outcome, any_value(basis) AS basis, count(*)::INTEGER AS count,
      count(DISTINCT file || line)::INTEGER AS rows
    FROM findings($edition, $basis) GROUP BY kind, severity ORDER BY count DESC, kind`,
});
