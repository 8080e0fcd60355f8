import { writeFileSync } from "node:fs";
import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { codeOf } from "./disk";
import { PublicationError } from "./publication-error";
import { OWNER, isAlive } from "./owner";

/** Hidden file that says who is putting an edition in place, and which version it takes away meanwhile. */
const LOCK = ".publishing-";
/** A lock is held for milliseconds: an old one is nobody's. */
const STALE_MS = 30_000;

/** The edition a lock is of, or undefined for the name of anything else. */
export const lockedId = (name: string): string | undefined =>
  name.startsWith(LOCK) ? name.slice(LOCK.length) : undefined;

const pathOf = (dataDir: string, id: string) => join(/* turbopackIgnore: true */ dataDir, `${LOCK}${id}`);

/** What a lock says: who holds it, while they are at it, and the version taken away. Undefined when there is none. */
export async function readLock(dataDir: string, id: string) {
  try {
    const path = pathOf(dataDir, id);
    const [{ mtimeMs }, text] = await Promise.all([stat(path), readFile(path, "utf8")]);
    const [owner = "", version] = text.split(" ");
    return { held: Date.now() - mtimeMs <= STALE_MS && isAlive(owner) !== false, version };
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return undefined;
    throw cause;
  }
}

export const removeLock = (dataDir: string, id: string) => rm(pathOf(dataDir, id), { force: true });

/**
 * One publication of an edition at a time, over processes.
 * @param work is given what writes down the version it takes away, for whoever finds the lock after us
 */
export async function withLock<T>(
  dataDir: string,
  id: string,
  work: (takingAway: (version: string) => void) => Promise<T>,
): Promise<T> {
  const path = pathOf(dataDir, id);
  const busy = () => new PublicationError("busy", `edition ${id} is being published by another program`);
  const found = await readLock(dataDir, id);
  if (found?.held) throw busy();
  if (found) await removeLock(dataDir, id);
  try {
    await writeFile(path, OWNER, { flag: "wx" });
  } catch (cause) {
    if (codeOf(cause) === "EEXIST") throw busy();
    throw cause;
  }
  try {
    return await work((version) => writeFileSync(path, `${OWNER} ${version}`));
  } finally {
    await rm(path, { force: true });
  }
}
