import "server-only";
import { StoreUnavailable, write, type StoreDb, type StoreTx } from "@/lib/store";
import { now, record, requirePerson, type Actor, type Person } from "./actor";
import { stateOf, type DeskState } from "./desk";
import { fromRow } from "./note";
import { changeNote, NoteGone, OPERATIONS, publication, StaleNote } from "./note-changes";

export const BULK_CHANGES = ["publish", "withdraw", "delete", "undelete"] as const;
export type BulkChange = (typeof BULK_CHANGES)[number];

/**
 * What a change of many is for one note: done, nothing to do, changed by someone since, gone, over the limit, or the store
 * did not answer.
 */
export const BULK_OUTCOMES = ["done", "unchanged", "stale", "gone", "limit", "store"] as const;
export type BulkOutcome = (typeof BULK_OUTCOMES)[number];
/** @property target null when there is no such note */
export type BulkResult = { id: string; target: string | null; outcome: BulkOutcome };

/** Notes that one editor may change in bulk in ten minutes: a stolen account defaces no more. */
export const BULK_LIMIT = 50;
const WINDOW_MS = 10 * 60_000;
const ACTION = "note-bulk";

/** States of a note that a change says something to. */
const FROM: Record<BulkChange, readonly DeskState[]> = {
  publish: ["draft", "scheduled", "withdrawn"],
  withdraw: ["scheduled", "published"],
  delete: ["draft", "scheduled", "published", "withdrawn"],
  undelete: ["deleted"],
};

class OverLimit extends Error {}

/** Counts one more change in bulk, in its transaction. @throws OverLimit */
async function countOne(tx: StoreTx, person: Person, subject: string): Promise<void> {
  // An editor's changes wait for one another, so that two forms sent at once are counted as well.
  await tx
    .updateTable("user")
    .set((eb) => ({ session_version: eb.ref("session_version") }))
    .where("id", "=", person.id)
    .execute();
  const { count } = await tx
    .selectFrom("audit")
    .select((eb) => eb.fn.countAll().as("count"))
    .where("user_id", "=", person.id)
    .where("action", "=", ACTION)
    .where("at", ">", new Date(Date.parse(now()) - WINDOW_MS).toISOString())
    .executeTakeFirstOrThrow();
  if (Number(count) >= BULK_LIMIT) throw new OverLimit("too many notes changed at once");
  await record(tx, person, ACTION, subject);
}

async function changeOne(
  actor: Actor,
  change: BulkChange,
  { id, version }: { id: string; version: number },
  db: StoreDb | undefined,
): Promise<BulkResult> {
  let target: string | null = null;
  return write(async (tx): Promise<BulkOutcome> => {
    const person = await requirePerson(tx, actor);
    const row = await tx.selectFrom("note").selectAll().where("id", "=", id).executeTakeFirst();
    if (!row) return "gone";
    target = row.target;
    if (row.version !== version) return "stale";
    if (!FROM[change].includes(stateOf(fromRow(row)))) return "unchanged";
    await countOne(tx, person, `note/${id}`);
    const operation = change === "publish" ? publication() : OPERATIONS[change];
    await changeNote(tx, person, { id, base: version, ...operation });
    return "done";
  }, db)
    .catch((cause: unknown): BulkOutcome => {
      if (cause instanceof OverLimit) return "limit";
      if (cause instanceof StaleNote) return "stale";
      if (cause instanceof NoteGone) return "gone";
      if (cause instanceof StoreUnavailable) return "store";
      throw cause;
    })
    .then((outcome) => ({ id, target, outcome }));
}

/**
 * Does the same with many notes, each by itself: what can't be done for one does not undo the others.
 * @param wanted notes, each at the version that the editor saw
 * @throws Forbidden
 */
export async function changeNotes(
  actor: Actor,
  change: BulkChange,
  wanted: readonly { id: string; version: number }[],
  db?: StoreDb,
): Promise<BulkResult[]> {
  const results: BulkResult[] = [];
  for (const one of wanted) results.push(await changeOne(actor, change, one, db));
  return results;
}
