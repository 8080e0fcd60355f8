import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { purge, PurgeRefused } from "@/lib/annotations/purge";
import { env } from "@/lib/env";
import { openStore, StoreUnavailable, type StoreDb } from "@/lib/store";
import { backup } from "@/lib/store/backup";
import { FileRefused, RestoreRefused, type BackupCounts } from "@/lib/store/backup-format";
import { STORE_FILE } from "@/lib/store/embedded";
import { restore } from "@/lib/store/restore";
import { CommandError } from "../data/command-error";

const place = () => (env.DATABASE_URL ? "the PostgreSQL server" : join(env.STATE_DIR, STORE_FILE));

const TOLD = {
  user: "accounts",
  note: "notes",
  note_version: "versions",
  report: "reports",
  audit: "audit lines",
};

const told = (counts: BackupCounts) =>
  Object.entries(TOLD)
    .map(([table, name]) => `${counts[table] ?? 0} ${name}`)
    .join(", ");

/** Opens the store for some work. @throws CommandError with what the person can act on */
async function withStore<T>(work: (db: StoreDb) => Promise<T>): Promise<T> {
  let db: StoreDb | undefined;
  try {
    db = await openStore(env.DATABASE_URL, env.STATE_DIR);
    return await work(db);
  } catch (cause) {
    if (cause instanceof StoreUnavailable)
      throw new CommandError(`${place()} can't be reached or written (${(cause.cause as Error).message})`, {
        cause,
      });
    if (cause instanceof FileRefused) throw new CommandError(cause.message, { cause });
    throw cause;
  } finally {
    await db?.destroy();
  }
}

export async function backupCommand(file: string): Promise<number> {
  // Opening would make an empty one, whose backup is of no use to anybody.
  if (!env.DATABASE_URL && !existsSync(place())) throw new CommandError(`there is no store at ${place()}`);
  const counts = await withStore((db) => backup(file, db));
  console.log(`${place()} is in ${file}: ${told(counts)}`);
  return 0;
}

export async function restoreCommand(file: string, replace: boolean): Promise<number> {
  if (!existsSync(file)) throw new CommandError(`there is no file ${file}`);
  const stamp = new Date().toISOString().replaceAll(":", "-");
  const kept = join(env.STATE_DIR, `replaced-${stamp}.ndjson.gz`);
  try {
    const counts = await withStore((db) => restore(file, replace ? kept : undefined, db));
    if (existsSync(kept)) console.log(`what was there before is in ${kept}`);
    console.log(`${file} is in ${place()}: ${told(counts)}`);
    return 0;
  } catch (cause) {
    if (!(cause instanceof RestoreRefused)) throw cause;
    const remedy = cause.message.startsWith("the store is not empty") ? "; --replace replaces it" : "";
    throw new CommandError(`${file} is not restored, nothing is changed: ${cause.message}${remedy}`, {
      cause,
    });
  }
}

const KEPT = {
  gone: "there is none: its name is in the audit log and in the address of its page",
  kept: "a note must be deleted first, and a report closed",
};

export async function purgeCommand(subject: string): Promise<number> {
  if (!env.DATABASE_URL && !existsSync(place())) throw new CommandError(`there is no store at ${place()}`);
  try {
    const texts = await withStore((db) => purge(`command line (${userInfo().username})`, subject, db));
    console.log(`${subject} is removed for good (${texts} texts); backups made before still hold it`);
    return 0;
  } catch (cause) {
    if (!(cause instanceof PurgeRefused)) throw cause;
    throw new CommandError(`${subject} is not removed: ${KEPT[cause.reason]}`, { cause });
  }
}
