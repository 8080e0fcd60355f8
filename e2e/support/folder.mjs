import { tmpdir } from "node:os";
import { join } from "node:path";

/** Folder of the server under test on a port: its editions and its state, which the tests' commands share. */
export const folderOf = (port) => join(tmpdir(), `observatory-e2e-${port}`);
