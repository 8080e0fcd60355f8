import { beforeEach, expect, it } from "vitest";
import type { StoreDb } from "@/lib/store";
import { onBothStores } from "@/tests/support/opened-store";
import { writePeople } from "@/tests/support/people";
import * as notes from ".";

const EDITION = "2022-10";
const editor = { userId: "editor" };
const admin = { userId: "admin" };
const content = (body: string, target = "indicator/by-type/COM"): notes.NoteContent => ({
  target,
  kind: "comment",
  language: "fr",
  body,
  correction: null,
});

onBothStores("notes", (store) => {
  let db: StoreDb;
  beforeEach(async () => {
    db = store();
    await writePeople(db);
  });
  const read = async (filters: notes.NoteFilters = { edition: EDITION }) =>
    (await notes.publishedNotes(filters, 1, 100, db)).notes.map(({ body }) => body);

  it("are seen once published, until withdrawn or deleted, and come back", async () => {
    let note = await notes.createNote(editor, EDITION, content("Premier texte"), db);
    expect(note).toMatchObject({ version: 1, status: "draft", author_name: "The editor" });
    expect(await read()).toEqual([]);
    note = await notes.publishNote(editor, note.id, 1, undefined, db);
    expect(await read()).toEqual(["Premier texte"]);
    note = await notes.saveNote(admin, note.id, 2, content("Deuxième texte"), db);
    expect(await read()).toEqual(["Deuxième texte"]);
    expect(note).toMatchObject({ version: 3, author_name: "The editor" });
    note = await notes.withdrawNote(editor, note.id, 3, db);
    expect(await read()).toEqual([]);
    note = await notes.restoreVersion(editor, note.id, 4, 1, db);
    note = await notes.publishNote(editor, note.id, 5, undefined, db);
    expect(await read()).toEqual(["Premier texte"]);
    note = await notes.deleteNote(editor, note.id, 6, db);
    expect(await read()).toEqual([]);
    await expect(notes.publishNote(editor, note.id, 7, undefined, db)).rejects.toThrow(notes.NoteGone);
    note = await notes.undeleteNote(editor, note.id, 7, db);
    expect(note.status).toBe("draft");
    const { versions } = (await notes.noteWithHistory(editor, note.id, db))!;
    expect(versions.map(({ version, action, body }) => [version, action, body])).toEqual([
      [8, "restored", "Premier texte"],
      [7, "deleted", "Premier texte"],
      [6, "published", "Premier texte"],
      [5, "restored", "Premier texte"],
      [4, "withdrawn", "Deuxième texte"],
      [3, "saved", "Deuxième texte"],
      [2, "published", "Premier texte"],
      [1, "saved", "Premier texte"],
    ]);
    const lines = await notes.auditLines(admin, `note/${note.id}`, undefined, 100, db);
    expect(lines.map(({ action, user_name }) => [action, user_name]).slice(-3)).toEqual([
      ["note-saved", "The admin"],
      ["note-published", "The editor"],
      ["note-saved", "The editor"],
    ]);
  });

  it("wait for their time when scheduled, and change what answers are made from when it comes", async () => {
    const { id } = await notes.createNote(editor, EDITION, content("Demain"), db);
    const soon = new Date(Date.now() + 1_500).toISOString();
    await notes.publishNote(editor, id, 1, soon, db);
    expect(await read()).toEqual([]);
    const before = await notes.notesIdentity(EDITION, db);
    const allBefore = await notes.allNotesIdentity(db);
    await new Promise((resolve) => setTimeout(resolve, 1_600));
    expect(await read()).toEqual(["Demain"]);
    expect(await notes.notesIdentity(EDITION, db)).not.toBe(before);
    expect(await notes.notesIdentity("other", db)).toBe("0@");
    const allAfter = await notes.allNotesIdentity(db);
    expect(allAfter).not.toBe(allBefore);
    await notes.createNote(editor, "other", content("Ailleurs"), db);
    expect(await notes.allNotesIdentity(db)).not.toBe(allAfter);
  });

  it("are found by target, kind of target, kind, author and date", async () => {
    for (const target of ["edition", "indicator/by-type", "territory/BRE-53"]) {
      const { id } = await notes.createNote(editor, EDITION, content(target, target), db);
      await notes.publishNote(editor, id, 1, "2023-02-02T10:00:00.000Z", db);
    }
    expect(await read({ target: "indicator/by-type" })).toEqual(["indicator/by-type"]);
    expect(await read({ targetKind: "edition" })).toEqual(["edition"]);
    expect(await read({ targetKind: "territory", author: "The editor" })).toEqual(["territory/BRE-53"]);
    expect(await read({ author: "Nobody" })).toEqual([]);
    expect((await read({ since: "2023-02-02", until: "2023-02-02" })).length).toBe(3);
    expect(await read({ since: "2023-02-03" })).toEqual([]);
    expect(await read({ kind: "warning" })).toEqual([]);
  });

  it("of fifty writers who start from one version, one succeeds and 49 are told, with both texts", async () => {
    const { id } = await notes.createNote(editor, EDITION, content("Départ"), db);
    const saves = await Promise.allSettled(
      Array.from({ length: 50 }, (_, turn) => notes.saveNote(editor, id, 1, content(`Texte ${turn}`), db)),
    );
    const done = saves.flatMap((one) => (one.status === "fulfilled" ? [one.value.body] : []));
    const refused = saves.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
    expect(done).toHaveLength(1);
    expect(refused).toHaveLength(49);
    for (const cause of refused) {
      expect(cause).toBeInstanceOf(notes.StaleNote);
      expect((cause as notes.StaleNote).current).toMatchObject({ version: 2, body: done[0] });
    }
    const { versions } = (await notes.noteWithHistory(editor, id, db))!;
    expect(versions.map(({ body }) => body)).toEqual([done[0], "Départ"]);
  });

  it("are for editors: a disabled account, a stranger or an editor at the audit are refused", async () => {
    const { id } = await notes.createNote(editor, EDITION, content("À moi"), db);
    await db.updateTable("user").set({ disabled_at: "2023-01-01" }).where("id", "=", "editor").execute();
    const stranger = { userId: "nobody" };
    for (const actor of [editor, stranger]) {
      await expect(notes.saveNote(actor, id, 1, content("Non"), db)).rejects.toThrow(notes.Forbidden);
      await expect(notes.createNote(actor, EDITION, content("Non"), db)).rejects.toThrow(notes.Forbidden);
      await expect(notes.deskNotes(actor, {}, 1, 50, db)).rejects.toThrow(notes.Forbidden);
      await expect(notes.noteWithHistory(actor, id, db)).rejects.toThrow(notes.Forbidden);
      await expect(notes.reports(actor, "open", db)).rejects.toThrow(notes.Forbidden);
    }
    await db.updateTable("user").set({ disabled_at: null }).where("id", "=", "editor").execute();
    await expect(notes.auditLines(editor, "", undefined, 10, db)).rejects.toThrow(notes.Forbidden);
    expect((await notes.noteWithHistory(editor, id, db))!.versions).toHaveLength(1);
  });

  it("keep what is being typed, for who types it", async () => {
    const place = { edition: EDITION, subject: "new:edition" };
    const draft = {
      ...{ target: "edition", kind: "", language: "fr", body: "À mi-ph" },
      ...{ column: "", file_value: "", proposed: "", reason: "", proof: "" },
    };
    await notes.keepDraft(editor, place, 0, draft, db);
    await notes.keepDraft(editor, place, 0, { ...draft, body: "À mi-phrase" }, db);
    expect((await notes.keptDraft(editor, place, db))?.content.body).toBe("À mi-phrase");
    expect(await notes.keptDraft(admin, place, db)).toBeUndefined();
    await notes.dropDraft(editor, place, db);
    expect(await notes.keptDraft(editor, place, db)).toBeUndefined();
  });

  it("answer readers' reports once", async () => {
    const report = { target: "organisation/213500010", message: "L’adresse a changé.", contact: null };
    const id = await notes.createReport(EDITION, report, db);
    expect((await notes.reports(editor, "open", db)).map((one) => one.message)).toEqual([report.message]);
    const closing = { status: "answered", answer: "Merci, corrigé." } as const;
    await notes.handleReport(editor, id, closing, db);
    await expect(notes.handleReport(admin, id, { status: "dismissed" }, db)).rejects.toThrow(
      notes.ReportClosed,
    );
    expect((await notes.reports(editor, "answered", db))[0]).toMatchObject({ answer: closing.answer });
  });

  it("are counted by target, and found by several", async () => {
    for (const target of ["edition", "territory/35", "territory/35", "territory/29"]) {
      const { id } = await notes.createNote(editor, EDITION, content(target, target), db);
      await notes.publishNote(editor, id, 1, undefined, db);
    }
    await notes.createNote(editor, EDITION, content("Brouillon", "edition"), db);
    await notes.createNote(editor, "demo", content("Ailleurs", "edition"), db);
    expect(await notes.noteCounts(EDITION, db)).toEqual([
      { target: "edition", count: 1 },
      { target: "territory/29", count: 1 },
      { target: "territory/35", count: 2 },
    ]);
    expect(await read({ targets: ["territory/29", "edition", "territory/99"] })).toHaveLength(2);
    expect(await read({ targets: [] })).toEqual([]);
  });

  it("are scheduled in the reader's time, kept in one form", async () => {
    const { id } = await notes.createNote(editor, EDITION, content("Demain"), db);
    const { published_at } = await notes.publishNote(editor, id, 1, "2999-01-01T00:30:00+01:00", db);
    expect(published_at).toBe("2998-12-31T23:30:00.000Z");
    await expect(notes.publishNote(editor, id, 2, "2999-01-01", db)).rejects.toThrow(/a moment is expected/);
  });

  it("leave an audit that is searched for what is typed, and no pattern", async () => {
    await db.updateTable("user").set({ display_name: "50 %_\\" }).where("id", "=", "editor").execute();
    await notes.createNote(editor, EDITION, content("Texte"), db);
    const found = async (search: string) => (await notes.auditLines(admin, search, undefined, 10, db)).length;
    for (const search of ["50 %_\\", "NOTE-SAVED", "", "%", "_\\"])
      expect(await found(search), search).toBe(1);
    for (const search of ["5%_", "note_saved", "\\%"]) expect(await found(search), search).toBe(0);
  });
});
