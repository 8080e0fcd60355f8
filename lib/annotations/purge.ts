import "server-only";
import { write, type StoreDb, type StoreTx } from "@/lib/store";
import { recordAudit } from "@/lib/store/audit";

/** What may be removed for good, as the audit names it. */
export const PURGEABLE = /^(note|report)\/([0-9a-f-]{36})$/;

/** It is not removed, and why: there is no such thing, or readers or editors still have it. */
export class PurgeRefused extends Error {
  constructor(readonly reason: "gone" | "kept") {
    super(reason);
  }
}

async function purgeNote(tx: StoreTx, id: string): Promise<number> {
  const note = await tx.selectFrom("note").select("deleted_at").where("id", "=", id).executeTakeFirst();
  if (!note) throw new PurgeRefused("gone");
  if (note.deleted_at === null) throw new PurgeRefused("kept");
  await tx.updateTable("report").set({ note_id: null }).where("note_id", "=", id).execute();
  await tx.deleteFrom("note_draft").where("subject", "=", id).execute();
  const { numDeletedRows } = await tx.deleteFrom("note_version").where("note_id", "=", id).executeTakeFirst();
  await tx.deleteFrom("note").where("id", "=", id).execute();
  return Number(numDeletedRows);
}

async function purgeReport(tx: StoreTx, id: string): Promise<number> {
  const report = await tx.selectFrom("report").select("status").where("id", "=", id).executeTakeFirst();
  if (!report) throw new PurgeRefused("gone");
  if (report.status === "open") throw new PurgeRefused("kept");
  await tx.deleteFrom("report").where("id", "=", id).execute();
  return 1;
}

/**
 * Removes for good what someone has the right to see removed: a deleted note with every version and draft of it, or a
 * closed report. The audit keeps who did what and when, which holds none of their words, and that this was removed.
 * @param by who removes it, for the audit
 * @param subject `note/<id>` or `report/<id>`
 * @returns how many texts are gone
 * @throws PurgeRefused, StoreUnavailable
 */
export async function purge(by: string, subject: string, db?: StoreDb): Promise<number> {
  const [, kind, id = ""] = PURGEABLE.exec(subject) ?? [];
  if (kind === undefined) throw new PurgeRefused("gone");
  return write(async (tx) => {
    const texts = await (kind === "note" ? purgeNote(tx, id) : purgeReport(tx, id));
    await recordAudit(tx, { id: null, name: by }, `${kind}-purged`, subject, { texts });
    return texts;
  }, db);
}
