import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeEditions } from "./editions.mjs";
import { freePort } from "./free-port.mjs";

export type OwnServer = {
  url: string;
  port: number;
  /** Holds `editions` and `state`. */
  folder: string;
  process: ChildProcess;
  /** Lines of standard error so far. */
  lines: () => string[];
  ended: Promise<number | null>;
  /** Stops it; its folder stays. */
  stop: () => Promise<void>;
};

const running = new Set<OwnServer>();
const folders = new Set<string>();

/** A folder that `stopOwnServers` takes away, with the editions of the tests in `editions`. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "observatory-own-"));
  folders.add(folder);
  mkdirSync(join(folder, "editions"));
  writeEditions(join(folder, "editions"));
  return folder;
}

/**
 * The production server on a port and in a folder of its own, ready, for tests that set or break something.
 * @param as who it runs as, when not as the tests do
 * @param until what its readiness says when the test may begin
 */
export async function startOwnServer(
  settings: Record<string, string> = {},
  folder = ownFolder(),
  as: { uid?: number; gid?: number } = {},
  until = 200,
): Promise<OwnServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ["scripts/server.mjs", "127.0.0.1", String(port)], {
    env: {
      ...process.env,
      ...{ NODE_ENV: "production", UV_THREADPOOL_SIZE: "16", OFFLINE: "1", DEFAULT_EDITION: "demo" },
      ...{ PORT: String(port), NEXTAUTH_URL: url },
      ...{ DATA_DIR: join(folder, "editions"), STATE_DIR: join(folder, "state") },
      ...settings,
    },
    stdio: ["ignore", "ignore", "pipe"],
    ...as,
  });
  let written = "";
  child.stderr.on("data", (chunk: Buffer) => (written += String(chunk)));
  const ended = new Promise<number | null>((settle) => child.once("close", settle));
  const server: OwnServer = {
    ...{ url, port, folder, process: child, ended },
    lines: () => written.split("\n").filter(Boolean),
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      running.delete(server);
    },
  };
  running.add(server);
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && child.exitCode === null) {
    const ready = await fetch(`${url}/api/health/ready`).catch(() => undefined);
    if (ready?.status === until) return server;
    await new Promise((settle) => setTimeout(settle, 100));
  }
  throw new Error(`the server is not ready: ${written}`);
}

/** Stops every server that a test started and takes their folders away. */
export async function stopOwnServers(): Promise<void> {
  await Promise.all([...running].map((server) => server.stop()));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders.clear();
}
