import "server-only";
import { z } from "zod";
import { defineQuery } from "@/lib/engine/query";

const noParams = z.object({});

/** A question without parameters whose rows are a key and its measures. */
export function defineKeyed<M extends z.ZodRawShape>(definition: { name: string; measures: M; sql: string }) {
  return defineQuery({
    name: definition.name,
    params: noParams,
    row: z.strictObject({ key: z.string(), ...definition.measures }),
    sql: definition.sql,
  });
}
