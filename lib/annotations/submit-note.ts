import "server-only";
import { z } from "zod";
import { StoreConflict, write, type NoteVersionTable, type StoreDb, type StoreTx } from "@/lib/store";
import { requirePerson, type Actor, type Person } from "./actor";
import { fromRow, type Note } from "./note";
import {
  changeNote,
  columnsOf,
  insertNote,
  NoteGone,
  OPERATIONS,
  publication,
  StaleNote,
} from "./note-changes";
import { noteContentSchema, type NoteContent } from "./schemas";

/** What a form asks for in one go: a text, and what is then done with it. */
export type Submission = {
  /** The note's id. A new note has that of its form, so that a form sent again makes no second note. */
  id: string;
  edition: string;
  /** Version the writer started from; 0 for a new note. */
  base: number;
  content: NoteContent;
  then?: "publish" | "withdraw";
  /** When to publish, ISO 8601 with its offset; omitted, now. */
  from?: string;
  /** What the draft of the text was kept as: it goes as the note comes. */
  draft?: string;
};

type Columns = ReturnType<typeof columnsOf>;
const CONTENT = ["target", "kind", "language", "body", "correction"] as const;
const isSame = (one: Columns, other: Columns) => CONTENT.every((name) => one[name] === other[name]);

/**
 * What was done since the version that the writer saw, if it is a part of what they ask for now: the answer was lost, or
 * the form was sent twice. @returns undefined when someone, or another text, came in between
 */
function alreadyDone(
  since: readonly NoteVersionTable[],
  person: Person,
  columns: Columns,
  follow: { action: string; at: string | undefined } | undefined,
): "text" | "all" | undefined {
  if (!since.every((version) => version.author_id === person.id && isSame(version, columns)))
    return undefined;
  const [first, second] = since[0]?.action === "saved" ? since : [undefined, since[0]];
  if (since.length > (first ? 2 : 1)) return undefined;
  if (!second) return follow ? "text" : "all";
  const isIt =
    second.action === follow?.action && (follow.at === undefined || follow.at === second.published_at);
  return isIt ? "all" : undefined;
}

/** A first version, or the next one. @throws StoreConflict, StaleNote, NoteGone */
async function saveText(
  tx: StoreTx,
  person: Person,
  { id, edition, base }: Submission,
  columns: Columns,
): Promise<Note> {
  if (base === 0) return insertNote(tx, person, { id, edition, columns });
  const current = await tx.selectFrom("note").selectAll().where("id", "=", id).executeTakeFirst();
  // What is not changed makes no version.
  if (current?.version === base && current.deleted_at === null && isSame(current, columns))
    return fromRow(current);
  return changeNote(tx, person, { id, base, action: "saved", changeOf: () => columns });
}

/**
 * Saves a note's text and publishes, schedules or withdraws it: all of it or nothing. Sent again, it is done once and
 * answered alike.
 * @throws ZodError naming the field at fault, StaleNote with what the note says now, NoteGone, Forbidden, StoreUnavailable
 */
export async function submitNote(actor: Actor, submission: Submission, db?: StoreDb): Promise<Note> {
  const { base, then, from } = submission;
  const id = z.uuid().parse(submission.id);
  const columns = columnsOf(noteContentSchema.parse(submission.content));
  const next = then === "publish" ? publication(from) : then && OPERATIONS[then];
  const work = async (tx: StoreTx) => {
    const person = await requirePerson(tx, actor);
    if (submission.draft !== undefined)
      await tx
        .deleteFrom("note_draft")
        .where("user_id", "=", person.id)
        .where("edition", "=", submission.edition)
        .where("subject", "=", submission.draft)
        .execute();
    const follow = (note: Note) =>
      next ? changeNote(tx, person, { id, base: note.version, ...next }) : note;
    const row = await tx.selectFrom("note").selectAll().where("id", "=", id).executeTakeFirst();
    if (!row || row.version === base) return follow(await saveText(tx, person, submission, columns));
    if (row.deleted_at !== null) throw new NoteGone("there is no such note");
    const since = await tx
      .selectFrom("note_version")
      .selectAll()
      .where("note_id", "=", id)
      .where("version", ">", base)
      .orderBy("version")
      .execute();
    const at = from === undefined ? undefined : new Date(from).toISOString();
    const done = alreadyDone(since, person, columns, next && { action: next.action, at });
    if (done === undefined) throw new StaleNote(fromRow(row));
    return done === "all" ? fromRow(row) : follow(fromRow(row));
  };
  return write(work, db).catch((cause: unknown) => {
    // The same form, sent twice at the same moment: the other was first, and is found now.
    if (base === 0 && cause instanceof StoreConflict) return write(work, db);
    throw cause;
  });
}
