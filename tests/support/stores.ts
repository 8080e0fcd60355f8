import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Why the PostgreSQL half of a suite is skipped where it can't run. */
export const NO_SERVER = "PostgreSQL is not here (Debian: apt-get install postgresql)";

/** Folder of PostgreSQL's own programs, or undefined: Debian keeps them out of the PATH. */
export function postgresPrograms(): string | undefined {
  const found = spawnSync("pg_config", ["--bindir"], { encoding: "utf8" });
  const folders = found.status === 0 ? [found.stdout.trim()] : [];
  const debian = "/usr/lib/postgresql";
  if (existsSync(debian)) folders.push(...readdirSync(debian).map((version) => join(debian, version, "bin")));
  return folders.find((folder) => existsSync(join(folder, "initdb")));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Starts a PostgreSQL server of its own on a port of the loopback, in a new folder.
 * @param wanted its port; any free one unless told
 * @returns the address of its database; how to stop it for good (its folder goes with it), or as a crash does and
 *   start it again
 */
export async function startPostgres(wanted?: number): Promise<{
  url: string;
  stop: () => void;
  halt: () => void;
  start: () => void;
}> {
  const programs = postgresPrograms();
  if (!programs) throw new Error(NO_SERVER);
  const folder = mkdtempSync(join(tmpdir(), "observatory-postgres-"));
  // PostgreSQL refuses to run as root.
  const root = process.getuid?.() === 0;
  const uid = root ? Number(execFileSync("id", ["-u", "postgres"], { encoding: "utf8" })) : undefined;
  if (uid !== undefined) chownSync(folder, uid, uid);
  const run = (program: string, args: readonly string[]) =>
    execFileSync(join(programs, program), args, {
      cwd: folder,
      stdio: "pipe",
      ...(uid === undefined ? {} : { uid }),
    });
  const data = join(folder, "data");
  run("initdb", ["-D", data, "-U", "observatory", "-A", "trust", "-E", "UTF8", "--no-sync"]);
  const port = wanted ?? (await freePort());
  const start = () =>
    run("pg_ctl", [
      ...["-D", data, "-w", "-l", join(folder, "log")],
      ...["-o", `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder}`, "start"],
    ]);
  const halt = () => run("pg_ctl", ["-D", data, "-m", "immediate", "-w", "stop"]);
  start();
  return {
    url: `postgresql://observatory@127.0.0.1:${port}/postgres`,
    start,
    halt,
    stop() {
      halt();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
