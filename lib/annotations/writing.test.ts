import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { write, type StoreDb } from "@/lib/store";
import { withAuditOpen } from "@/lib/store/append-only";
import { onBothStores } from "@/tests/support/opened-store";
import { writePeople } from "@/tests/support/people";
import * as notes from ".";

const EDITION = "2022-10";
const editor = { userId: "editor" };
const admin = { userId: "admin" };
const content = (body: string, target = "edition"): notes.NoteContent => ({
  ...{ target, kind: "comment", language: "fr", body, correction: null },
});

onBothStores("writing notes", (store) => {
  let db: StoreDb;
  beforeEach(async () => {
    db = store();
    await writePeople(db);
  });
  const submit = (submission: Partial<notes.Submission> & { id: string }, actor = editor) =>
    notes.submitNote(actor, { edition: EDITION, base: 0, content: content("Texte"), ...submission }, db);
  const actionsOf = async (id: string) =>
    (await notes.noteWithHistory(editor, id, db))!.versions.map(({ action }) => action).toReversed();

  it("a form sent five times at once makes one note, published once, and is answered alike", async () => {
    const id = randomUUID();
    const sent = { id, then: "publish" } as const;
    const answers = await Promise.all(Array.from({ length: 5 }, () => submit(sent)));
    expect(answers).toEqual(Array(5).fill(answers[0]));
    expect(await submit(sent)).toEqual(answers[0]);
    expect((await notes.deskNotes(editor, {}, 1, 50, db)).total).toBe(1);
    expect(await actionsOf(id)).toEqual(["saved", "published"]);
  });

  it("what is asked beyond what was done is done; another text, or another writer, is told", async () => {
    const id = randomUUID();
    await submit({ id });
    expect(await submit({ id, then: "publish" })).toMatchObject({ version: 2, status: "published" });
    await expect(submit({ id, content: content("Autre") })).rejects.toThrow(notes.StaleNote);
    await expect(submit({ id }, admin)).rejects.toThrow(notes.StaleNote);
    await expect(submit({ id, then: "withdraw" })).rejects.toThrow(notes.StaleNote);
    await expect(submit({ id, then: "publish", from: "2999-01-01T00:00:00Z" })).rejects.toThrow(
      notes.StaleNote,
    );
    expect(await actionsOf(id)).toEqual(["saved", "published"]);
    await submit({ id, base: 2, content: content("Autre"), then: "withdraw" });
    await submit({ id, base: 2, content: content("Autre"), then: "withdraw" });
    expect(await actionsOf(id)).toEqual(["saved", "published", "saved", "withdrawn"]);
  });

  it("a text that is not changed makes no version; a moment that is none writes nothing", async () => {
    const id = randomUUID();
    await expect(submit({ id, then: "publish", from: "demain" })).rejects.toThrow(/a moment is expected/);
    await expect(submit({ id: "1" })).rejects.toThrow(/UUID/);
    await expect(submit({ id, base: 3 })).rejects.toThrow(notes.NoteGone);
    expect((await notes.deskNotes(editor, {}, 1, 50, db)).total).toBe(0);
    await submit({ id });
    expect(await submit({ id, base: 1 })).toMatchObject({ version: 1 });
    expect(await submit({ id, base: 1, then: "publish", from: "2999-01-01T00:00:00Z" })).toMatchObject({
      ...{ version: 2, published_at: "2999-01-01T00:00:00.000Z" },
    });
    await notes.deleteNote(editor, id, 2, db);
    await expect(submit({ id, base: 2 })).rejects.toThrow(notes.NoteGone);
  });

  it("the desk is filtered by state and words, and sorted", async () => {
    const write = async (body: string, then?: "publish", from?: string) => {
      const note = await submit({ id: randomUUID(), content: content(body), then, from });
      return note.id;
    };
    await write("État des lieux");
    await write("Demain 50 %", "publish", "2999-01-01T00:00:00Z");
    await write("Publiée", "publish");
    const gone = await write("Supprimée");
    await notes.deleteNote(editor, gone, 1, db);
    const bodies = async (filters: notes.DeskFilters, sort?: notes.DeskSort) =>
      (await notes.deskNotes(editor, filters, 1, 50, db, sort)).notes.map(({ body }) => body);
    expect(await bodies({ status: "scheduled" })).toEqual(["Demain 50 %"]);
    expect(await bodies({ status: "published" })).toEqual(["Publiée"]);
    expect(await bodies({ status: "draft" })).toEqual(["État des lieux"]);
    expect(await bodies({ status: "deleted" })).toEqual(["Supprimée"]);
    expect(await bodies({ text: "état" })).toEqual(["État des lieux"]);
    expect(await bodies({ text: "0 %" })).toEqual(["Demain 50 %"]);
    expect(await bodies({ text: "_" })).toEqual([]);
    expect(await bodies({}, "updated")).toEqual(["État des lieux", "Demain 50 %", "Publiée"]);
    expect((await bodies({}, "-status")).slice(-1)).toEqual(["État des lieux"]);
    expect(await notes.deskChoices(editor, db)).toEqual({ editions: [EDITION], authors: ["The editor"] });
  });

  it("many are changed at once, each by itself, fifty in ten minutes", async () => {
    const drafts = await Promise.all(
      Array.from({ length: 52 }, (_, turn) =>
        submit({ id: randomUUID(), content: content(`Texte ${turn}`) }),
      ),
    );
    const [first, second, third] = drafts as [notes.Note, notes.Note, notes.Note];
    const change = async (what: notes.BulkChange, wanted: { id: string; version: number }[]) =>
      (await notes.changeNotes(editor, what, wanted, db)).map(({ outcome }) => outcome);
    await notes.saveNote(admin, second.id, 1, content("Changé"), db);
    expect(await change("publish", [first, second, { id: randomUUID(), version: 1 }])).toEqual([
      ...["done", "stale", "gone"],
    ]);
    expect(await change("undelete", [third])).toEqual(["unchanged"]);
    expect(await change("delete", [{ id: first.id, version: 2 }])).toEqual(["done"]);
    // Two are used, 48 are left, and two forms sent together have no more.
    const rest = drafts.slice(2);
    const [one, other] = await Promise.all([
      change("publish", rest.slice(0, 25)),
      change("publish", rest.slice(25)),
    ]);
    const outcomes = [...one, ...other];
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(48);
    expect(outcomes.filter((outcome) => outcome === "limit")).toHaveLength(2);
    expect((await notes.publishedNotes({}, 1, 100, db)).total).toBe(48);
    // Someone else may go on; and so may the editor, ten minutes later.
    expect(await notes.changeNotes(admin, "withdraw", [{ id: rest[0]!.id, version: 2 }], db)).toEqual([
      { id: rest[0]!.id, target: "edition", outcome: outcomes[0] === "done" ? "done" : "stale" },
    ]);
    await write(async (tx) => {
      const at = new Date(Date.now() - 600_001).toISOString();
      await withAuditOpen(tx, async () => void (await tx.updateTable("audit").set({ at }).execute()));
    }, db);
    expect(await change("undelete", [{ id: first.id, version: 3 }])).toEqual(["done"]);
  });

  it("notes link to notes: readers follow those they have, and who is cited is told", async () => {
    const cited = await submit({ id: randomUUID() });
    const link = `[voir](note:${cited.id})`;
    const citing = await submit({ id: randomUUID(), content: content(link), then: "publish" });
    await submit({ id: randomUUID(), content: content(`Non : \`${link}\``), then: "publish" });
    await submit({ id: randomUUID(), content: content(link) });
    expect(await notes.readableNotes([cited.id], db)).toEqual(new Map());
    await notes.publishNote(editor, cited.id, 1, undefined, db);
    expect(await notes.readableNotes([cited.id, randomUUID()], db)).toEqual(
      new Map([[cited.id, { id: cited.id, edition: EDITION, language: "fr" }]]),
    );
    expect(await notes.readableNotes([], db)).toEqual(new Map());
    expect((await notes.citations([cited.id, citing.id], db)).get(cited.id)?.map(({ id }) => id)).toEqual([
      citing.id,
    ]);
    expect(await notes.citations([citing.id], db)).toEqual(new Map());
  });
});
