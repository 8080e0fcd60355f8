import "server-only";

/**
 * The store can't be reached, is full or read-only. Nothing was written, unless the answer alone was lost: tried again,
 * a save from the same version then says so.
 */
export class StoreUnavailable extends Error {}

/** What was to be written contradicts what is there: a value that must be unique, or a row that is gone. */
export class StoreConflict extends Error {}

const CONFLICT = new Set([
  "SQLITE_CONSTRAINT",
  "SQLITE_CONSTRAINT_UNIQUE",
  "SQLITE_CONSTRAINT_PRIMARYKEY",
  "SQLITE_CONSTRAINT_FOREIGNKEY",
  "SQLITE_CONSTRAINT_CHECK",
  "23505",
  "23503",
  "23514",
]);
const UNAVAILABLE =
  /^(40001|40P01|55P03|57014|SQLITE_(BUSY|LOCKED|FULL|READONLY|IOERR|CANTOPEN|CORRUPT|NOTADB|PERM)|08|28|3D|53|57P|58|ECONN|ENOTFOUND|EHOSTUNREACH|ETIMEDOUT|EPIPE|ENOSPC|EROFS|EACCES|EPERM|EEXIST|ENOENT|ENOTDIR)/;

const SAID =
  /timeout|terminated|database is locked|Connection ended|ConnectionFailed|has been discarded|not queryable/i;

/** The same two errors for both dialects; anything else is a fault of the program and stays as it is. */
export function storeError(cause: unknown): unknown {
  if (cause instanceof StoreUnavailable || cause instanceof StoreConflict) return cause;
  const { code, message = "" } = cause as { code?: unknown; message?: string };
  const name = typeof code === "string" ? code : "";
  if (CONFLICT.has(name)) return new StoreConflict("a value of the store contradicts another", { cause });
  // What the drivers say without a code comes in plain errors; an error of ours may quote anything.
  const plain = cause instanceof Error && cause.constructor === Error;
  if (UNAVAILABLE.test(name) || (plain && SAID.test(message)))
    return new StoreUnavailable("the store does not answer", { cause });
  return cause;
}
