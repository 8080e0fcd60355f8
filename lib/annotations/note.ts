import type { NoteTable, NoteVersionTable } from "@/lib/store/schema";
import { correctionSchema, type Correction } from "./schemas";

/** A note as the program speaks of it; moments are ISO 8601 in UTC. */
export type Note = Omit<NoteTable, "correction"> & { correction: Correction | null };
export type NoteVersion = Omit<NoteVersionTable, "correction"> & { correction: Correction | null };

/** Reads a row of the store. @throws when the stored correction is no correction: a fault, never shown as none */
export function fromRow<T extends { correction: string | null }>(
  row: T,
): Omit<T, "correction"> & { correction: Correction | null } {
  const correction = row.correction === null ? null : correctionSchema.parse(JSON.parse(row.correction));
  return { ...row, correction };
}
