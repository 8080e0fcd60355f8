import "server-only";
import { z } from "zod";
import { REGIONS } from "@/lib/codes/regions";
import { NONE } from "@/lib/codes/types";
import { defineList } from "@/lib/engine/list";

const text = z.string().min(1).max(200);

/**
 * Which platforms do authorities publish on?
 * Grain: one row of plateformes.csv. `hosted_declared` is the number of organisations that the platform declares,
 * `organisations` the SIREN its row lists.
 */
export const platforms = defineList({
  name: "platforms",
  from: "platforms_of($edition)",
  patched: "platforms_patched($edition, $patches)",
  row: z.strictObject({
    slug: z.string(),
    name: z.string(),
    region: z.string().nullable(),
    type: z.string().nullable(),
    collaboration: z.string().nullable(),
    url: z.string().nullable(),
    technology: z.string().nullable(),
    bearer: z.string().nullable(),
    theme: z.string().nullable(),
    cluster: z.string().nullable(),
    reuse_url: z.string().nullable(),
    reuses: z.int().nullable(),
    hosted_declared: z.int().nullable(),
    organisations: z.array(z.string()),
  }),
  key: ["line"],
  defaultSort: "name",
  sourceOrder: true,
  rows: "platforms",
  filters: {
    type: { column: "type", value: text },
    collaboration: { column: "collaboration", value: text },
    technology: { column: "technology", value: text },
    region: { column: "region", value: z.enum([...REGIONS.map((region) => region.code), NONE]) },
    bearer: { column: "bearer", value: text },
    theme: { column: "theme", value: text },
  },
});
