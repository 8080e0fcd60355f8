import "server-only";
import { randomUUID } from "node:crypto";
import { look, write, type StoreDb } from "@/lib/store";
import { requirePerson, type Actor } from "./actor";
import type { Note } from "./note";
import {
  changeNote,
  columnsOf,
  insertNote,
  NoteGone,
  OPERATIONS,
  publication,
  type NoteChange,
} from "./note-changes";
import { noteContentSchema, type NoteContent } from "./schemas";

/**
 * Writes a new note, a draft until it is published.
 * @throws ZodError naming the field at fault, Forbidden, StoreUnavailable
 */
export async function createNote(
  actor: Actor,
  edition: string,
  content: NoteContent,
  db?: StoreDb,
): Promise<Note> {
  const columns = columnsOf(noteContentSchema.parse(content));
  const id = randomUUID();
  return write(async (tx) => insertNote(tx, await requirePerson(tx, actor), { id, edition, columns }), db);
}

/** @throws StaleNote with what the note says now, NoteGone, Forbidden, StoreUnavailable */
async function change(actor: Actor, wanted: NoteChange, db: StoreDb | undefined): Promise<Note> {
  return write(async (tx) => changeNote(tx, await requirePerson(tx, actor), wanted), db);
}

/** Saves another text; a published note stays published and shows it at once. @throws as `change`, and ZodError */
export function saveNote(actor: Actor, id: string, base: number, content: NoteContent, db?: StoreDb) {
  const columns = columnsOf(noteContentSchema.parse(content));
  return change(actor, { id, base, action: "saved", changeOf: () => columns }, db);
}

/**
 * Shows a note to readers, now or from a moment on.
 * @param from ISO 8601 with its offset; omitted, now
 * @throws as `change`, and ZodError
 */
export async function publishNote(actor: Actor, id: string, base: number, from?: string, db?: StoreDb) {
  return change(actor, { id, base, ...publication(from) }, db);
}

const operation = (name: keyof typeof OPERATIONS) => (actor: Actor, id: string, base: number, db?: StoreDb) =>
  change(actor, { id, base, ...OPERATIONS[name] }, db);

/** Takes a note away from readers; its date of publication goes. @throws as `change` */
export const withdrawNote = operation("withdraw");

/** Puts a note away; it comes back as a draft with `undeleteNote`. @throws as `change` */
export const deleteNote = operation("delete");

/** Takes a deleted note back, as a draft. @throws as `change` */
export const undeleteNote = operation("undelete");

/** Makes the text of an older version the newest one: history is added to, never cut. @throws as `change` */
export async function restoreVersion(actor: Actor, id: string, base: number, version: number, db?: StoreDb) {
  const old = await look(async (tx) => {
    await requirePerson(tx, actor);
    return tx
      .selectFrom("note_version")
      .select(["target", "kind", "language", "body", "correction"])
      .where("note_id", "=", id)
      .where("version", "=", version)
      .executeTakeFirst();
  }, db);
  if (!old) throw new NoteGone("there is no such version");
  return change(actor, { id, base, action: "restored", changeOf: () => old }, db);
}
