import type { Kysely } from "kysely";
import type { StoreTx } from ".";
import type { Store } from "./schema";

/**
 * Every table with its key, in an order in which each refers to those before it: what a backup holds, and in which order
 * a restore writes. The type asks for a table that is missing.
 */
export const TABLES: Readonly<Record<keyof Store, readonly string[]>> = {
  user: ["id"],
  user_token: ["token_hash"],
  identity: ["issuer", "subject"],
  attempt: ["key", "window_start"],
  note: ["id"],
  note_version: ["note_id", "version"],
  note_draft: ["user_id", "edition", "subject"],
  notes_state: ["edition"],
  report: ["id"],
  edition_change: ["id"],
  audit: ["seq"],
};

export const TABLE_NAMES = Object.keys(TABLES) as (keyof Store)[];

/** A row of any table: the store holds texts and whole numbers alone. */
export type Row = Readonly<Record<string, string | number | null>>;

/** The same transaction, for work that treats every table alike. */
export const anyTable = (tx: StoreTx) => tx as unknown as Kysely<Record<string, Row>>;
