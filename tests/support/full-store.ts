import { PostgresAdapter, sql } from "kysely";
import type { StoreDb } from "@/lib/store";
import type { TABLES } from "@/lib/store/tables";
import { anyTable, TABLE_NAMES, type Row } from "@/lib/store/tables";

/** Texts that a careless file changes: line ends, quotes, what JSON or SQL escape, no character at all. */
export const HARD = [
  "",
  "a\r\nb\u2028c\td",
  `'"\\\\n";--`,
  "é e\u0301 \u{1f3d4} \u00a0",
  "null",
  "<!-- -->",
  "0012",
];

const at = "2022-12-31T00:00:00.000Z";

/** Rows of every table, referring to one another, with texts that are hard to carry. */
export const FULL: Record<keyof typeof TABLES, Row[]> = {
  user: HARD.map((text, index) => ({
    ...{ id: `u${index}`, email: `${index}@example.org`, display_name: text, created_at: at },
    ...{ role: index ? "editor" : "admin", session_version: index + 1 },
    ...{ password_hash: index ? `$argon2id$${index}` : null, disabled_at: index > 3 ? at : null },
  })),
  user_token: [
    { token_hash: "t", purpose: "invitation", user_id: "u1", expires_at: at, used_at: null, created_at: at },
  ],
  identity: [{ issuer: "https://id.example.org", subject: "s", user_id: "u1", created_at: at }],
  attempt: [{ key: "report:x", window_start: at, count: 3 }],
  note: HARD.map((text, index) => ({
    ...{ id: `n${index}`, edition: "2022", target: "edition", kind: "comment", language: "fr", body: text },
    ...{ correction: index ? JSON.stringify({ text }) : null, status: "draft", published_at: null },
    ...{ version: 2, author_id: "u1", author_name: "Ada", created_at: at, updated_at: at, deleted_at: null },
  })),
  note_version: HARD.flatMap((text, index) =>
    [1, 2].map((version) => ({
      ...{
        note_id: `n${index}`,
        version,
        action: "saved",
        target: "edition",
        kind: "comment",
        language: "fr",
      },
      ...{ body: `${text}${version}`, correction: null, status: "draft", published_at: null },
      ...{ author_id: "u1", author_name: text, created_at: at },
    })),
  ),
  note_draft: [
    { user_id: "u1", edition: "2022", subject: "n1", base_version: 2, content: "{}", updated_at: at },
  ],
  notes_state: [{ edition: "2022", revision: 41 }],
  report: HARD.map((text, index) => ({
    ...{ id: `r${index}`, edition: "2022", target: "edition", message: text, contact: null, status: "open" },
    ...{ answer: null, note_id: index ? "n1" : null, handled_by: null, handled_at: null, created_at: at },
  })),
  edition_change: [
    { id: "e", edition: "2022", action: "published", identity: "x", user_id: "u1", created_at: at },
  ],
  // More than a page of a backup; numbers with holes, as refused writes leave them.
  audit: Array.from({ length: 2_345 }, (_, index) => ({
    ...{ seq: 2 * index + 1, at, user_id: "u1", user_name: "Ada", action: "a", subject: "s", detail: "{}" },
    request: index % 3 ? `request-${index}` : null,
  })),
};

/** Fills an empty store with rows of every table. */
export async function fillStore(db: StoreDb): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const table of TABLE_NAMES)
      for (let start = 0; start < FULL[table].length; start += 500)
        await anyTable(tx)
          .insertInto(table)
          .values(FULL[table].slice(start, start + 500))
          .execute();
    // As if the server itself had numbered the lines.
    if (tx.getExecutor().adapter instanceof PostgresAdapter)
      await sql`SELECT setval(pg_get_serial_sequence('audit', 'seq'), max(seq)) FROM audit`.execute(tx);
  });
}

const compare = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** Everything a store holds, in an order that no collation changes. */
export async function contentsOf(db: StoreDb): Promise<Record<string, Row[]>> {
  const tables = TABLE_NAMES.map(async (table) => {
    const rows = await db.transaction().execute((tx) => anyTable(tx).selectFrom(table).selectAll().execute());
    const sorted = rows.map((row) => Object.fromEntries(Object.entries(row).toSorted(compare)));
    return [table, sorted.toSorted(compare)] as const;
  });
  return Object.fromEntries(await Promise.all(tables));
}
