import "server-only";
import { PostgresAdapter, sql } from "kysely";
import { StoreUnavailable, write, type StoreDb, type StoreTx } from ".";
import { withAuditOpen } from "./append-only";
import { recordAudit } from "./audit";
import { writeBackup } from "./backup";
import { RestoreRefused, type BackupCounts } from "./backup-format";
import { rowsIn } from "./backup-rows";
import { storeError } from "./errors";
import { anyTable, TABLE_NAMES, type Row } from "./tables";

const BATCH = 200;

async function insert(tx: StoreTx, table: string, rows: readonly Row[]) {
  if (rows.length === 0) return;
  try {
    await anyTable(tx).insertInto(table).values(rows).execute();
  } catch (cause) {
    if (storeError(cause) instanceof StoreUnavailable) throw cause;
    throw new RestoreRefused(`its rows of ${table} are not as this version has them`, { cause });
  }
}

/** Writes the rows of a file into empty tables. */
async function fill(tx: StoreTx, file: string): Promise<void> {
  let batch: { table: string; columns: string; rows: Row[] } = { table: "", columns: "", rows: [] };
  for await (const { table, row } of rowsIn(file)) {
    const columns = Object.keys(row).join();
    if (batch.table !== table || batch.columns !== columns || batch.rows.length === BATCH) {
      await insert(tx, batch.table, batch.rows);
      batch = { table, columns, rows: [] };
    }
    batch.rows.push(row);
  }
  await insert(tx, batch.table, batch.rows);
  if (tx.getExecutor().adapter instanceof PostgresAdapter)
    await sql`SELECT setval(pg_get_serial_sequence('audit', 'seq'), max(seq)) FROM audit HAVING max(seq) IS NOT NULL`.execute(
      tx,
    );
}

const countersOf = async (tx: StoreTx) => ({
  revisions: await tx.selectFrom("notes_state").selectAll().execute(),
  sessions: await tx.selectFrom("user").select(["id", "session_version"]).execute(),
});

type Counters = Awaited<ReturnType<typeof countersOf>>;

/** What outlives a store that is replaced: neither an identity of its notes nor a session that ended may come back. */
async function carryOn(tx: StoreTx, before: Counters): Promise<void> {
  const restored = await countersOf(tx);
  const revisions = new Map(restored.revisions.map(({ edition, revision }) => [edition, revision]));
  for (const { edition, revision } of before.revisions) {
    const raised = { revision: Math.max(revision, revisions.get(edition) ?? 0) + 1 };
    await tx
      .insertInto("notes_state")
      .values({ edition, ...raised })
      .onConflict((conflict) => conflict.column("edition").doUpdateSet(raised))
      .execute();
  }
  const ended = new Map(before.sessions.map(({ id, session_version }) => [id, session_version]));
  for (const { id, session_version } of restored.sessions) {
    const raised = { session_version: Math.max(session_version, ended.get(id) ?? 0) + 1 };
    await tx.updateTable("user").set(raised).where("id", "=", id).execute();
  }
}

const HELD = ["user", "note", "report", "edition_change"] as const;

/**
 * Brings a backup back, all of it or nothing. Into a store without accounts, notes, reports or editions it makes the
 * store that was backed up, to the last value, whichever dialect either is.
 * @param replace allows a store that holds something; a backup of it is first written to this file, in the same
 *   transaction, so that nothing written meanwhile is lost
 * @throws RestoreRefused with why, StoreUnavailable
 */
export function restore(file: string, replace: string | undefined, db?: StoreDb): Promise<BackupCounts> {
  return write(async (tx) => {
    if (tx.getExecutor().adapter instanceof PostgresAdapter) {
      const tables = sql.join(TABLE_NAMES.map((table) => sql.table(table)));
      await sql`LOCK TABLE ${tables} IN EXCLUSIVE MODE`.execute(tx);
    }
    const held: string[] = [];
    for (const table of HELD)
      if (await anyTable(tx).selectFrom(table).selectAll().limit(1).executeTakeFirst()) held.push(table);
    if (held.length > 0 && replace === undefined)
      throw new RestoreRefused(`the store is not empty (${held.join(", ")})`);
    const before = await countersOf(tx);
    if (held.length > 0) await writeBackup(tx, replace!);
    await withAuditOpen(tx, async () => {
      for (const table of TABLE_NAMES.toReversed()) await anyTable(tx).deleteFrom(table).execute();
    });
    await fill(tx, file);
    if (held.length > 0) {
      await carryOn(tx, before);
      await recordAudit(tx, { id: null, name: "command line" }, "store-restored", "store");
    }
    const counts: BackupCounts = {};
    for (const table of TABLE_NAMES) {
      const { count } = await anyTable(tx)
        .selectFrom(table)
        .select((eb) => eb.fn.countAll().as("count"))
        .executeTakeFirstOrThrow();
      counts[table] = Number(count);
    }
    return counts;
  }, db);
}
