import { readdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { departmentReader } from "@/lib/codes/department";
import { ORGANISATION_COLUMNS, PLATFORM_COLUMNS, type Column } from "./columns";
import { correct } from "./corrections";
import { identityOf } from "./disk";
import { doubt, type Known } from "./doubts";
import { FileFault, refusalIn } from "./errors";
import { fileExists, readFileBytes, sameFile, type FileBytes } from "./files";
import { EDITION_ID, parseManifest } from "./manifest";
import { readOrganisation } from "./organisation";
import { readPlatform } from "./platform";
import type { Register } from "./register-types";
import { openTable, type Table } from "./table";
import type {
  Batch,
  EditionFile,
  EditionSource,
  Manifest,
  OrganisationRecord,
  PlatformRecord,
} from "./types";

const MANIFEST = "edition.json";
const ORGANISATIONS = "organisations.csv";
const PLATFORMS = "plateformes.csv";

/**
 * Names of the folders to open as editions, sorted: every folder with a valid id, and any other that holds an
 * edition's files, so that a badly named one is refused with its reason rather than forgotten. Hidden folders
 * (editions being put in place) and anything else are left out.
 * @param dataDir folder of the editions
 * @throws when the folder can't be listed
 */
export async function listEditionFolders(dataDir: string): Promise<string[]> {
  const entries = await readdir(/* turbopackIgnore: true */ dataDir, { withFileTypes: true });
  const names: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith(".") || !(entry.isDirectory() || entry.isSymbolicLink())) continue;
    const files = [MANIFEST, ORGANISATIONS].map((file) =>
      fileExists(join(/* turbopackIgnore: true */ dataDir, entry.name, file)),
    );
    if (EDITION_ID.test(entry.name) || (await Promise.all(files)).includes(true)) names.push(entry.name);
  }
  return names.sort();
}

/** Runs the reading of one file: its faults become refusals of the edition. */
async function reading<T>(edition: string, file: string | null, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw refusalIn(edition, file, cause);
  }
}

/** The same for a stream of rows. */
async function* readingRows<Row>(
  edition: string,
  file: string,
  rows: AsyncIterable<Batch<Row>>,
): AsyncGenerator<Batch<Row>> {
  try {
    yield* rows;
  } catch (cause) {
    throw refusalIn(edition, file, cause);
  }
}

/** A folder being put in place is hidden, and has its final name only afterwards. */
function checkName(folder: string, manifest: Manifest | null): void {
  if (folder.startsWith(".")) return;
  if (!EDITION_ID.test(folder)) {
    throw new FileFault({
      fr: `le nom du dossier, « ${folder} », ne peut pas être celui d’une édition : lettres minuscules, chiffres et traits d’union seulement, 32 signes au plus. Renommer le dossier.`,
      en: `the folder’s name, “${folder}”, cannot be an edition’s: lowercase letters, digits and hyphens only, 32 characters at most. Rename the folder.`,
    });
  }
  if (manifest && manifest.id !== folder) {
    throw new FileFault(
      {
        fr: `le champ « id » vaut « ${manifest.id} » alors que le dossier se nomme « ${folder} ». Les accorder.`,
        en: `field “id” is “${manifest.id}” while the folder is named “${folder}”. Make them agree.`,
      },
      { column: "id" },
    );
  }
}

async function readAll(id: string, folder: string) {
  const read = (file: string) =>
    reading(id, file, () => readFileBytes(join(/* turbopackIgnore: true */ folder, file)));
  const manifestBytes = await read(MANIFEST);
  const manifest = await reading(id, MANIFEST, () => parseManifest(manifestBytes.bytes));
  await reading(id, MANIFEST, () => checkName(id, manifest));
  const organisations = await read(ORGANISATIONS);
  const platforms = (await fileExists(join(folder, PLATFORMS))) ? await read(PLATFORMS) : null;
  const all: [string, FileBytes | null][] = [
    [MANIFEST, manifestBytes],
    [ORGANISATIONS, organisations],
    [PLATFORMS, platforms],
  ];
  for (const [file, bytes] of all)
    await reading(id, file, () => sameFile(join(/* turbopackIgnore: true */ folder, file), bytes));
  return { manifest, manifestBytes, organisations, platforms };
}

async function tableOf<Name extends string>(
  id: string,
  name: EditionFile["name"],
  bytes: FileBytes,
  schema: readonly Column<Name>[],
): Promise<Table<Name>> {
  return reading(id, name, () => openTable({ ...bytes, name }, schema));
}

/**
 * Opens an edition: its manifest and files are read once, hashed, and every row will be parsed from those very bytes,
 * so that a file replaced meanwhile changes nothing. Manifest, encodings and headers are accepted here; a broken
 * record further down makes the iteration of the rows throw.
 * @param folder path of the edition's folder; a hidden one may have any name
 * @param register what the corrected basis and the doubts compare with
 * @throws EditionError with the file, the line, the reason and the remedy in both languages
 */
export async function openEdition(folder: string, register: Register): Promise<EditionSource> {
  const name = basename(resolve(folder));
  await reading(name, null, () => checkName(name, null));
  const { manifest, manifestBytes, organisations, platforms } = await readAll(name, folder);
  const { id } = manifest;
  const actors = await tableOf(id, ORGANISATIONS, organisations, ORGANISATION_COLUMNS);
  const portals = platforms && (await tableOf(id, PLATFORMS, platforms, PLATFORM_COLUMNS));
  const departmentOf = departmentReader(register.departments);
  const files = [actors.file, ...(portals ? [portals.file] : [])];

  const readPlatforms = (table: Table<(typeof PLATFORM_COLUMNS)[number]["name"]>) => {
    const slugs = new Set<string>();
    return table.read<PlatformRecord>(
      (cells, line) => readPlatform(cells, line, slugs),
      ({ slug }) => slug,
    );
  };

  async function* readOrganisations(): AsyncGenerator<Batch<OrganisationRecord>> {
    let names: Set<string> | null = null;
    if (portals) {
      names = new Set();
      for await (const { rows } of readingRows(id, PLATFORMS, readPlatforms(portals)))
        for (const row of rows) names.add(row.name);
    }
    const known: Known = { register, sirens: new Set(), identifiers: new Set(), platforms: names };
    yield* actors.read<OrganisationRecord>(
      (cells, line) => {
        const row = correct(readOrganisation(cells, line, departmentOf), cells, register);
        doubt(row, cells, known);
        return row;
      },
      ({ siren }) => siren,
    );
  }

  return {
    manifest,
    identity: identityOf([{ name: MANIFEST, sha256: manifestBytes.sha256 }, ...files]),
    files,
    platforms: portals && (() => readingRows(id, PLATFORMS, readPlatforms(portals))),
    organisations: () => readingRows(id, ORGANISATIONS, readOrganisations()),
    publicFile: (resource) => (resource === "organisations" ? actors : portals)?.publish() ?? null,
  };
}
