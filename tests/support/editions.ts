import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { realFiles, writeEditions } from "@/e2e/support/editions.mjs";
import type { Basis } from "@/lib/codes/types";
import type { EditionContext } from "@/lib/engine/context";
import { loadState, type EngineState } from "@/lib/engine/state";

/** Editions to try: the demonstration, and the real files where they are (REAL_DATA_DIR). */
export const EDITIONS = ["demo", ...(realFiles() ? ["2022-10"] : [])];
if (!realFiles())
  console.warn("The real files are not here (REAL_DATA_DIR): only the demonstration edition is tried.");

/**
 * Loads these editions for the tests of the file, or of the `describe` that calls it.
 * @param prepare changes the folder of editions before they are read
 */
export function loadedEditions(prepare?: (dataDir: string) => void) {
  let dataDir: string;
  let state: EngineState;
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), "editions-"));
    writeEditions(dataDir);
    prepare?.(dataDir);
    state = await loadState(dataDir);
  });
  afterAll(() => {
    state.instance.closeSync();
    rmSync(dataDir, { recursive: true });
  });
  return {
    /** Folder of an edition's files. */
    folderOf: (id: string): string => join(dataDir, id),
    /** @throws when the edition was refused */
    contextOf(id: string, basis: Basis = "corrected"): EditionContext {
      const edition = state.editions.get(id);
      if (!edition) throw new Error(`edition ${id} was refused: ${JSON.stringify(state.refusals)}`);
      return { state, edition, basis };
    },
  };
}
