import "server-only";
import { PostgresAdapter, sql, type QueryExecutorProvider, type RawBuilder } from "kysely";

const SAID = "lines of the audit are never changed nor removed";

const onServer = (db: QueryExecutorProvider) => db.getExecutor().adapter instanceof PostgresAdapter;

/** One trigger each: SQLite has none for several events, and replaces a row without telling a trigger of its removal. */
const EMBEDDED: Readonly<Record<string, string>> = {
  audit_unchanged: "BEFORE UPDATE ON audit",
  audit_kept: "BEFORE DELETE ON audit",
  audit_not_replaced: "BEFORE INSERT ON audit WHEN NEW.seq IN (SELECT seq FROM audit)",
};

const run = async (db: QueryExecutorProvider, statements: readonly RawBuilder<unknown>[]) => {
  for (const statement of statements) await statement.execute(db);
};

/** Makes the audit a table that only grows, for whoever writes into the database, this program among them. */
export async function sealAudit(db: QueryExecutorProvider): Promise<void> {
  if (onServer(db))
    return run(db, [
      sql`CREATE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS ${sql.lit(
        `BEGIN RAISE EXCEPTION '${SAID}'; END`,
      )}`,
      sql`CREATE TRIGGER audit_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
        FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows()`,
    ]);
  return run(
    db,
    Object.entries(EMBEDDED).map(
      ([name, when]) =>
        sql`CREATE TRIGGER ${sql.ref(name)} ${sql.raw(when)} BEGIN SELECT RAISE(ABORT, ${sql.lit(SAID)}); END`,
    ),
  );
}

/**
 * Lets some work empty or rewrite the audit: a restore alone, which replaces the whole store. In the work's transaction:
 * nobody else ever finds the table open, and what fails leaves it closed.
 */
export async function withAuditOpen(db: QueryExecutorProvider, work: () => Promise<void>): Promise<void> {
  // Taking the trigger away would wait for whoever reads the table.
  const turn = (state: "DISABLE" | "ENABLE") =>
    sql`ALTER TABLE audit ${sql.raw(state)} TRIGGER audit_only_grows`.execute(db);
  if (onServer(db)) {
    await turn("DISABLE");
    await work();
    await turn("ENABLE");
    return;
  }
  await run(
    db,
    Object.keys(EMBEDDED).map((name) => sql`DROP TRIGGER ${sql.ref(name)}`),
  );
  await work();
  await sealAudit(db);
}
