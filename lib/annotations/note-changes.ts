import "server-only";
import { z } from "zod";
import type { NoteTable, StoreTx } from "@/lib/store";
import { now, record, type Person } from "./actor";
import { fromRow, type Note } from "./note";
import type { NoteContent } from "./schemas";

/** The note was changed since: nothing was written, and here is what it says now. */
export class StaleNote extends Error {
  constructor(readonly current: Note) {
    super("the note was changed since");
  }
}

/** There is no such note. */
export class NoteGone extends Error {}

export type NoteAction = "saved" | "published" | "scheduled" | "withdrawn" | "deleted" | "restored";
type Change = Partial<
  Omit<NoteTable, "id" | "edition" | "version" | "author_id" | "author_name" | "created_at">
>;

/** A content as the table keeps it. */
export const columnsOf = ({ correction, ...content }: NoteContent) => ({
  ...content,
  correction: correction === null ? null : JSON.stringify(correction),
});

/** Keeps the version that a note has come to, tells readers' caches, and writes it in the audit log. */
async function settle(tx: StoreTx, person: Person, note: NoteTable, action: NoteAction): Promise<Note> {
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

/** Writes a note's first version. @throws StoreConflict when there is one of that id */
export async function insertNote(
  tx: StoreTx,
  person: Person,
  { id, edition, columns }: { id: string; edition: string; columns: ReturnType<typeof columnsOf> },
): Promise<Note> {
  const at = now();
  const note: NoteTable = {
    ...{ id, edition, ...columns, status: "draft", published_at: null, version: 1 },
    ...{ author_id: person.id, author_name: person.name, created_at: at, updated_at: at, deleted_at: null },
  };
  await tx.insertInto("note").values(note).execute();
  return settle(tx, person, note, "saved");
}

/** A change of a note, from the version that the writer saw. */
export type NoteChange = {
  id: string;
  base: number;
  action: NoteAction;
  changeOf: (current: NoteTable, at: string) => Change;
};

/**
 * Changes a note, if it still is as the writer saw it: of writers who start from one version, the first succeeds.
 * @throws StaleNote with what it says now, NoteGone
 */
export async function changeNote(
  tx: StoreTx,
  person: Person,
  { id, base, action, changeOf }: NoteChange,
): Promise<Note> {
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
}

/** A moment as the store compares it: ISO 8601 in UTC, with milliseconds. */
const moment = z.iso
  .datetime({ offset: true, error: "a moment is expected, such as 2023-02-02T08:00:00Z" })
  .transform((typed) => new Date(typed).toISOString());

/** What is done with a note as it stands, and what that changes. */
export const OPERATIONS = {
  withdraw: { action: "withdrawn", changeOf: () => ({ status: "withdrawn", published_at: null }) },
  delete: {
    action: "deleted",
    changeOf: (_, at) => ({ status: "draft", published_at: null, deleted_at: at }),
  },
  undelete: { action: "restored", changeOf: () => ({ deleted_at: null }) },
} satisfies Record<string, Pick<NoteChange, "action" | "changeOf">>;

/** Publishing, now or from a moment on. @param from ISO 8601 with its offset @throws ZodError */
export function publication(from?: string): Pick<NoteChange, "action" | "changeOf"> {
  const { from: due } = z.object({ from: moment.optional() }).parse({ from });
  const action = due !== undefined && due > now() ? "scheduled" : "published";
  return { action, changeOf: (_, at) => ({ status: "published", published_at: due ?? at }) };
}
