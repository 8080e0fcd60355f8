/** Makes sure, where it can, that there is a PostgreSQL for the tests of the store. */
import { existsSync, readdirSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensureProgram } from "./debian.mjs";

const DEBIAN = "/usr/lib/postgresql";

/** Whether there is one now. */
export const hasPostgres = () => programs() !== undefined;

/** The folder of PostgreSQL's own programs, as tests/support/stores.ts looks for it. */
function programs() {
  const { status, stdout } = spawnSync("pg_config", ["--bindir"], { encoding: "utf8" });
  const folders = status === 0 ? [stdout.trim()] : [];
  if (existsSync(DEBIAN)) folders.push(...readdirSync(DEBIAN).map((version) => join(DEBIAN, version, "bin")));
  return folders.find((folder) => existsSync(join(folder, "initdb")));
}

/** The step "database". Without one, the tests say what they skip. */
export const ensurePostgres = (progress) =>
  ensureProgram(programs, "postgresql", "none: the store is tested on its embedded database alone", progress);
