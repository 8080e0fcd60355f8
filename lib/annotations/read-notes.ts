import "server-only";
import type { ExpressionBuilder } from "kysely";
import { ask, type NoteKind, type Store, type StoreDb } from "@/lib/store";
import { now } from "./actor";
import { fromRow, type Note } from "./note";
import type { TargetKind } from "./targets";

/** Which notes a reader asks for. Dates are ISO days, both included. */
export type NoteFilters = {
  edition?: string;
  /** This one alone, by its id. */
  note?: string;
  kind?: NoteKind;
  /** Exactly this target. */
  target?: string;
  /** Any of these: those of a territory, say, which only the edition knows; an empty list finds none. */
  targets?: readonly string[];
  targetKind?: TargetKind;
  author?: string;
  since?: string;
  until?: string;
};

export type Eb = ExpressionBuilder<Store, "note">;

/** Published, and its time has come. A scheduled note needs no clock of ours: reads compare. */
export const visible = (eb: Eb) =>
  eb.and([eb("status", "=", "published"), eb("published_at", "<=", now()), eb("deleted_at", "is", null)]);

/** What the filters keep. */
export function matching(eb: Eb, filters: NoteFilters) {
  const { edition, note, kind, target, targets, targetKind, author, since, until } = filters;
  return eb.and([
    ...(edition === undefined ? [] : [eb("edition", "=", edition)]),
    ...(note === undefined ? [] : [eb("id", "=", note)]),
    ...(kind === undefined ? [] : [eb("kind", "=", kind)]),
    ...(target === undefined ? [] : [eb("target", "=", target)]),
    // PostgreSQL has no empty list.
    ...(targets === undefined ? [] : [targets.length > 0 ? eb("target", "in", targets) : eb.or([])]),
    ...(targetKind === undefined
      ? []
      : [targetKind === "edition" ? eb("target", "=", "edition") : eb("target", "like", `${targetKind}/%`)]),
    ...(author === undefined ? [] : [eb("author_name", "=", author)]),
    ...(since === undefined ? [] : [eb("published_at", ">=", since)]),
    ...(until === undefined ? [] : [eb("published_at", "<=", `${until}T23:59:59.999Z`)]),
  ]);
}

/**
 * Notes that anyone may read, newest first. @param page from 1
 * @throws StoreUnavailable
 */
export async function publishedNotes(
  filters: NoteFilters,
  page = 1,
  pageSize = 1_000,
  db?: StoreDb,
): Promise<{ notes: Note[]; total: number }> {
  return ask(async (opened) => {
    const found = opened
      .selectFrom("note")
      .where(visible)
      .where((eb) => matching(eb, filters));
    const rows = await found
      .selectAll()
      .orderBy("published_at", "desc")
      .orderBy("id")
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute();
    const { total } = await found.select((eb) => eb.fn.countAll().as("total")).executeTakeFirstOrThrow();
    return { notes: rows.map(fromRow), total: Number(total) };
  }, db);
}

/** Who signed published notes of an edition, by name. @throws StoreUnavailable */
export async function publishedAuthors(edition: string, db?: StoreDb): Promise<string[]> {
  const rows = await ask(
    (opened) =>
      opened
        .selectFrom("note")
        .select("author_name")
        .distinct()
        .where(visible)
        .where("edition", "=", edition)
        .orderBy("author_name")
        .execute(),
    db,
  );
  return rows.map(({ author_name }) => author_name);
}

/** How many published notes each target has. Grain: one target that has any. @throws StoreUnavailable */
export async function noteCounts(
  edition: string,
  db?: StoreDb,
): Promise<{ target: string; count: number }[]> {
  const rows = await ask(
    (opened) =>
      opened
        .selectFrom("note")
        .select((eb) => ["target" as const, eb.fn.countAll().as("count")])
        .where(visible)
        .where("edition", "=", edition)
        .groupBy("target")
        .orderBy("target")
        .execute(),
    db,
  );
  // PostgreSQL counts in 64 bits, which arrive as text.
  return rows.map(({ target, count }) => ({ target, count: Number(count) }));
}

/** One published note, by its id; undefined when readers can't see it. @throws StoreUnavailable */
export async function publishedNote(id: string, db?: StoreDb): Promise<Note | undefined> {
  const row = await ask(
    (opened) => opened.selectFrom("note").selectAll().where(visible).where("id", "=", id).executeTakeFirst(),
    db,
  );
  return row && fromRow(row);
}

/**
 * What answers that show an edition's notes are made from: it changes whenever they may. @throws StoreUnavailable
 */
export async function notesIdentity(edition: string, db?: StoreDb): Promise<string> {
  return ask(async (opened) => {
    const state = await opened
      .selectFrom("notes_state")
      .select("revision")
      .where("edition", "=", edition)
      .executeTakeFirst();
    // A scheduled note whose time comes changes what is read without a write.
    const due = await opened
      .selectFrom("note")
      .select((eb) => eb.fn.max("published_at").as("last"))
      .where(visible)
      .where("edition", "=", edition)
      .executeTakeFirst();
    return `${state?.revision ?? 0}@${due?.last ?? ""}`;
  }, db);
}

/** The same for every edition together: what any public page is made from, besides the editions. @throws StoreUnavailable */
export async function allNotesIdentity(db?: StoreDb): Promise<string> {
  const row = await ask(
    (opened) =>
      opened
        .selectNoFrom((eb) => [
          eb
            .selectFrom("notes_state")
            .select((state) => state.fn.sum<string | number>("revision").as("sum"))
            .as("revisions"),
          eb
            .selectFrom("note")
            .select((note) => note.fn.max("published_at").as("last"))
            .where(visible)
            .as("due"),
        ])
        .executeTakeFirstOrThrow(),
    db,
  );
  return `${row.revisions ?? 0}@${row.due ?? ""}`;
}
