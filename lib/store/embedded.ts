import "server-only";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDialect,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  type TransactionSettings,
} from "kysely";
import Database from "libsql";

/** How long a writer waits for another process, in milliseconds. */
const PATIENCE_MS = 3_000;
/** How much of it inside SQLite, where nothing else of this process goes on. */
const BUSY_MS = 5;

const isBusy = (cause: unknown) => /^SQLITE_BUSY/.test((cause as { code?: string }).code ?? "");

/**
 * Tries again while another process writes. SQLite's own waiting holds the whole process, tries ever more rarely, so
 * that one that writes much starves the others, and does not cover the making of a file by several at once.
 */
async function patiently<T>(attempt: () => T): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return attempt();
    } catch (cause) {
      // What found the store busy has done nothing.
      if (!isBusy(cause) || Date.now() > end) throw cause;
      await sleep(1 + Math.random() * 8);
    }
  }
}

/** Name of the embedded store in STATE_DIR. */
export const STORE_FILE = "observatoire.sqlite";

function open(folder: string): Database.Database {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = new Database(join(folder, STORE_FILE), { timeout: BUSY_MS });
  try {
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = FULL");
    database.pragma("foreign_keys = ON");
    return database;
  } catch (cause) {
    database.close();
    throw cause;
  }
}

/** One connection, which Kysely gives to one piece of work at a time. */
class EmbeddedDriver implements Driver, DatabaseConnection {
  #database: Database.Database | undefined;
  readonly #folder: string;
  constructor(folder: string) {
    this.#folder = folder;
  }

  async init(): Promise<void> {
    this.#database = await patiently(() => open(this.#folder));
  }
  async acquireConnection(): Promise<DatabaseConnection> {
    return this;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    this.#database ??= await patiently(() => open(this.#folder));
    const statement = this.#database.prepare(sql);
    try {
      if (statement.reader) return { rows: await patiently(() => statement.all(parameters) as R[]) };
      const { changes } = await patiently(() => statement.run(parameters));
      return { rows: [], numAffectedRows: BigInt(changes) };
    } catch (cause) {
      // libsql 0.5 leaves a statement that found the store busy under way until it is run again, and no transaction of
      // the connection can then be committed. Nothing else is under way: another connection takes its place.
      if (isBusy(cause)) await this.destroy();
      throw cause;
    }
  }
  streamQuery(): never {
    throw new Error("the store is read by pages, not by streams");
  }

  /**
   * Writers take their turn at the start of a transaction: one begun as a reader can't become a writer safely. Readers
   * wait for nobody and see one state.
   */
  async beginTransaction(_: DatabaseConnection, { accessMode }: TransactionSettings): Promise<void> {
    await this.executeQuery(CompiledQuery.raw(accessMode === "read only" ? "begin" : "begin immediate"));
  }
  async commitTransaction(): Promise<void> {
    await this.executeQuery(CompiledQuery.raw("commit"));
  }
  async rollbackTransaction(): Promise<void> {
    await this.executeQuery(CompiledQuery.raw("rollback"));
  }
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {
    this.#database?.close();
    this.#database = undefined;
  }
}

// Migrations run in one transaction, begun as a writer: processes that start together wait for one another.
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class EmbeddedDialect extends SqliteDialect {
  readonly #folder: string;
  constructor(folder: string) {
    super({ database: () => Promise.reject(new Error("the driver opens the file")) });
    this.#folder = folder;
  }
  override createAdapter() {
    return new TransactionalAdapter();
  }
  override createDriver() {
    return new EmbeddedDriver(this.#folder);
  }
}

/** SQLite in the process, safe against a kill and beside other processes. @param folder made when absent */
export const embedded = (folder: string): SqliteDialect => new EmbeddedDialect(folder);
