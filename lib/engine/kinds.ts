import type { z } from "zod";

/** What a column holds: an identifier is a text, a list is one of texts. */
export type ColumnKind = "text" | "integer" | "number" | "boolean" | "list";

/** A column of a file: the key of a row, what it holds, and the glossary's name of it where that is not its key. */
export type Column = { key: string; kind: ColumnKind; term?: string };

/** What the schema of a row's key says it holds, unknown or not. */
export function kindOf(schema: z.core.$ZodType): ColumnKind {
  const def = (schema as z.ZodType).def as z.core.$ZodTypeDef & {
    innerType?: z.core.$ZodType;
    format?: string;
  };
  if (def.innerType) return kindOf(def.innerType);
  if (def.type === "array") return "list";
  if (def.type === "boolean") return "boolean";
  if (def.type === "int" || (def.type === "number" && def.format?.includes("int"))) return "integer";
  return def.type === "number" ? "number" : "text";
}

/** The columns of a row's schema, in its order. */
export function columnsOf(row: z.ZodObject): Column[] {
  return Object.entries(row.shape).map(([key, schema]) => ({ key, kind: kindOf(schema) }));
}
