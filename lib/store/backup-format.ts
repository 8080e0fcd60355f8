import { z } from "zod";

export const BACKUP_FORMAT = "observatoire-store";

/** The first line: what the file is, and which migrations its tables had. */
export const headerSchema = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  version: z.literal(1),
  migrations: z.array(z.string()).min(1),
  created_at: z.iso.datetime(),
});

/** A line between: one row of one table. */
export const rowSchema = z.strictObject({
  table: z.string(),
  row: z.record(z.string(), z.union([z.string(), z.int(), z.null()])),
});

/** The last line: without it the file is not whole. */
export const endSchema = z.strictObject({
  /** Rows of each table. */
  rows: z.record(z.string(), z.int()),
  /** SHA-256 of every line before, their ends included. */
  sha256: z.string(),
});

export type BackupCounts = z.output<typeof endSchema>["rows"];

/** The file of a backup can't be written. */
export class FileRefused extends Error {}

/** The file is no backup that can be restored here, or the store is not one to restore into; nothing was changed. */
export class RestoreRefused extends Error {}
