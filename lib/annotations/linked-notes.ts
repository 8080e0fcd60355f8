import "server-only";
import { ask, type StoreDb } from "@/lib/store";
import { noteLinks } from "./markdown";
import { fromRow, type Note } from "./note";
import { visible } from "./read-notes";

/** Of notes that a text links to, those that readers have. Grain: one id. @throws StoreUnavailable */
export async function readableNotes(
  ids: readonly string[],
  db?: StoreDb,
): Promise<Map<string, Pick<Note, "id" | "edition" | "language">>> {
  if (ids.length === 0) return new Map();
  const rows = await ask(
    (opened) =>
      opened
        .selectFrom("note")
        .select(["id", "edition", "language"])
        .where(visible)
        .where("id", "in", ids)
        .execute(),
    db,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Published notes that link to others, oldest first, by the id of the note they link to. @throws StoreUnavailable */
export async function citations(ids: readonly string[], db?: StoreDb): Promise<Map<string, Note[]>> {
  const cited = new Map<string, Note[]>();
  if (ids.length === 0) return cited;
  const rows = await ask(
    (opened) =>
      opened
        .selectFrom("note")
        .selectAll()
        .where(visible)
        .where("body", "like", "%(note:%")
        .orderBy("published_at")
        .orderBy("id")
        .execute(),
    db,
  );
  const wanted = new Set(ids);
  // The database looks for characters; a link is what Markdown reads as one.
  for (const row of rows)
    for (const id of noteLinks(row.body))
      if (wanted.has(id)) cited.set(id, [...(cited.get(id) ?? []), fromRow(row)]);
  return cited;
}
