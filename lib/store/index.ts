import "server-only";
import { Kysely, type Transaction } from "kysely";
import { Migrator } from "kysely/migration";
import { env } from "@/lib/env";
import { embedded } from "./embedded";
import { StoreUnavailable, storeError } from "./errors";
import { migrationsFor } from "./migrations";
import type { Store } from "./schema";
import { server } from "./server";

export { StoreConflict, StoreUnavailable } from "./errors";
export type * from "./schema";

export type StoreDb = Kysely<Store>;
export type StoreTx = Transaction<Store>;

/**
 * Opens a store and brings its tables to this program's state. Several processes may do so at once.
 * @param databaseUrl a PostgreSQL server; undefined, SQLite in `stateDir`
 * @throws StoreUnavailable when it can't be reached or written
 */
export async function openStore(databaseUrl: string | undefined, stateDir: string): Promise<StoreDb> {
  const db = new Kysely<Store>({ dialect: databaseUrl ? server(databaseUrl) : embedded(stateDir) });
  const migrations = migrationsFor(databaseUrl ? "postgres" : "sqlite");
  // Both dialects take a lock first: processes that start together wait for one another.
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest().catch((cause: unknown) => ({ error: cause }));
  if (error) {
    await db.destroy();
    throw storeError(error);
  }
  return db;
}

// One store a process: Next bundles pages, handlers and instrumentation apart.
const shared = globalThis as typeof globalThis & { observatoryStore?: Promise<StoreDb> };

/** The store of this process, opened when first asked; a failed opening is tried again at the next question. */
export function store(): Promise<StoreDb> {
  shared.observatoryStore ??= openStore(env.DATABASE_URL, env.STATE_DIR).catch((cause: unknown) => {
    shared.observatoryStore = undefined;
    throw cause;
  });
  return shared.observatoryStore;
}

/**
 * Asks the store something. @throws StoreUnavailable, StoreConflict (the same for both dialects), or what `question` throws
 */
export async function ask<T>(question: (db: StoreDb) => Promise<T>, db?: StoreDb): Promise<T> {
  try {
    return await question(db ?? (await store()));
  } catch (cause) {
    throw storeError(cause);
  }
}

/** Writes all of it or nothing. @throws as `ask` */
export async function write<T>(work: (tx: StoreTx) => Promise<T>, db?: StoreDb): Promise<T> {
  return ask((opened) => opened.transaction().execute(work), db);
}

/** Several questions of one state of the store; they hold no writer up. @throws as `ask` */
export async function look<T>(questions: (tx: StoreTx) => Promise<T>, db?: StoreDb): Promise<T> {
  return ask(
    (opened) =>
      opened.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(questions),
    db,
  );
}

/** True when the store answers. Readiness tells of it without failing. */
export async function storeAnswers(): Promise<boolean> {
  try {
    await ask((db) => db.selectFrom("notes_state").select("edition").limit(1).execute());
    return true;
  } catch (cause) {
    if (cause instanceof StoreUnavailable) return false;
    throw cause;
  }
}
