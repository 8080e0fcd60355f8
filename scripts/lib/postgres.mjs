/** Makes sure, where it can, that there is a PostgreSQL for the tests of the store. */
import { existsSync, readdirSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { run } from "./run.mjs";

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
export async function ensurePostgres(progress) {
  const present = programs();
  if (present) return { note: present };
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    const options = { env, timeout: 300_000, onLine: progress };
    progress("apt-get install postgresql");
    await run("apt-get", ["update"], options);
    await run("apt-get", ["install", "-y", "--no-install-recommends", "postgresql"], options);
    const installed = programs();
    if (installed) return { note: `${installed}, just installed` };
  }
  return { note: "none: the store is tested on its embedded database alone" };
}
