/**
 * A process of its own on a store, for tests of several at once and of kills.
 *   open                 reads lines, each a store (a PostgreSQL address or a folder), opens it and answers "ok" or why not
 *   write <store> <name> writes notes without end; once a write is acknowledged, tells it: id, version, body. Its output
 *                        must be a file: one that is full to the brim would refuse a word
 */
import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { createNote, saveNote, type NoteContent } from "@/lib/annotations";
import { openStore } from "@/lib/store";

const open = (store: string) =>
  store.startsWith("postgresql:") ? openStore(store, "") : openStore(undefined, store);
// At once: what is told must have left the process when it is killed.
const tell = (...words: (string | number)[]) => writeSync(1, `${words.join(" ")}\n`);

const [mode, store = "", name = ""] = process.argv.slice(2);

if (mode === "open") {
  tell("ready");
  for await (const line of createInterface({ input: process.stdin })) {
    const told = await open(line).then(
      (db) => db.destroy().then(() => "ok"),
      (cause: unknown) => String(cause),
    );
    tell(told);
  }
} else {
  const db = await open(store);
  await db
    .insertInto("user")
    .values({
      ...{ id: name, email: `${name}@example.org`, display_name: name, password_hash: null, role: "editor" },
      ...{ session_version: 1, disabled_at: null, created_at: "2022-12-31T00:00:00.000Z" },
    })
    .execute();
  const content = (body: string): NoteContent => ({
    ...{ target: "edition", kind: "comment", language: "fr", body, correction: null },
  });
  for (let turn = 0; ; turn++) {
    const first = await createNote({ userId: name }, "essai", content(`${name}-${turn}-a`), db);
    tell(first.id, first.version, first.body);
    const second = await saveNote({ userId: name }, first.id, 1, content(`${name}-${turn}-b`), db);
    tell(second.id, second.version, second.body);
  }
}
