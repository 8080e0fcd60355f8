import "server-only";
import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { sealAudit } from "./append-only";

/** Types and clauses that the two dialects write each in its way. */
export type DialectName = "sqlite" | "postgres";

type Any = Kysely<unknown>;

async function createAccounts(db: Any): Promise<void> {
  await db.schema
    .createTable("user")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("email", "text", (c) => c.notNull().unique())
    .addColumn("display_name", "text", (c) => c.notNull())
    .addColumn("password_hash", "text")
    .addColumn("role", "text", (c) => c.notNull().check(sql`role IN ('editor', 'admin')`))
    .addColumn("session_version", "integer", (c) => c.notNull())
    .addColumn("disabled_at", "text")
    .addColumn("created_at", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("user_token")
    .addColumn("token_hash", "text", (c) => c.primaryKey())
    .addColumn("purpose", "text", (c) => c.notNull())
    .addColumn("user_id", "text", (c) => c.references("user.id"))
    .addColumn("expires_at", "text", (c) => c.notNull())
    .addColumn("used_at", "text")
    .addColumn("created_at", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("attempt")
    .addColumn("key", "text", (c) => c.notNull())
    .addColumn("window_start", "text", (c) => c.notNull())
    .addColumn("count", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("attempt_key", ["key", "window_start"])
    .execute();
}

async function createNotes(db: Any): Promise<void> {
  await db.schema
    .createTable("note")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("edition", "text", (c) => c.notNull())
    .addColumn("target", "text", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("language", "text", (c) => c.notNull())
    .addColumn("body", "text", (c) => c.notNull())
    .addColumn("correction", "text")
    .addColumn("status", "text", (c) => c.notNull().check(sql`status IN ('draft', 'published', 'withdrawn')`))
    .addColumn("published_at", "text")
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("author_id", "text", (c) => c.notNull().references("user.id"))
    .addColumn("author_name", "text", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("updated_at", "text", (c) => c.notNull())
    .addColumn("deleted_at", "text")
    .execute();
  await db.schema.createIndex("note_by_target").on("note").columns(["edition", "target"]).execute();
  await db.schema
    .createTable("note_version")
    .addColumn("note_id", "text", (c) => c.notNull().references("note.id"))
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("action", "text", (c) => c.notNull())
    .addColumn("target", "text", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("language", "text", (c) => c.notNull())
    .addColumn("body", "text", (c) => c.notNull())
    .addColumn("correction", "text")
    .addColumn("status", "text", (c) => c.notNull())
    .addColumn("published_at", "text")
    .addColumn("author_id", "text", (c) => c.notNull())
    .addColumn("author_name", "text", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("note_version_key", ["note_id", "version"])
    .execute();
  await db.schema
    .createTable("note_draft")
    .addColumn("user_id", "text", (c) => c.notNull().references("user.id"))
    .addColumn("edition", "text", (c) => c.notNull())
    .addColumn("subject", "text", (c) => c.notNull())
    .addColumn("base_version", "integer", (c) => c.notNull())
    .addColumn("content", "text", (c) => c.notNull())
    .addColumn("updated_at", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("note_draft_key", ["user_id", "edition", "subject"])
    .execute();
  await db.schema
    .createTable("notes_state")
    .addColumn("edition", "text", (c) => c.primaryKey())
    .addColumn("revision", "integer", (c) => c.notNull())
    .execute();
}

async function createDesk(db: Any, dialect: DialectName): Promise<void> {
  await db.schema
    .createTable("report")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("edition", "text", (c) => c.notNull())
    .addColumn("target", "text", (c) => c.notNull())
    .addColumn("message", "text", (c) => c.notNull())
    .addColumn("contact", "text")
    .addColumn("status", "text", (c) => c.notNull())
    .addColumn("answer", "text")
    .addColumn("note_id", "text", (c) => c.references("note.id"))
    .addColumn("handled_by", "text")
    .addColumn("handled_at", "text")
    .addColumn("created_at", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("edition_change")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("edition", "text", (c) => c.notNull())
    .addColumn("action", "text", (c) => c.notNull())
    .addColumn("identity", "text", (c) => c.notNull())
    .addColumn("user_id", "text", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("audit")
    .addColumn("seq", dialect === "postgres" ? "serial" : "integer", (c) =>
      dialect === "postgres" ? c.primaryKey() : c.primaryKey().autoIncrement(),
    )
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("user_id", "text")
    .addColumn("user_name", "text", (c) => c.notNull())
    .addColumn("action", "text", (c) => c.notNull())
    .addColumn("subject", "text", (c) => c.notNull())
    .addColumn("detail", "text", (c) => c.notNull())
    .execute();
}

async function createIdentities(db: Any): Promise<void> {
  await db.schema
    .createTable("identity")
    .addColumn("issuer", "text", (c) => c.notNull())
    .addColumn("subject", "text", (c) => c.notNull())
    .addColumn("user_id", "text", (c) => c.notNull().references("user.id"))
    .addColumn("created_at", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("identity_key", ["issuer", "subject"])
    .execute();
}

async function closeAudit(db: Any): Promise<void> {
  await db.schema.alterTable("audit").addColumn("request", "text").execute();
  await sealAudit(db);
}

/** Every migration, by a name that sorts; applied ones are never edited. */
export function migrationsFor(dialect: DialectName): Record<string, Migration> {
  return {
    "0001_accounts": { up: createAccounts },
    "0002_notes": { up: createNotes },
    "0003_desk": { up: (db) => createDesk(db, dialect) },
    "0004_identities": { up: createIdentities },
    "0005_audit_only_grows": { up: closeAudit },
  };
}
