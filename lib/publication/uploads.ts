import "server-only";
import { randomUUID } from "node:crypto";
import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pLimit from "p-limit";
import { z } from "zod";
import { checkEdition } from "@/lib/editions/check";
import { EDITION_FILES, codeOf } from "@/lib/editions/disk";
import { PublicationError, withStaging } from "@/lib/editions/publish";
import { env } from "@/lib/env";
import { UploadRefused } from "./refused";
import type { Upload } from "./types";

/** Hidden folder of the editions that wait for their publication, a folder each. */
const UPLOADS = ".uploads";
/** Each may be two files of 25 MB. */
const MAX_WAITING = 8;
/** Nobody comes back after a week. */
const MAX_AGE_MS = 7 * 86_400_000;

// Reading an edition holds its bytes.
const oneAtATime = pLimit(1);

const ID = z.uuid();
const root = () => join(/* turbopackIgnore: true */ env.DATA_DIR, UPLOADS);
const record = (folder: string) => join(/* turbopackIgnore: true */ folder, "upload.json");

/** Folder of an upload's edition. */
export const uploadFolder = ({ id, manifest }: Pick<Upload, "id" | "manifest">) =>
  join(/* turbopackIgnore: true */ root(), id, manifest.id);

/** An upload, or undefined when there is none of that id. */
export async function findUpload(id: string): Promise<Upload | undefined> {
  if (!ID.safeParse(id).success) return undefined;
  try {
    // Written by us, whole or not at all.
    return JSON.parse(await readFile(record(join(/* turbopackIgnore: true */ root(), id)), "utf8")) as Upload;
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return undefined;
    throw cause;
  }
}

/** The uploads that wait, the last one first. */
export async function listUploads(): Promise<Upload[]> {
  const names = await readdir(/* turbopackIgnore: true */ root()).catch((cause: unknown) => {
    if (codeOf(cause) === "ENOENT") return [];
    throw cause;
  });
  const found = await Promise.all(names.map(findUpload));
  return found.filter((one) => one !== undefined).sort((a, b) => b.at.localeCompare(a.at));
}

/** Takes an upload away. */
export async function removeUpload(id: string): Promise<void> {
  if (ID.safeParse(id).success)
    await rm(join(/* turbopackIgnore: true */ root(), id), { recursive: true, force: true });
}

/** Makes room: what waited for a week goes. @throws UploadRefused when too many wait */
async function makeRoom(): Promise<void> {
  const waiting = await listUploads();
  const old = waiting.filter(({ at }) => Date.now() - Date.parse(at) > MAX_AGE_MS);
  for (const { id } of old) await removeUpload(id);
  if (waiting.length - old.length >= MAX_WAITING) throw new UploadRefused({ code: "waiting" });
}

/** The folder can't be written, or no longer: told to who sends, who can't have known. */
function told(cause: unknown): unknown {
  const full = codeOf(cause) === "ENOSPC";
  if (full || (cause instanceof PublicationError && cause.fault === "disk-full"))
    return new UploadRefused({ code: "disk-full" }, cause);
  if (cause instanceof PublicationError && cause.fault === "not-writable")
    return new UploadRefused({ code: "not-writable" }, cause);
  return cause;
}

/**
 * Takes an edition in, to wait for its publication: filled, checked to its last row, and kept whole or not at all.
 * @param fill puts the files into the folder it is given and answers its manifest, as it was given
 * @throws UploadRefused, leaving nothing behind
 */
export async function takeIn(
  by: Upload["by"],
  origin: Upload["origin"],
  fill: (folder: string) => Promise<unknown>,
): Promise<Upload> {
  try {
    return await withStaging(env.DATA_DIR, async (staging) => {
      await makeRoom();
      // Hidden, so that any name is accepted until the manifest tells it.
      const folder = join(/* turbopackIgnore: true */ staging, ".edition");
      await mkdir(folder, { mode: 0o700 });
      const given = await fill(folder);
      await writeFile(
        join(/* turbopackIgnore: true */ folder, EDITION_FILES[0]),
        `${JSON.stringify(given, null, 2)}\n`,
      );
      const check = await oneAtATime(() => checkEdition(folder));
      const { counts, rows } = check;
      if (check.refusal) throw new UploadRefused({ code: "edition", refusal: check.refusal, counts });
      const { manifest, identity } = check;
      const files = check.files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }));
      const id = randomUUID();
      const upload: Upload = {
        ...{ id, by, at: new Date().toISOString(), origin, manifest, identity, files, rows, counts },
      };
      const whole = join(/* turbopackIgnore: true */ staging, id);
      await mkdir(whole, { mode: 0o700 });
      await rename(folder, join(/* turbopackIgnore: true */ whole, manifest.id));
      await writeFile(record(whole), JSON.stringify(upload));
      await mkdir(root(), { recursive: true, mode: 0o700 });
      await rename(whole, join(/* turbopackIgnore: true */ root(), id));
      return upload;
    });
  } catch (cause) {
    throw told(cause);
  }
}
