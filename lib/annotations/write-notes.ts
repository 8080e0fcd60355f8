import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { look, write, type NoteTable, type StoreDb, type StoreTx } from "@/lib/store";
import { now, record, requirePerson, type Actor, type Person } from "./actor";
import { fromRow, type Note } from "./note";
import { noteContentSchema, type NoteContent } from "./schemas";

/** The note was changed since: nothing was written, and here is what it says now. */
export class StaleNote extends Error {
  constructor(readonly current: Note) {
    super("the note was changed since");
  }
}

/** There is no such note. */
export class NoteGone extends Error {}

type Action = "saved" | "published" | "scheduled" | "withdrawn" | "deleted" | "restored";
type Change = Partial<
  Omit<NoteTable, "id" | "edition" | "version" | "author_id" | "author_name" | "created_at">
>;

const columnsOf = ({ correction, ...content }: NoteContent) => ({
  ...content,
  correction: correction === null ? null : JSON.stringify(correction),
});

/** Keeps the version that a note has come to, tells readers' caches, and writes it in the audit log. */
async function settle(tx: StoreTx, person: Person, note: NoteTable, action: Action): Promise<Note> {
  const { target, kind, language, body, correction, status, published_at } = note;
  await tx
    .insertInto("note_version")
    .values({
      ...{ note_id: note.id, version: note.version, action },
      ...{ target, kind, language, body, correction, status, published_at },
      ...{ author_id: person.id, author_name: person.name, created_at: note.updated_at },
    })
    .execute();
  await tx
    .insertInto("notes_state")
    .values({ edition: note.edition, revision: 1 })
    .onConflict((on) =>
      on.column("edition").doUpdateSet((eb) => ({ revision: eb("notes_state.revision", "+", 1) })),
    )
    .execute();
  await record(tx, person, `note-${action}`, `note/${note.id}`, { target, version: note.version });
  return fromRow(note);
}

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
  return write(async (tx) => {
    const person = await requirePerson(tx, actor);
    const at = now();
    const note: NoteTable = {
      ...{ id: randomUUID(), edition, ...columns, status: "draft", published_at: null, version: 1 },
      ...{ author_id: person.id, author_name: person.name, created_at: at, updated_at: at, deleted_at: null },
    };
    await tx.insertInto("note").values(note).execute();
    return settle(tx, person, note, "saved");
  }, db);
}

/**
 * Changes a note, if it still is as the writer saw it: of writers who start from one version, the first succeeds.
 * @throws StaleNote with what it says now, NoteGone, Forbidden, StoreUnavailable
 */
async function change(
  actor: Actor,
  id: string,
  base: number,
  action: Action,
  changeOf: (current: NoteTable, at: string) => Change,
  db: StoreDb | undefined,
): Promise<Note> {
  return write(async (tx) => {
    const person = await requirePerson(tx, actor);
    const current = await tx.selectFrom("note").selectAll().where("id", "=", id).executeTakeFirst();
    if (!current || (current.deleted_at !== null && action !== "restored"))
      throw new NoteGone("there is no such note");
    const at = now();
    const changed = await tx
      .updateTable("note")
      .set({ ...changeOf(current, at), version: base + 1, updated_at: at })
      .where("id", "=", id)
      .where("version", "=", base)
      .returningAll()
      .executeTakeFirst();
    if (!changed) {
      const latest = await tx.selectFrom("note").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
      throw new StaleNote(fromRow(latest));
    }
    return settle(tx, person, changed, action);
  }, db);
}

/** Saves another text; a published note stays published and shows it at once. @throws as `change`, and ZodError */
export function saveNote(actor: Actor, id: string, base: number, content: NoteContent, db?: StoreDb) {
  const columns = columnsOf(noteContentSchema.parse(content));
  return change(actor, id, base, "saved", () => columns, db);
}

/** A moment as the store compares it: ISO 8601 in UTC, with milliseconds. */
const moment = z.iso
  .datetime({ offset: true, error: "a moment is expected, such as 2023-02-02T08:00:00Z" })
  .transform((typed) => new Date(typed).toISOString());

/**
 * Shows a note to readers, now or from a moment on.
 * @param from ISO 8601 with its offset; omitted, now
 * @throws as `change`, and ZodError
 */
export async function publishNote(actor: Actor, id: string, base: number, from?: string, db?: StoreDb) {
  const due = moment.optional().parse(from);
  const action = due !== undefined && due > now() ? "scheduled" : "published";
  return change(actor, id, base, action, (_, at) => ({ status: "published", published_at: due ?? at }), db);
}

/** Takes a note away from readers; its date of publication goes. @throws as `change` */
export function withdrawNote(actor: Actor, id: string, base: number, db?: StoreDb) {
  return change(actor, id, base, "withdrawn", () => ({ status: "withdrawn", published_at: null }), db);
}

/** Puts a note away; it comes back as a draft with `undeleteNote`. @throws as `change` */
export function deleteNote(actor: Actor, id: string, base: number, db?: StoreDb) {
  return change(
    actor,
    id,
    base,
    "deleted",
    (_, at) => ({ status: "draft", published_at: null, deleted_at: at }),
    db,
  );
}

/** Takes a deleted note back, as a draft. @throws as `change` */
export function undeleteNote(actor: Actor, id: string, base: number, db?: StoreDb) {
  return change(actor, id, base, "restored", () => ({ deleted_at: null }), db);
}

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
  return change(actor, id, base, "restored", () => old, db);
}
