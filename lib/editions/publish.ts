import { renameSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { NOT_WRITABLE, codeOf, exists, flush, folderIdentity, sameContent } from "./disk";
import { OWNER, isAlive } from "./owner";
import { PublicationError } from "./publication-error";
import { lockedId, readLock, removeLock, withLock } from "./publish-lock";
import { copyVersion, dropVersions, placeForVersion, versionNames, versionPath } from "./versions";

export { PublicationError } from "./publication-error";

/** Hidden folders of work under way, signed by who does it. */
const STAGING = ".staging-";
/** Work left by a process of another machine, which can't be asked, is old by then. */
const STALE_STAGING_MS = 3_600_000;

async function stage(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true });
    return await mkdtemp(join(/* turbopackIgnore: true */ dataDir, `${STAGING}${OWNER}.`));
  } catch (cause) {
    if (NOT_WRITABLE.includes(codeOf(cause)))
      throw new PublicationError("not-writable", "the folder of the editions can't be written", cause);
    if (codeOf(cause) === "ENOSPC") throw new PublicationError("disk-full", "the disk is full", cause);
    throw cause;
  }
}

/**
 * Work in a hidden folder of ours, on the disk of the editions, which is taken away however the work ends.
 * @throws PublicationError when the folder of the editions can't be written
 */
export async function withStaging<T>(dataDir: string, work: (staging: string) => Promise<T>): Promise<T> {
  const staging = await stage(dataDir);
  try {
    return await work(staging);
  } finally {
    await rm(/* turbopackIgnore: true */ staging, { recursive: true, force: true });
  }
}

type Swap = {
  dataDir: string;
  id: string;
  /** A folder of ours, taken away when the work is over, however it ends. */
  staging: string;
  /** What takes the name; null, nothing. */
  folder: string | null;
  takingAway: (version: string) => void;
};

/** Moves what is in place among the versions and gives its name to another, both at once. */
async function swap({ dataDir, id, staging, folder, takingAway }: Swap): Promise<void> {
  const target = join(/* turbopackIgnore: true */ dataDir, id);
  const version = (await exists(target)) ? await placeForVersion(dataDir, id) : null;
  // Nothing of this process runs in between.
  if (version && folder) takingAway(basename(version));
  if (version) renameSync(target, version);
  try {
    if (folder) renameSync(folder, target);
  } catch (cause) {
    if (version) renameSync(version, target);
    throw cause;
  }
  await flush(dataDir);
  await dropVersions(dataDir, id, staging);
}

/**
 * Puts an edition in place whole, or not at all: it is written into a hidden folder beside, checked there, flushed,
 * and takes its name by renaming. What was there before is kept among its versions (`.versions/<id>`).
 * Between the two renames of a replacement nothing bears the name for some microseconds; a process that dies just
 * there leaves it so, which `recoverPublications` repairs.
 * @param write fills and checks the folder it is given, named `<id>`; when it throws, nothing has changed
 * @param expected identity that the edition in place must have (null: none), when it was compared with before
 * @returns "unchanged" when the same bytes are already in place
 * @throws PublicationError when the folder can't be written, another program publishes the same edition, or the one in
 *   place is not the one expected
 */
export async function publishEdition(
  dataDir: string,
  id: string,
  write: (folder: string) => Promise<void>,
  expected?: string | null,
): Promise<"published" | "unchanged"> {
  return withStaging(dataDir, async (staging) => {
    // What is published is outside the build: these paths are none of its files to trace.
    const folder = join(/* turbopackIgnore: true */ staging, id);
    const target = join(/* turbopackIgnore: true */ dataDir, id);
    await mkdir(folder);
    await write(folder);
    for (const name of await readdir(/* turbopackIgnore: true */ folder))
      await flush(join(/* turbopackIgnore: true */ folder, name));
    await flush(folder);
    return withLock(dataDir, id, async (takingAway) => {
      if (await sameContent(folder, target)) return "unchanged";
      const present = (await exists(target)) ? await folderIdentity(target) : null;
      if (expected !== undefined && expected !== present)
        throw new PublicationError("changed", `edition ${id} has changed in the meantime`);
      await swap({ dataDir, id, staging, folder, takingAway });
      return "published";
    });
  });
}

/**
 * Puts a version that an edition had before back in place; the one in place becomes a version.
 * @throws PublicationError as `publishEdition`, or when there is no such version
 */
export async function restoreVersion(dataDir: string, id: string, version: string): Promise<void> {
  if (!(await versionNames(dataDir, id)).includes(version))
    throw new PublicationError("gone", `edition ${id} has no version ${version}`);
  await publishEdition(dataDir, id, (folder) => copyVersion(dataDir, id, version, folder));
}

/** Takes an edition out of place; it stays among its versions. @throws PublicationError when it can't, or is not there */
export async function withdrawEdition(dataDir: string, id: string): Promise<void> {
  await withStaging(dataDir, (staging) =>
    withLock(dataDir, id, async (takingAway) => {
      if (!(await exists(join(/* turbopackIgnore: true */ dataDir, id))))
        throw new PublicationError("gone", `there is no edition ${id}`);
      await swap({ dataDir, id, staging, folder: null, takingAway });
    }),
  );
}

/** Whether a staging folder is nobody's any more. */
async function isAbandoned(path: string, name: string): Promise<boolean> {
  const alive = isAlive(name.slice(STAGING.length));
  if (alive !== undefined) return !alive;
  return Date.now() - (await stat(/* turbopackIgnore: true */ path)).mtimeMs > STALE_STAGING_MS;
}

/** Repairs one thing that a dead process left. @returns the edition put back, if that is what it was */
async function recover(dataDir: string, name: string): Promise<string | undefined> {
  const path = join(/* turbopackIgnore: true */ dataDir, name);
  if (name.startsWith(STAGING) && (await isAbandoned(path, name)))
    await rm(/* turbopackIgnore: true */ path, { recursive: true, force: true });
  const id = lockedId(name);
  const lock = id === undefined ? undefined : await readLock(dataDir, id);
  if (id === undefined || !lock || lock.held) return undefined;
  const target = join(/* turbopackIgnore: true */ dataDir, id);
  const version = lock.version && versionPath(dataDir, id, lock.version);
  const away = version && !(await exists(target)) && (await exists(version));
  if (away) renameSync(/* turbopackIgnore: true */ version, target);
  await removeLock(dataDir, id);
  return away ? id : undefined;
}

/**
 * Repairs what a process that died in the middle left behind: an edition it had taken away gets its last good copy
 * back, its staging folders go. An edition that someone deleted stays deleted: it left no lock. A folder that can't be
 * written is left as it is.
 * @returns ids of the editions put back
 */
export async function recoverPublications(dataDir: string): Promise<string[]> {
  if (!(await exists(dataDir))) return [];
  const recovered: string[] = [];
  for (const name of await readdir(/* turbopackIgnore: true */ dataDir)) {
    try {
      const id = await recover(dataDir, name);
      if (id !== undefined) recovered.push(id);
    } catch (cause) {
      // Another program repaired it, or the folder is read-only: it is served as it is.
      if (!["ENOENT", ...NOT_WRITABLE].includes(codeOf(cause))) throw cause;
    }
  }
  return recovered;
}
