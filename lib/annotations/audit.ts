import "server-only";
import { ask, type AuditTable, type StoreDb } from "@/lib/store";
import type { Selectable } from "kysely";
import { requirePerson, type Actor } from "./actor";

export type AuditLine = Selectable<AuditTable>;

/**
 * Who did what, latest first. @param search looked for in names, actions and subjects @param before lines older than this `seq`
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
  return ask(
    (opened) =>
      opened.transaction().execute(async (tx) => {
        await requirePerson(tx, actor, "admin");
        return tx
          .selectFrom("audit")
          .selectAll()
          .where(({ eb, or, fn, val }) =>
            or(
              (["user_name", "action", "subject"] as const).map((column) =>
                eb(fn<string>("lower", [column]), "like", fn<string>("lower", [val(pattern)])),
              ),
            ),
          )
          .$if(before !== undefined, (query) => query.where("seq", "<", before as number))
          .orderBy("seq", "desc")
          .limit(limit)
          .execute();
      }),
    db,
  );
}
