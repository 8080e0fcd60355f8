import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { EditionError } from "@/lib/editions/errors";
import { loadRegister } from "@/lib/editions/register";
import { openEdition } from "@/lib/editions/source";
import type {
  EditionSource,
  Finding,
  OrganisationRecord,
  PlatformRecord,
  Refusal,
} from "@/lib/editions/types";

/** A file to write: its text or bytes; null is a folder of that name, undefined leaves the file out. */
type Content = string | Uint8Array | null | undefined;

export const MANIFEST = {
  id: "essai",
  title: { fr: "Essai", en: "Trial" },
  asOf: "2022-12-31",
  kind: "snapshot",
  reference: "2022",
  licence: "lo-2.0",
  publisher: "Essai",
  sources: [],
};

/** The files of an edition; a manifest of the folder's name is written unless one is given. */
export type Written = { folder?: string; files: Readonly<Record<string, Content>> };

export type Read = {
  source: EditionSource;
  organisations: OrganisationRecord[];
  platforms: PlatformRecord[];
  findings: Finding[];
};

/** Reads an edition's folder to its last row. */
export async function readFolder(folder: string): Promise<Read> {
  const source = await openEdition(folder, await loadRegister());
  const read: Read = { source, organisations: [], platforms: [], findings: [] };
  if (source.platforms)
    for await (const batch of source.platforms()) {
      read.platforms.push(...batch.rows);
      read.findings.push(...batch.findings);
    }
  for await (const batch of source.organisations()) {
    read.organisations.push(...batch.rows);
    read.findings.push(...batch.findings);
  }
  return read;
}

/** Writes an edition's folder for the time of some work. */
export async function withFolder<T>(written: Written, work: (folder: string) => Promise<T>): Promise<T> {
  const parent = await mkdtemp(join(tmpdir(), "edition-"));
  try {
    const folder = join(parent, written.folder ?? MANIFEST.id);
    for (const [name, content] of Object.entries({
      "edition.json": JSON.stringify(MANIFEST),
      ...written.files,
    })) {
      const path = join(folder, name);
      await mkdir(content === null ? path : dirname(path), { recursive: true });
      if (content !== null && content !== undefined) await writeFile(path, content);
    }
    return await work(folder);
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}

/** Writes an edition and reads it to its last row. */
export const readWritten = (written: Written): Promise<Read> => withFolder(written, readFolder);

/** Writes an edition and tells why it is refused. */
export async function refusalOf(written: Written): Promise<Refusal> {
  return withFolder(written, async (folder) => {
    const refused: unknown = await readFolder(folder).then(
      () => new Error("the edition was accepted"),
      (cause: unknown) => cause,
    );
    if (!(refused instanceof EditionError)) throw refused;
    // What is said must be of use to a reader and say nothing of the machine.
    const said = JSON.stringify(refused.refusal) + refused.message;
    if (said.includes(dirname(folder))) throw new Error(`a path of the machine is told: ${said}`);
    return refused.refusal;
  });
}
