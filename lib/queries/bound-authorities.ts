import "server-only";
import { z } from "zod";
import { REGIONS_18 } from "@/lib/codes/regions";
import { AUTHORITY_TYPES, NONE, SIZES } from "@/lib/codes/types";
import { defineList } from "@/lib/engine/list";
import { departmentCode } from "./organisations";

/**
 * Which authorities does the law bind to publish, and which do?
 * Grain: one authority of the register of 1 January 2022 that the observatory counts as bound (commune of 3,500
 * inhabitants and more, every EPCI, département and région of the 18 régions). Population in inhabitants.
 * `open` tells whether a row of the edition is this authority; it is null where the edition's rows can't be matched.
 */
export const boundAuthorities = defineList({
  name: "bound-authorities",
  from: "bound_authorities($edition, $basis)",
  row: z.strictObject({
    siren: z.string().nullable(),
    insee_code: z.string().nullable(),
    name: z.string(),
    type: z.enum(AUTHORITY_TYPES),
    region: z.string(),
    department: z.string().nullable(),
    population: z.int().nullable(),
    open: z.boolean().nullable(),
  }),
  key: ["type", "department", "siren", "insee_code"],
  defaultSort: "name",
  filters: {
    open: { column: "open", value: z.enum(["true", "false", NONE]) },
    type: { column: "type", value: z.enum(AUTHORITY_TYPES) },
    region: { column: "region", value: z.enum(REGIONS_18) },
    department: { column: "department", value: departmentCode },
    size: { column: "size", value: z.enum([...SIZES, NONE]) },
  },
});
