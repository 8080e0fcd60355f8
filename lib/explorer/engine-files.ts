import "server-only";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { z } from "zod";

/** Files that a tab's engine is made of, served from here: nothing comes from another host. */
const WORKER = "duckdb-browser-eh.worker.js";
const MODULE = "duckdb-eh.wasm";
export type EngineFileName = typeof WORKER | typeof MODULE;

export const isEngineFile = (name: string): name is EngineFileName => name === WORKER || name === MODULE;

/** A file in each coding it may be sent in; as it is, it is read again. */
type Packed = { bytes: number; br: Buffer; gzip: Buffer };

const pathOf = (name: string) =>
  join(/* turbopackIgnore: true */ process.cwd(), "node_modules/@duckdb/duckdb-wasm", name);

/** The file as it is, piece by piece: few ask for it so, and it is large. */
export const engineFile = (name: EngineFileName): ReadableStream<Uint8Array> =>
  Readable.toWeb(createReadStream(pathOf(`dist/${name}`))) as ReadableStream<Uint8Array>;

async function pack(name: EngineFileName): Promise<Packed> {
  const whole = await readFile(pathOf(`dist/${name}`));
  const params = {
    // Measured on the module: 6.2 MB in 0.4 s; the best quality saves 5 % more and takes 30 times as long.
    [constants.BROTLI_PARAM_QUALITY]: 5,
    [constants.BROTLI_PARAM_SIZE_HINT]: whole.length,
  };
  const br = await promisify(brotliCompress)(whole, { params });
  return { bytes: whole.length, br, gzip: await promisify(gzip)(whole) };
}

// Next bundles pages and handlers apart: once for the process.
const shared = globalThis as typeof globalThis & { observatoryTabFiles?: Map<string, Promise<Packed>> };
const packed = (shared.observatoryTabFiles ??= new Map());

/** A file packed, once for all. */
export function packedFile(name: EngineFileName): Promise<Packed> {
  const found = packed.get(name);
  if (found) return found;
  const made = pack(name);
  packed.set(name, made);
  // A failure is told to who asked, and tried again by who asks next.
  made.catch(() => packed.delete(name));
  return made;
}

/** The version of the engine, which its addresses carry: a file never changes under its address. */
export async function engineVersion(): Promise<string> {
  const description: unknown = JSON.parse(await readFile(pathOf("package.json"), "utf8"));
  return z.object({ version: z.string() }).parse(description).version;
}

/** Where the engine's files are, and what they weigh: packed, as most browsers get them, and unpacked. */
export async function enginePlan() {
  const [version, worker, module] = await Promise.all([
    engineVersion(),
    packedFile(WORKER),
    packedFile(MODULE),
  ]);
  return {
    worker: `/engine/${version}/${WORKER}`,
    module: `/engine/${version}/${MODULE}`,
    moduleBytes: module.bytes,
    sentBytes: worker.br.length + module.br.length,
  };
}
