import { beforeEach, expect, it } from "vitest";
import type { StoreDb } from "@/lib/store";
import { onBothStores } from "@/tests/support/opened-store";
import { contentsOf } from "@/tests/support/full-store";
import { writePeople } from "@/tests/support/people";
import * as notes from ".";
import { purge } from "./purge";

const editor = { userId: "editor" };
const EDITION = "2022-10";
const content = (body: string): notes.NoteContent => ({
  ...{ target: "edition", kind: "comment", language: "fr", body, correction: null },
});
const typed = (body: string) => ({
  ...{ target: "edition", kind: "comment", language: "fr", body },
  ...{ column: "", file_value: "", proposed: "", reason: "", proof: "" },
});

onBothStores("purging", (store) => {
  let db: StoreDb;
  beforeEach(async () => {
    db = store();
    await writePeople(db);
  });
  const told = async () => JSON.stringify(await contentsOf(db));

  it("takes a deleted note away with every version and draft, and leaves its neighbours and the audit", async () => {
    const other = await notes.createNote(editor, EDITION, content("Une voisine"), db);
    const note = await notes.createNote(editor, EDITION, content("Le nom de Zoé"), db);
    await notes.saveNote(editor, note.id, 1, content("Encore Zoé"), db);
    await notes.keepDraft(editor, { edition: EDITION, subject: note.id }, 2, typed("Zoé toujours"), db);
    const report = await notes.createReport(
      EDITION,
      { target: "edition", message: "Un mot de lecteur", contact: null },
      db,
    );
    await notes.handleReport(editor, report, { status: "corrected", noteId: note.id }, db);

    await expect(purge("test", `note/${note.id}`, db)).rejects.toMatchObject({ reason: "kept" });
    await notes.deleteNote(editor, note.id, 2, db);
    const before = (await db.selectFrom("audit").selectAll().execute()).length;
    expect(await purge("test", `note/${note.id}`, db)).toBe(3);

    const left = await told();
    expect(left).not.toContain("Zoé");
    expect(left).toContain("Une voisine");
    expect(left).toContain("Un mot de lecteur");
    expect(await db.selectFrom("note").select("id").execute()).toEqual([{ id: other.id }]);
    const audit = await db.selectFrom("audit").selectAll().orderBy("seq").execute();
    expect(audit).toHaveLength(before + 1);
    expect(audit.at(-1)).toMatchObject({
      ...{ action: "note-purged", subject: `note/${note.id}`, user_name: "test", detail: '{"texts":3}' },
    });
    await expect(purge("test", `note/${note.id}`, db)).rejects.toMatchObject({ reason: "gone" });
  });

  it("takes a closed report away, and no open one", async () => {
    const message = "Écrit par quelqu’un";
    const id = await notes.createReport(EDITION, { target: "edition", message, contact: null }, db);
    await expect(purge("test", `report/${id}`, db)).rejects.toMatchObject({ reason: "kept" });
    await notes.handleReport(editor, id, { status: "dismissed" }, db);
    expect(await purge("test", `report/${id}`, db)).toBe(1);
    expect(await told()).not.toContain(message);
    for (const wrong of [`report/${id}`, "user/editor", "note/1' OR '1'='1"])
      await expect(purge("test", wrong, db)).rejects.toMatchObject({ reason: "gone" });
  });
});
