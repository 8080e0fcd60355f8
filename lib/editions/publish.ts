import { createHash } from "node:crypto";
import { createReadStream, renameSync } from "node:fs";
import { access, mkdir, mkdtemp, open, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** An edition that could not be put in place; the message is for the person who asked and names no path. */
export class PublicationError extends Error {}

/** Folders of ours inside the folder of editions: hidden, so that no reader takes them for an edition. */
const STAGING = ".staging-";
const PREVIOUS = ".previous-";
const LOCK = ".publishing-";
/** Work left by a process that died is old by then. */
const STALE_LOCK_MS = 30_000;
const STALE_STAGING_MS = 3_600_000;

const codeOf = (cause: unknown) => (cause as NodeJS.ErrnoException | undefined)?.code ?? "";

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return false;
    throw cause;
  }
}

const NOT_WRITABLE = ["EACCES", "EPERM", "EROFS", "EEXIST", "ENOTDIR"];

async function stage(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true });
    return await mkdtemp(join(dataDir, STAGING));
  } catch (cause) {
    if (NOT_WRITABLE.includes(codeOf(cause)))
      throw new PublicationError("the folder of the editions can't be written", { cause });
    if (codeOf(cause) === "ENOSPC") throw new PublicationError("the disk is full", { cause });
    throw cause;
  }
}

/** Makes sure that the bytes are on the disk before the name says so. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** SHA-256 of a file, read piece by piece: an edition may be larger than the memory. */
async function digest(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

/** Whether two folders hold the same files, to the byte. */
async function sameContent(one: string, other: string): Promise<boolean> {
  if (!(await exists(other))) return false;
  const [names, others] = await Promise.all([readdir(one), readdir(other)]);
  if (names.toSorted().join("/") !== others.toSorted().join("/")) return false;
  for (const name of names) {
    const paths = [join(one, name), join(other, name)] as const;
    const [size, otherSize] = await Promise.all(paths.map(async (path) => (await stat(path)).size));
    if (size !== otherSize || (await digest(paths[0])) !== (await digest(paths[1]))) return false;
  }
  return true;
}

/** Whether the process that wrote a lock is still at it. A lock is held for milliseconds, so an old one is nobody's. */
async function isHeld(lock: string): Promise<boolean> {
  try {
    const [{ mtimeMs }, owner] = await Promise.all([stat(lock), readFile(lock, "utf8")]);
    if (Date.now() - mtimeMs > STALE_LOCK_MS) return false;
    process.kill(Number(owner), 0);
    return true;
  } catch (cause) {
    if (["ENOENT", "ESRCH"].includes(codeOf(cause))) return false;
    // A process of another user.
    if (codeOf(cause) === "EPERM") return true;
    throw cause;
  }
}

/** One publication of an edition at a time, over processes. */
async function withLock<T>(dataDir: string, id: string, work: () => Promise<T>): Promise<T> {
  const lock = join(dataDir, `${LOCK}${id}`);
  if (!(await isHeld(lock))) await rm(lock, { force: true });
  try {
    await writeFile(lock, String(process.pid), { flag: "wx" });
  } catch (cause) {
    if (codeOf(cause) !== "EEXIST") throw cause;
    throw new PublicationError(`edition ${id} is being published by another program`, { cause });
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

/**
 * Puts an edition in place whole, or not at all: it is written into a hidden folder beside, checked there, flushed,
 * and takes its name by renaming. What was there before is kept as `.previous-<id>` until the next publication.
 * Between the two renames of a replacement nothing bears the name for some microseconds; a process that dies just
 * there leaves it so, which `recoverPublications` repairs.
 * @param write fills and checks the folder it is given, named `<id>`; when it throws, nothing has changed
 * @returns "unchanged" when the same bytes are already in place
 * @throws PublicationError when the folder can't be written or another program publishes the same edition
 */
export async function publishEdition(
  dataDir: string,
  id: string,
  write: (folder: string) => Promise<void>,
): Promise<"published" | "unchanged"> {
  const staging = await stage(dataDir);
  // What is published is outside the build: these paths are none of its files to trace.
  const folder = join(/* turbopackIgnore: true */ staging, id);
  const target = join(dataDir, id);
  try {
    await mkdir(folder);
    await write(folder);
    for (const name of await readdir(/* turbopackIgnore: true */ folder))
      await flush(join(/* turbopackIgnore: true */ folder, name));
    await flush(folder);
    return await withLock(dataDir, id, async () => {
      if (await sameContent(folder, target)) return "unchanged";
      const previous = join(dataDir, `${PREVIOUS}${id}`);
      const replaces = await exists(target);
      if (replaces) await rm(previous, { recursive: true, force: true });
      // Both at once, so that nothing of this process runs in between.
      if (replaces) renameSync(target, previous);
      renameSync(folder, target);
      await flush(dataDir);
      return "published";
    });
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/**
 * Repairs what a process that died in the middle left behind: an edition it had taken away gets its last good copy
 * back, old staging folders go. An edition that someone deleted stays deleted: it left no lock.
 * @returns ids of the editions put back
 */
export async function recoverPublications(dataDir: string): Promise<string[]> {
  if (!(await exists(dataDir))) return [];
  const recovered: string[] = [];
  for (const name of await readdir(dataDir)) {
    const path = join(dataDir, name);
    if (name.startsWith(STAGING) && Date.now() - (await stat(path)).mtimeMs > STALE_STAGING_MS)
      await rm(path, { recursive: true, force: true });
    if (!name.startsWith(LOCK) || (await isHeld(path))) continue;
    const id = name.slice(LOCK.length);
    const previous = join(dataDir, `${PREVIOUS}${id}`);
    if (!(await exists(join(dataDir, id))) && (await exists(previous))) {
      renameSync(previous, join(dataDir, id));
      recovered.push(id);
    }
    await rm(path, { force: true });
  }
  return recovered;
}
