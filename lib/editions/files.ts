import { createHash } from "node:crypto";
import { open, stat, type FileHandle } from "node:fs/promises";
import { FileFault } from "./errors";

/** A file read whole: its bytes, their hash, and which file on the disk it was. */
export type FileBytes = { bytes: Buffer; /** Lowercase hexadecimal. */ sha256: string; stamp: string };

const MAX_BYTES = 1024 ** 3;
/** Read and hashed between two turns of the event loop. */
const SLICE = 1024 ** 2;

type Stat = Awaited<ReturnType<typeof stat>>;

const stampOf = ({ ino, size, mtimeMs }: Stat) => `${ino}:${size}:${mtimeMs}`;
const codeOf = (cause: unknown) => (cause as NodeJS.ErrnoException).code ?? "";

const CHANGED = {
  fr: "le fichier a changé pendant sa lecture. Attendre la fin de la copie : il sera relu.",
  en: "the file changed while it was read. Wait for the copy to end: it will be read again.",
};

function faultOf(cause: unknown): FileFault {
  const code = codeOf(cause);
  if (code === "ENOENT" || code === "ENOTDIR") {
    const reason = {
      fr: "le fichier manque. Le déposer dans le dossier de l’édition.",
      en: "the file is missing. Put it in the edition’s folder.",
    };
    return new FileFault(reason, { cause });
  }
  const reason = {
    fr: `le fichier ne peut pas être lu (${code}). Vérifier que c’est un fichier et que le service a le droit de le lire.`,
    en: `the file cannot be read (${code}). Check that it is a file and that the service may read it.`,
  };
  return new FileFault(reason, { cause });
}

async function readSlices(handle: FileHandle, size: number): Promise<Pick<FileBytes, "bytes" | "sha256">> {
  const hash = createHash("sha256");
  const bytes = Buffer.allocUnsafe(size);
  let read = 0;
  while (read < size) {
    const { bytesRead } = await handle.read(bytes, read, Math.min(SLICE, size - read), read);
    if (bytesRead === 0) throw new FileFault(CHANGED);
    hash.update(bytes.subarray(read, read + bytesRead));
    read += bytesRead;
  }
  return { bytes, sha256: hash.digest("hex") };
}

/**
 * Reads a file once, in whole: what is hashed is what will be parsed.
 * @throws FileFault when it is missing, can't be read, is too large, or changes meanwhile
 */
export async function readFileBytes(path: string): Promise<FileBytes> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(/* turbopackIgnore: true */ path, "r");
    const before = await handle.stat();
    if (before.isDirectory()) throw Object.assign(new Error("a folder"), { code: "EISDIR" });
    if (before.size > MAX_BYTES) {
      throw new FileFault({
        fr: "le fichier dépasse un gibioctet. Vérifier que c’est le bon.",
        en: "the file is larger than one gibibyte. Check that it is the right one.",
      });
    }
    const read = await readSlices(handle, before.size);
    if (stampOf(await handle.stat()) !== stampOf(before)) throw new FileFault(CHANGED);
    return { ...read, stamp: stampOf(before) };
  } catch (cause) {
    throw cause instanceof FileFault ? cause : faultOf(cause);
  } finally {
    await handle?.close();
  }
}

/**
 * Makes sure that a file is still the one that was read, so that the files of an edition are all of one moment.
 * @param read null when there was none
 * @throws FileFault when it was replaced, removed or added
 */
export async function sameFile(path: string, read: FileBytes | null): Promise<void> {
  const now = await stat(path).then(stampOf, (cause: unknown) => {
    if (codeOf(cause) === "ENOENT") return null;
    throw cause;
  });
  if (now !== (read?.stamp ?? null)) throw new FileFault(CHANGED);
}

/** Whether there is a file of that name. */
export async function fileExists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (cause: unknown) => {
      if (codeOf(cause) === "ENOENT") return false;
      throw cause;
    },
  );
}
