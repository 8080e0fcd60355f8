import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NoteTable } from "@/lib/store/schema";
import { openStore, StoreUnavailable, type StoreDb } from "@/lib/store";

const shared = globalThis as typeof globalThis & { observatoryStore?: Promise<StoreDb> };
const AT = "2023-01-01T00:00:00.000Z";

/** A store of the test's own, which the program takes for its store, with one author. */
export async function notedStore() {
  const folder = mkdtempSync(join(tmpdir(), "notes-"));
  const db = await openStore(undefined, folder);
  shared.observatoryStore = Promise.resolve(db);
  await db
    .insertInto("user")
    .values({
      ...{ id: "a", email: "ada@example.org", display_name: "Ada", password_hash: null, role: "editor" },
      ...{ session_version: 1, disabled_at: null, created_at: AT },
    })
    .execute();
  return {
    /** Writes a published note; what is given changes it. */
    async publish(note: Partial<NoteTable> & Pick<NoteTable, "edition" | "target" | "body">): Promise<void> {
      await db
        .insertInto("note")
        .values({
          ...{ id: note.body, kind: "comment", language: "fr", correction: null, status: "published" },
          ...{
            published_at: AT,
            version: 1,
            author_id: "a",
            author_name: "Ada",
            created_at: AT,
            updated_at: AT,
          },
          deleted_at: null,
          ...note,
        })
        .execute();
    },
    /** The program finds its store away, as long as some work lasts. */
    async away(work: () => Promise<void>): Promise<void> {
      const gone = Promise.reject(new StoreUnavailable("away"));
      gone.catch(() => undefined);
      shared.observatoryStore = gone;
      await work();
      shared.observatoryStore = Promise.resolve(db);
    },
    async close(): Promise<void> {
      shared.observatoryStore = undefined;
      await db.destroy();
      rmSync(folder, { recursive: true });
    },
  };
}
