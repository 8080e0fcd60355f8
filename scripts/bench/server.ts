import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { freePort } from "../../e2e/support/free-port.mjs";

/** What someone signed in would bring: the answer is then made anew, never taken from the memory of public answers. */
export const AFRESH = { cookie: "next-auth.session-token=x" };

export type BenchServer = {
  url: string;
  pid: number;
  /** Milliseconds from its start to readiness. */
  readyMs: number;
  /** Resident memory now, in MB, as the server itself says. */
  memory: () => Promise<number>;
  stop: () => Promise<void>;
};

/** The built dashboard over a folder of editions, on a port and with a store of its own. @throws Error when it does not start */
export async function startServer(dataDir: string): Promise<BenchServer> {
  if (!existsSync(".next/BUILD_ID")) throw new Error("there is no build to measure: npm run build");
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const stateDir = mkdtempSync(join(tmpdir(), "observatory-bench-"));
  const started = performance.now();
  const child = spawn(process.execPath, ["scripts/server.mjs", "127.0.0.1", String(port)], {
    env: {
      ...process.env,
      ...{ NODE_ENV: "production", UV_THREADPOOL_SIZE: "16", OFFLINE: "1", LOG_LEVEL: "silent" },
      ...{ DATA_DIR: dataDir, STATE_DIR: stateDir, PORT: String(port), NEXTAUTH_URL: url },
      // One address asks for all.
      API_PER_MINUTE: "0",
    },
    stdio: "ignore",
  });
  const ended = new Promise((settle) => child.once("close", settle));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(stateDir, { recursive: true, force: true });
  };
  for (let ready = 0; ready !== 200;) {
    if (child.exitCode !== null || performance.now() - started > 300_000) {
      await stop();
      throw new Error("the server did not become ready");
    }
    await new Promise((settle) => setTimeout(settle, 20));
    ready = await fetch(`${url}/api/health/ready`).then(
      ({ status }) => status,
      () => 0,
    );
  }
  return {
    ...{ url, pid: child.pid ?? 0, readyMs: performance.now() - started, stop },
    memory: async () => {
      const text = await (await fetch(`${url}/api/metrics`)).text();
      return Number(/^process_resident_memory_bytes(?:\{[^}]*\})? (\S+)/m.exec(text)?.[1]) / 1e6;
    },
  };
}
