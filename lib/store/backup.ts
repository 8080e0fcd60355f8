import "server-only";
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { look, type StoreDb, type StoreTx } from ".";
import { BACKUP_FORMAT, FileRefused, type BackupCounts } from "./backup-format";
import { anyTable, TABLE_NAMES, TABLES, type Row } from "./tables";

const PAGE = 1_000;

/** The rows of a table, page after page: a store need not fit in memory. */
async function* rowsOf(tx: StoreTx, table: keyof typeof TABLES): AsyncGenerator<Row> {
  for (let offset = 0; ; offset += PAGE) {
    let query = anyTable(tx).selectFrom(table).selectAll().limit(PAGE).offset(offset);
    for (const column of TABLES[table]) query = query.orderBy(column);
    const rows = await query.execute();
    yield* rows;
    if (rows.length < PAGE) return;
  }
}

async function* linesOf(tx: StoreTx, counts: BackupCounts): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const line = (value: unknown) => {
    const text = `${JSON.stringify(value)}\n`;
    hash.update(text);
    return text;
  };
  const migrations = await anyTable(tx)
    .selectFrom("kysely_migration")
    .select("name")
    .orderBy("name")
    .execute();
  yield line({
    ...{ format: BACKUP_FORMAT, version: 1, migrations: migrations.map(({ name }) => name) },
    created_at: new Date().toISOString(),
  });
  for (const table of TABLE_NAMES) {
    counts[table] = 0;
    for await (const row of rowsOf(tx, table)) {
      yield line({ table, row });
      counts[table] += 1;
    }
  }
  yield `${JSON.stringify({ rows: counts, sha256: hash.digest("hex") })}\n`;
}

/** Writes what a transaction sees into a file: whole at once, readable by its owner alone. @returns rows of each table */
export async function writeBackup(tx: StoreTx, file: string): Promise<BackupCounts> {
  const counts: BackupCounts = {};
  const draft = `${file}.${process.pid}.part`;
  try {
    const written = createWriteStream(draft, { mode: 0o600, flush: true });
    await pipeline(Readable.from(linesOf(tx, counts)), createGzip(), written);
    await rename(draft, file);
  } catch (cause) {
    await rm(draft, { force: true });
    const { syscall, message } = cause as NodeJS.ErrnoException;
    throw syscall === undefined ? cause : new FileRefused(message, { cause });
  }
  return counts;
}

/**
 * The whole store in one file, as it is at one moment, while others read and write: compressed lines of JSON, the same
 * for both dialects. Holds hashes of passwords: keep it as the store.
 * @param file replaced when it exists
 * @throws StoreUnavailable, FileRefused
 */
export function backup(file: string, db?: StoreDb): Promise<BackupCounts> {
  return look((tx) => writeBackup(tx, file), db);
}
