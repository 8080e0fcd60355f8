import "server-only";
import { z } from "zod";
import { DESK_SORTS, DESK_STATES, NOTE_KINDS, TARGET_KINDS, type DeskSort } from "@/lib/annotations";

const sorts = DESK_SORTS.flatMap((sort) => [sort, `-${sort}`] as DeskSort[]);
const empty = (value: unknown) => (value === "" ? undefined : value);
const one = <T extends z.ZodType>(schema: T) => z.preprocess(empty, schema.optional());

/** What the address of the notes' table asks, in its words. */
const addressSchema = z.object({
  etat: one(z.enum(DESK_STATES)),
  genre: one(z.enum(NOTE_KINDS)),
  cible: one(z.enum(TARGET_KINDS)),
  edition: one(z.string().max(32)),
  auteur: one(z.string().max(200)),
  q: one(z.string().trim().max(200)),
  tri: one(z.enum(sorts)),
  page: one(z.coerce.number().int().min(1).max(100_000)),
});
export type NotesAddress = z.infer<typeof addressSchema>;

/** Reads the address; undefined when something in it can't be honoured. */
export function notesAddress(
  search: Record<string, string | string[] | undefined>,
): NotesAddress | undefined {
  const read = addressSchema.safeParse(search);
  return read.success ? read.data : undefined;
}
