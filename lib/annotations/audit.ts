import "server-only";
import { look, type AuditTable, type StoreDb } from "@/lib/store";
import { sql, type Selectable } from "kysely";
import { requirePerson, type Actor } from "./actor";

export type AuditLine = Selectable<AuditTable>;

/**
 * Who did what, latest first. @param search looked for in names, actions, subjects and ids of requests @param before lines older than this `seq`
 * @throws Forbidden for anyone but an admin, StoreUnavailable
 */
export async function auditLines(
  actor: Actor,
  search: string,
  before?: number,
  limit = 100,
  db?: StoreDb,
): Promise<AuditLine[]> {
  const pattern = `%${search.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
  return look(async (tx) => {
    await requirePerson(tx, actor, "admin");
    return tx
      .selectFrom("audit")
      .selectAll()
      .where(({ or, ref }) =>
        or(
          (["user_name", "action", "subject", "request"] as const).map(
            // SQLite has no character that escapes unless it is named.
            (column) => sql<boolean>`lower(${ref(column)}) LIKE lower(${pattern}) ESCAPE '\\'`,
          ),
        ),
      )
      .$if(before !== undefined, (query) => query.where("seq", "<", before as number))
      .orderBy("seq", "desc")
      .limit(limit)
      .execute();
  }, db);
}
