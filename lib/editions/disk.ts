import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Code of a system error, "" for any other. */
export const codeOf = (cause: unknown) => (cause as NodeJS.ErrnoException | undefined)?.code ?? "";

/** What a folder that can't be written answers. */
export const NOT_WRITABLE = ["EACCES", "EPERM", "EROFS", "EEXIST", "ENOTDIR"];

/** Whether something bears that name. */
export async function exists(path: string): Promise<boolean> {
  try {
    await access(/* turbopackIgnore: true */ path);
    return true;
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return false;
    throw cause;
  }
}

/** Makes sure that the bytes are on the disk before the name says so. */
export async function flush(path: string): Promise<void> {
  const handle = await open(/* turbopackIgnore: true */ path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** SHA-256 of a file, read piece by piece: an edition may be larger than the memory. */
export async function digest(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(/* turbopackIgnore: true */ path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

/** Which edition it is, to the byte: a hash over those of its files. */
export function identityOf(files: readonly { name: string; sha256: string }[]): string {
  const hash = createHash("sha256");
  for (const { name, sha256 } of files) hash.update(`${name}:${sha256}\n`);
  return hash.digest("hex");
}

/** The files of an edition, in the order of its identity. */
export const EDITION_FILES = ["edition.json", "organisations.csv", "plateformes.csv"] as const;

/** The identity of the edition in a folder, whether it can be read as one or not. */
export async function folderIdentity(folder: string): Promise<string> {
  const files: { name: string; sha256: string }[] = [];
  for (const name of EDITION_FILES) {
    const path = join(/* turbopackIgnore: true */ folder, name);
    if (await exists(path)) files.push({ name, sha256: await digest(path) });
  }
  return identityOf(files);
}

/** Whether two folders hold the same files, to the byte. */
export async function sameContent(one: string, other: string): Promise<boolean> {
  if (!(await exists(other))) return false;
  const [names, others] = await Promise.all(
    [one, other].map(async (folder) => readdir(/* turbopackIgnore: true */ folder)),
  );
  if (names?.toSorted().join("/") !== others?.toSorted().join("/")) return false;
  for (const name of names ?? []) {
    const [path, otherPath] = [
      join(/* turbopackIgnore: true */ one, name),
      join(/* turbopackIgnore: true */ other, name),
    ];
    const sizes = await Promise.all([path, otherPath].map(async (file) => (await stat(file)).size));
    if (sizes[0] !== sizes[1] || (await digest(path)) !== (await digest(otherPath))) return false;
  }
  return true;
}
