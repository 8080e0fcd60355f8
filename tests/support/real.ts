import { existsSync } from "node:fs";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { MANIFEST, readFolder, type Read } from "./folder";

/** Where the files of October 2022 are looked for: they are not in the repository. */
export const REAL_FILES = join(resolve(process.env.REAL_DATA_DIR ?? "../shared/real-data"), "2022-10");
export const realFilesAreHere = existsSync(join(REAL_FILES, "organisations.csv"));
/** Said in the title of tests that are skipped without the files. */
export const WHEN_ABSENT = realFilesAreHere ? "" : " (skipped: no REAL_DATA_DIR/2022-10)";

/** Reads the real files to their last row. */
export async function readRealFiles(): Promise<Read> {
  const parent = await mkdtemp(join(tmpdir(), "real-"));
  try {
    const folder = join(parent, "2022-10");
    for (const file of ["organisations.csv", "plateformes.csv"])
      await cp(join(REAL_FILES, file), join(folder, file));
    await writeFile(join(folder, "edition.json"), JSON.stringify({ ...MANIFEST, id: "2022-10" }));
    return await readFolder(folder);
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}
