import "server-only";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// Next bundles handlers apart: one folder per process, known to all of them.
const shared = globalThis as typeof globalThis & { observatoryScratch?: string };

/**
 * The one folder that the engine may write in, private to this process and gone with it. Files are made in it, sent,
 * and taken away at once.
 */
export function scratchFolder(): string {
  if (!shared.observatoryScratch) {
    const folder = mkdtempSync(/* turbopackIgnore: true */ join(tmpdir(), "observatoire-"));
    shared.observatoryScratch = folder;
    process.once("exit", () => rmSync(/* turbopackIgnore: true */ folder, { recursive: true, force: true }));
  }
  return shared.observatoryScratch;
}

/** A path of that folder that no other file has. */
export const scratchPath = (): string => join(/* turbopackIgnore: true */ scratchFolder(), randomUUID());
