import { cp, mkdir, readdir, rename, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { EDITION_FILES, codeOf, folderIdentity } from "./disk";
import { FileFault } from "./errors";
import { readFileBytes } from "./files";
import { parseManifest } from "./manifest";
import type { Manifest } from "./types";

/** Hidden folder of the versions that editions had before: no reader takes it for an edition. */
const VERSIONS = ".versions";
/** Versions kept of each edition, besides the one in place. */
const KEPT = 5;
/** The moment it was replaced, and the beginning of its identity: "20221231T120000000Z-3f2a91c07b55". */
const NAME = /^(\d{8}T\d{9}Z)-([0-9a-f]{12})$/;

/** How much of an identity names a version. */
export const shortIdentity = (identity: string) => identity.slice(0, 12);

/** A version that an edition had before. */
export type KeptVersion = {
  /** Its folder's name. */
  name: string;
  /** ISO moment at which another took its place. */
  replacedAt: string;
  /** First twelve characters of its identity. */
  identity: string;
  /** null when it can't be read as an edition's. */
  manifest: Manifest | null;
};

const versionsOf = (dataDir: string, id: string) => join(/* turbopackIgnore: true */ dataDir, VERSIONS, id);

/** Names in a folder; none when there is no such folder. */
async function namesIn(folder: string): Promise<string[]> {
  return readdir(/* turbopackIgnore: true */ folder).catch((cause: unknown) => {
    if (codeOf(cause) === "ENOENT") return [];
    throw cause;
  });
}

/** Names of an edition's versions, the last replaced first. */
export async function versionNames(dataDir: string, id: string): Promise<string[]> {
  const names = await namesIn(versionsOf(dataDir, id));
  return names
    .filter((name) => NAME.test(name))
    .sort()
    .reverse();
}

const momentOf = (stamp: string) =>
  stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/, "$1-$2-$3T$4:$5:$6.$7Z");

/** Where a version lies. */
export const versionPath = (dataDir: string, id: string, name: string) =>
  join(/* turbopackIgnore: true */ versionsOf(dataDir, id), name);

/** Ids of the editions that have versions, in place or not. */
export async function idsWithVersions(dataDir: string): Promise<string[]> {
  const ids: string[] = [];
  for (const id of await namesIn(join(/* turbopackIgnore: true */ dataDir, VERSIONS)))
    if ((await versionNames(dataDir, id)).length > 0) ids.push(id);
  return ids.sort();
}

/** What a version says of itself; null when it never could be read as an edition's. */
async function manifestOf(folder: string): Promise<Manifest | null> {
  try {
    const { bytes } = await readFileBytes(join(/* turbopackIgnore: true */ folder, EDITION_FILES[0]));
    return parseManifest(bytes);
  } catch (cause) {
    if (cause instanceof FileFault) return null;
    throw cause;
  }
}

/** The versions an edition had before, the last replaced first. */
export async function keptVersions(dataDir: string, id: string): Promise<KeptVersion[]> {
  const names = await versionNames(dataDir, id);
  return Promise.all(
    names.map(async (name) => {
      const [, stamp = "", identity = ""] = NAME.exec(name) ?? [];
      const manifest = await manifestOf(versionPath(dataDir, id, name));
      return { name, replacedAt: momentOf(stamp), identity, manifest };
    }),
  );
}

/**
 * Makes room for the edition in place among the versions. @returns the path it is to be moved to, later than any other
 * even when the clock went back
 */
export async function placeForVersion(dataDir: string, id: string): Promise<string> {
  const identity = shortIdentity(await folderIdentity(join(/* turbopackIgnore: true */ dataDir, id)));
  await mkdir(/* turbopackIgnore: true */ versionsOf(dataDir, id), { recursive: true, mode: 0o700 });
  const [last] = await versionNames(dataDir, id);
  const after = last === undefined ? 0 : Date.parse(momentOf(NAME.exec(last)?.[1] ?? "")) + 1;
  const stamp = new Date(Math.max(Date.now(), after)).toISOString().replace(/[-:.]/g, "");
  return versionPath(dataDir, id, `${stamp}-${identity}`);
}

/**
 * Lets go of the versions nobody needs: copies of the one in place, copies of a later one, and the oldest.
 * @param into a folder that is taken away whole, so that half a version is never seen
 */
export async function dropVersions(dataDir: string, id: string, into: string): Promise<void> {
  const place = join(/* turbopackIgnore: true */ dataDir, id);
  const seen = new Set([shortIdentity(await folderIdentity(place))]);
  let kept = 0;
  for (const name of await versionNames(dataDir, id)) {
    const identity = NAME.exec(name)?.[2] ?? "";
    if (seen.has(identity) || kept === KEPT) {
      await rename(versionPath(dataDir, id, name), join(/* turbopackIgnore: true */ into, `old-${name}`));
      continue;
    }
    seen.add(identity);
    kept++;
  }
}

/** Copies a version into a new folder, to be put in place. */
export async function copyVersion(dataDir: string, id: string, name: string, folder: string): Promise<void> {
  await cp(versionPath(dataDir, id, name), folder, { recursive: true });
}

/** Takes away every version of an edition that can be made again. */
export async function forgetVersions(dataDir: string, id: string): Promise<void> {
  await rm(versionsOf(dataDir, id), { recursive: true, force: true });
  await rmdir(join(/* turbopackIgnore: true */ dataDir, VERSIONS)).catch((cause: unknown) => {
    // Other editions have theirs.
    if (!["ENOENT", "ENOTEMPTY", "EEXIST"].includes(codeOf(cause))) throw cause;
  });
}
