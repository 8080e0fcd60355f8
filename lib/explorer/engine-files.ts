import "server-only";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { z } from "zod";
import { ENGINE_FILES, engineFilePath, readPacked, type Coding, type EngineFileName } from "./pack";

const fileNames: readonly string[] = Object.values(ENGINE_FILES);
export const isEngineFile = (name: string): name is EngineFileName => fileNames.includes(name);

const pathOf = (name: string) => engineFilePath(process.cwd(), name);

/** The file as it is, piece by piece: few ask for it so, and it is large. */
export const engineFile = (name: EngineFileName): ReadableStream<Uint8Array> =>
  Readable.toWeb(createReadStream(pathOf(`dist/${name}`))) as ReadableStream<Uint8Array>;

// Next bundles pages and handlers apart: once for the process.
const shared = globalThis as typeof globalThis & { observatoryTabFiles?: Map<string, Promise<Buffer>> };
const packed = (shared.observatoryTabFiles ??= new Map());

/** A file in a coding, read once for all. */
export function packedFile(name: EngineFileName, coding: Coding): Promise<Buffer> {
  const key = `${name}.${coding}`;
  const found = packed.get(key);
  if (found) return found;
  const made = readPacked(process.cwd(), name, coding);
  packed.set(key, made);
  // A failure is told to who asked, and tried again by who asks next.
  made.catch(() => packed.delete(key));
  return made;
}

/** The version of the engine, which its addresses carry: a file never changes under its address. */
export async function engineVersion(): Promise<string> {
  const description: unknown = JSON.parse(await readFile(pathOf("package.json"), "utf8"));
  return z.object({ version: z.string() }).parse(description).version;
}

/** Where the engine's files are, and what they weigh: packed, as most browsers get them, and unpacked. */
export async function enginePlan() {
  const { worker, module } = ENGINE_FILES;
  const [version, { size: moduleBytes }, ...sent] = await Promise.all([
    engineVersion(),
    stat(pathOf(`dist/${module}`)),
    packedFile(worker, "br"),
    packedFile(module, "br"),
  ]);
  return {
    worker: `/engine/${version}/${worker}`,
    module: `/engine/${version}/${module}`,
    moduleBytes,
    sentBytes: sent.reduce((sum, { length }) => sum + length, 0),
  };
}
