import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DownloadError, download } from "./download";
import { EditionError } from "./errors";
import { PublicationError, publishEdition } from "./publish";
import { loadRegister } from "./register";
import { openEdition } from "./source";
import type { Manifest } from "./types";

/** The edition of 2022 as OpenDataFrance put it online on 2 February 2023. */
const ADDRESSES = {
  organisations: "https://www.data.gouv.fr/api/1/datasets/r/fd771d03-055b-4501-92c7-91004ce764a2",
  plateformes: "https://www.data.gouv.fr/api/1/datasets/r/9b188b1e-4a7d-42e0-8ddd-d1fb635b6a2c",
} as const;
const RESOURCES = ["organisations", "plateformes"] as const;
type Addresses = Record<(typeof RESOURCES)[number], string>;

const ID = "2022";
/** Fewer rows than that is a page of an error or half a file, whatever its headers: 1,062 and 250 are published. */
const MIN_ROWS = { organisations: 500, plateformes: 50 };
const DEFAULT_TIMEOUT_MS = 20_000;
const DEFAULT_MAX_BYTES = 20_000_000;

/** Why the official edition did not come; one line, without any path of the machine. */
export class OfficialError extends Error {}

export type FetchOptions = {
  dataDir: string;
  /** Ends the work when it fires. */
  signal?: AbortSignal;
  /** For the two files together, in milliseconds. */
  timeoutMs?: number;
  /** For each file. */
  maxBytes?: number;
  /** What is being done, in words for one line. */
  onProgress?: (what: string) => void;
  /** Where to look instead, and the origins asked although they are not on the public internet: for tests. */
  addresses?: Addresses;
  allow?: readonly string[];
};

export type Fetched = {
  id: string;
  /** "unchanged": the very same files were there already. */
  outcome: "published" | "unchanged";
  rows: { organisations: number; plateformes: number };
  bytes: number;
};

const manifestOf = (addresses: Addresses): Manifest => ({
  id: ID,
  title: { fr: "Édition 2022", en: "2022 edition" },
  asOf: "2022-12-31",
  kind: "official",
  reference: "2022",
  licence: "lo-2.0",
  publisher: "OpenDataFrance",
  sources: RESOURCES.map((resource) => ({ resource, url: addresses[resource] })),
});

/** Reads a staged edition to its last row, as the server would. @returns rows of each file */
async function readThrough(folder: string): Promise<Fetched["rows"]> {
  const source = await openEdition(folder, await loadRegister());
  const rows = { organisations: 0, plateformes: 0 };
  if (source.platforms) for await (const batch of source.platforms()) rows.plateformes += batch.rows.length;
  for await (const batch of source.organisations()) rows.organisations += batch.rows.length;
  for (const resource of RESOURCES) {
    const [found, least] = [rows[resource], MIN_ROWS[resource]];
    if (found < least)
      throw new OfficialError(`${resource}.csv has ${found} rows where at least ${least} are expected`);
  }
  return rows;
}

/** The words of an error that the reader can act on; any other is a fault of ours and goes on as it is. */
function told(cause: unknown): unknown {
  const known = [DownloadError, EditionError, PublicationError].some((kind) => cause instanceof kind);
  return known ? new OfficialError((cause as Error).message, { cause }) : cause;
}

/**
 * Downloads both files of the official 2022 edition into a folder, with its manifest, within the time and size given, and
 * reads them through to the last row.
 * @throws OfficialError when anything is not as expected
 */
export async function fillOfficial(
  folder: string,
  options: Omit<FetchOptions, "dataDir">,
): Promise<Pick<Fetched, "rows" | "bytes"> & { manifest: Manifest }> {
  const { timeoutMs = DEFAULT_TIMEOUT_MS, maxBytes = DEFAULT_MAX_BYTES } = options;
  const { onProgress = () => {}, addresses = ADDRESSES, allow } = options;
  const late = new AbortController();
  const timer = setTimeout(
    () => late.abort(new DownloadError(`the download took more than ${timeoutMs / 1_000} s`)),
    timeoutMs,
  );
  const signal = AbortSignal.any([late.signal, ...(options.signal ? [options.signal] : [])]);
  const manifest = manifestOf(addresses);
  let bytes = 0;
  try {
    for (const resource of RESOURCES) {
      bytes += await download(addresses[resource], join(folder, `${resource}.csv`), {
        signal,
        maxBytes,
        allow,
        onProgress: (received) => onProgress(`${resource}.csv: ${Math.round(received / 1_000)} kB`),
      });
    }
    await writeFile(join(folder, "edition.json"), `${JSON.stringify(manifest, null, 2)}\n`);
    onProgress("checking the rows");
    return { manifest, bytes, rows: await readThrough(folder) };
  } catch (cause) {
    throw told(cause);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Brings the official 2022 edition into the folder of editions: downloaded, read through, then put in place at once, the
 * last good copy kept.
 * @throws OfficialError when anything is not as expected; what was in place is still there
 */
export async function fetchOfficial(options: FetchOptions): Promise<Fetched> {
  let brought = { rows: { organisations: 0, plateformes: 0 }, bytes: 0 };
  try {
    const outcome = await publishEdition(options.dataDir, ID, async (folder) => {
      const { rows, bytes } = await fillOfficial(folder, options);
      brought = { rows, bytes };
    });
    return { id: ID, outcome, ...brought };
  } catch (cause) {
    throw told(cause);
  }
}
