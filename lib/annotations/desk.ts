import "server-only";
import { sql } from "kysely";
import { look, type StoreDb } from "@/lib/store";
import { now, requirePerson, type Actor } from "./actor";
import { fromRow, type Note, type NoteVersion } from "./note";
import { matching, type Eb, type NoteFilters } from "./read-notes";

export const DESK_STATES = ["draft", "scheduled", "published", "withdrawn", "deleted"] as const;
export type DeskState = (typeof DESK_STATES)[number];

/** Which notes an editor asks for. */
export type DeskFilters = NoteFilters & {
  status?: DeskState;
  /** Looked for in the texts, the targets and the authors' names. */
  text?: string;
};

export const DESK_SORTS = ["updated", "target", "kind", "status", "author", "edition"] as const;
/** A column, with "-" before it from the last to the first. */
export type DeskSort = (typeof DESK_SORTS)[number] | `-${(typeof DESK_SORTS)[number]}`;

const COLUMNS = {
  updated: "updated_at",
  target: "target",
  kind: "kind",
  status: "status",
  author: "author_name",
  edition: "edition",
} as const;

/** The state of a note as its editors speak of it. */
export function stateOf(note: Pick<Note, "status" | "published_at" | "deleted_at">, at = now()): DeskState {
  if (note.deleted_at !== null) return "deleted";
  return note.status === "published" && (note.published_at ?? "") > at ? "scheduled" : note.status;
}

function inState(eb: Eb, status: DeskState | undefined) {
  if (status === "deleted") return eb("deleted_at", "is not", null);
  const kept = eb("deleted_at", "is", null);
  if (status === undefined) return kept;
  if (status === "draft" || status === "withdrawn") return eb.and([kept, eb("status", "=", status)]);
  const due = eb("published_at", status === "scheduled" ? ">" : "<=", now());
  return eb.and([kept, eb("status", "=", "published"), due]);
}

/** SQLite knows the two cases of unaccented letters alone: "État" is looked for as written, in either case. */
function holding(eb: Eb, text: string) {
  const first = text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase();
  const writings = [...new Set([text, text.toLowerCase(), text.toUpperCase(), first])];
  return eb.or(
    writings.flatMap((written) => {
      const pattern = `%${written.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
      return (["body", "target", "author_name"] as const).map(
        (column) => sql<boolean>`${eb.ref(column)} LIKE ${pattern} ESCAPE '\\'`,
      );
    }),
  );
}

/** Every note that an editor may work on, last changed first unless told otherwise. @throws Forbidden, StoreUnavailable */
export async function deskNotes(
  actor: Actor,
  filters: DeskFilters,
  page = 1,
  pageSize = 50,
  db?: StoreDb,
  sort: DeskSort = "-updated",
): Promise<{ notes: Note[]; total: number }> {
  return look(async (tx) => {
    await requirePerson(tx, actor);
    const { status, text } = filters;
    const column = COLUMNS[sort.replace("-", "") as keyof typeof COLUMNS];
    const found = tx
      .selectFrom("note")
      .where((eb) => matching(eb, filters))
      .where((eb) => inState(eb, status))
      .$if(text !== undefined, (query) => query.where((eb) => holding(eb, text ?? "")));
    const rows = await found
      .selectAll()
      .orderBy(column, sort.startsWith("-") ? "desc" : "asc")
      .orderBy("updated_at", "desc")
      .orderBy("id")
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute();
    const { total } = await found.select((eb) => eb.fn.countAll().as("total")).executeTakeFirstOrThrow();
    return { notes: rows.map(fromRow), total: Number(total) };
  }, db);
}

/** Editions that have notes and people who wrote some, to choose from. @throws Forbidden, StoreUnavailable */
export async function deskChoices(
  actor: Actor,
  db?: StoreDb,
): Promise<{ editions: string[]; authors: string[] }> {
  return look(async (tx) => {
    await requirePerson(tx, actor);
    const all = tx.selectFrom("note").distinct();
    const editions = await all.select("edition").orderBy("edition").execute();
    const authors = await all.select("author_name").orderBy("author_name").execute();
    return {
      editions: editions.map(({ edition }) => edition),
      authors: authors.map(({ author_name }) => author_name),
    };
  }, db);
}

/** A note with all its versions, newest first; undefined when there is none. @throws Forbidden, StoreUnavailable */
export async function noteWithHistory(
  actor: Actor,
  id: string,
  db?: StoreDb,
): Promise<{ note: Note; versions: NoteVersion[] } | undefined> {
  return look(async (tx) => {
    await requirePerson(tx, actor);
    const note = await tx.selectFrom("note").selectAll().where("id", "=", id).executeTakeFirst();
    if (!note) return undefined;
    const versions = await tx
      .selectFrom("note_version")
      .selectAll()
      .where("note_id", "=", id)
      .orderBy("version", "desc")
      .execute();
    return { note: fromRow(note), versions: versions.map(fromRow) };
  }, db);
}
