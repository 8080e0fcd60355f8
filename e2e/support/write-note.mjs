/** Publishes notes into the store of DATABASE_URL or STATE_DIR, as the program does: one account, and a JSON list of contents on stdin. */
import { text } from "node:stream/consumers";
import { createNote, publishNote } from "../../lib/annotations/index.ts";
import { openStore } from "../../lib/store/index.ts";

const store = await openStore(process.env.DATABASE_URL || undefined, process.env.STATE_DIR);
const [email] = process.argv.slice(2);
const { id } = await store
  .selectFrom("user")
  .select("id")
  .where("email", "=", email)
  .executeTakeFirstOrThrow();
for (const content of JSON.parse(await text(process.stdin))) {
  const note = await createNote({ userId: id }, "demo", content, store);
  await publishNote({ userId: id }, note.id, note.version, undefined, store);
}
await store.destroy();
