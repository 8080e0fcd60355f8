import "server-only";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type SqliteDatabase,
  type SqliteDialectConfig,
  type TransactionSettings,
} from "kysely";
import Database from "libsql";

/** How long a writer waits for another process, in milliseconds. */
const PATIENCE_MS = 3_000;

/**
 * Writers take their turn at the start of a transaction: one begun as a reader can't become a writer safely. Readers
 * wait for nobody and see one state.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings = {},
  ): Promise<void> {
    const begin = settings.accessMode === "read only" ? "begin" : "begin immediate";
    await connection.executeQuery(CompiledQuery.raw(begin));
  }
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class EmbeddedDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }
  // Migrations run in one transaction, begun as a writer: processes that start together wait for one another.
  override createAdapter() {
    return new TransactionalAdapter();
  }
  override createDriver() {
    return new ImmediateDriver(this.#config);
  }
}

/** Name of the embedded store in STATE_DIR. */
export const STORE_FILE = "observatoire.sqlite";

/** SQLite in the process, safe against a kill and beside other processes. @param folder made when absent */
export function embedded(folder: string): SqliteDialect {
  return new EmbeddedDialect({
    database: async () => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const database = new Database(join(folder, STORE_FILE), { timeout: PATIENCE_MS });
      database.pragma("journal_mode = WAL");
      database.pragma("synchronous = FULL");
      database.pragma("foreign_keys = ON");
      database.pragma(`busy_timeout = ${PATIENCE_MS}`);
      return database as unknown as SqliteDatabase;
    },
  });
}
