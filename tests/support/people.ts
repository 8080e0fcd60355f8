import type { Role, StoreDb } from "@/lib/store";
import { emptyTables } from "./empty-tables";

const WRITTEN = ["note_draft", "note_version", "report", "note", "notes_state", "audit", "user"] as const;

/** Empties a store of what people wrote, and gives it an `editor` and an `admin`, whose ids are so. */
export async function writePeople(db: StoreDb): Promise<void> {
  await emptyTables(db, WRITTEN);
  for (const role of ["editor", "admin"] satisfies Role[])
    await db
      .insertInto("user")
      .values({
        ...{ id: role, email: `${role}@example.org`, display_name: `The ${role}`, password_hash: null },
        ...{ role, session_version: 1, disabled_at: null, created_at: "2022-12-31T00:00:00.000Z" },
      })
      .execute();
}
