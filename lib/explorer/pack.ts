import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** Files that a tab's engine is made of, served from here: nothing comes from another host. */
export const ENGINE_FILES = { worker: "duckdb-browser-eh.worker.js", module: "duckdb-eh.wasm" } as const;
export type EngineFileName = (typeof ENGINE_FILES)[keyof typeof ENGINE_FILES];

/** Codings in which a browser may get them, each with how it is made. */
const CODINGS = {
  br: (whole: Buffer) =>
    promisify(brotliCompress)(whole, {
      params: {
        // Measured on the module: 6.2 MB in 0.4 s; the best quality saves 5 % more and takes 30 times as long.
        [constants.BROTLI_PARAM_QUALITY]: 5,
        [constants.BROTLI_PARAM_SIZE_HINT]: whole.length,
      },
    }),
  gzip: (whole: Buffer) => promisify(gzip)(whole),
};
export type Coding = keyof typeof CODINGS;

/** Where a file of the package is. @param root of the project */
export const engineFilePath = (root: string, name: string) =>
  join(/* turbopackIgnore: true */ root, "node_modules/@duckdb/duckdb-wasm", name);

const packedPath = (root: string, name: EngineFileName, coding: Coding) =>
  join(/* turbopackIgnore: true */ root, ".next/engine", `${name}.${coding}`);

const pack = async (root: string, name: EngineFileName, coding: Coding) =>
  CODINGS[coding](await readFile(engineFilePath(root, `dist/${name}`)));

/** Packs each file in each coding beside the build, so that no reader waits for it. */
export async function packEngine(root: string): Promise<void> {
  await mkdir(join(root, ".next/engine"), { recursive: true });
  for (const name of Object.values(ENGINE_FILES))
    for (const coding of Object.keys(CODINGS) as Coding[])
      await writeFile(packedPath(root, name, coding), await pack(root, name, coding));
}

/** A file in a coding, as the build left it; in development, where there is none, made when asked. */
export const readPacked = (root: string, name: EngineFileName, coding: Coding): Promise<Buffer> =>
  readFile(packedPath(root, name, coding)).catch(() => pack(root, name, coding));
