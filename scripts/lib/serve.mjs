/** Runs the built dashboard until it is told to stop. */
import { spawn } from "node:child_process";
import { get } from "node:http";
import { createServer } from "node:net";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildId } from "./build.mjs";
import { CommandError, ROOT, childEnv, dashboardNode, settings } from "./project.mjs";
import { isStopping, onStop } from "./stop.mjs";

const READY_MS = 120_000;
const STOP_MS = 9_500;

const local = (host) => ["127.0.0.1", "localhost", "0.0.0.0", "::", "::1"].includes(host);
const bracketed = (host) => (host.includes(":") ? `[${host}]` : host);

/** Address for a reader. */
export const addressOf = ({ host, port }) => `http://${local(host) ? "localhost" : bracketed(host)}:${port}`;

/** Where this folder's server on a port says that it runs. */
const noteOf = ({ stateDir, port }) => join(stateDir, `running-${port}.json`);

/** The answer of the readiness address: its status and text, or undefined when nobody answers. */
function readiness({ host, port }) {
  const reached = { "0.0.0.0": "127.0.0.1", "::": "::1" }[host] ?? host;
  return new Promise((settle) => {
    const request = get({ host: reached, port, path: "/api/health/ready", timeout: 5_000 }, (response) => {
      let body = "";
      response.on("data", (chunk) => (body += chunk));
      response.on("end", () => settle({ status: response.statusCode, body }));
    });
    request.on("timeout", () => request.destroy()).on("error", () => settle(undefined));
  });
}

/** Whether a server started from this very folder already answers on the port. */
export async function alreadyRunning() {
  const own = settings();
  let pid;
  try {
    ({ pid } = JSON.parse(readFileSync(noteOf(own), "utf8")));
    process.kill(pid, 0);
  } catch {
    // No note, or the note of a server that is gone.
    return false;
  }
  return (await readiness(own))?.status === 200;
}

/**
 * Makes sure that the port is free before any long work.
 * @throws CommandError
 */
export function checkPort() {
  const { host, port } = settings();
  return new Promise((settle, refuse) => {
    const probe = createServer();
    probe.once("error", ({ code }) => {
      const why = {
        EADDRINUSE: `port ${port} is taken by another program: stop it, or choose another port (PORT=${port === 65535 ? port - 1 : port + 1} npm run up)`,
        EACCES: `port ${port} is not allowed to this user: choose one above 1023 (PORT=3000 npm run up)`,
        EADDRNOTAVAIL: `HOST=${host} is no address of this machine: leave it out, or set it to 127.0.0.1 or 0.0.0.0`,
        ENOTFOUND: `HOST=${host} is no known host: leave it out, or set it to 127.0.0.1 or 0.0.0.0`,
      };
      refuse(new CommandError(why[code] ?? `can't listen on ${host}:${port} (${code})`));
    });
    probe.listen({ host, port }, () => probe.close(() => settle()));
  });
}

/** Starts the server; its chatter is kept until it is ready, then shown. */
function startServer({ host, port }) {
  // DuckDB runs queries on libuv's threads: with the usual four, slow ones would hold up file reads.
  // The engine's threads share two pools of memory: with one each, what a large edition took is never given back.
  const env = { MALLOC_ARENA_MAX: "2", ...childEnv(), NODE_ENV: "production", UV_THREADPOOL_SIZE: "16" };
  const args = [join(ROOT, "scripts/server.mjs"), host, String(port)];
  // The channel lets the server notice our end, whatever it is.
  const child = spawn(dashboardNode(), args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe", "ipc"] });
  const exited = new Promise((settle) => child.on("exit", settle).on("error", settle));
  child.stderr.pipe(process.stderr);
  let shown = false;
  child.stdout.on("data", (chunk) => shown && process.stdout.write(chunk));
  return { child, exited, show: () => (shown = true) };
}

/**
 * The step "serve", up to readiness.
 * @returns {Promise<{ note: string, value: { exited: Promise<unknown> } }>}
 * @throws CommandError when the server ends or is not ready in time
 */
export async function serve(progress) {
  const own = settings();
  if (!buildId()) throw new CommandError("there is no build to serve: run npm run build, or npm run up");
  const { child, exited, show } = startServer(own);
  let ended = false;
  void exited.then(() => (ended = true));

  const stop = async () => {
    child.kill("SIGTERM");
    const killer = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
    await exited;
    clearTimeout(killer);
    rmSync(noteOf(own), { force: true });
  };
  onStop(async () => {
    await stop();
    return 0;
  });

  const deadline = Date.now() + READY_MS;
  let last;
  while (!ended && !isStopping() && Date.now() < deadline) {
    last = await readiness(own);
    if (last?.status === 200) break;
    progress(last ? "loading the editions" : "starting");
    await new Promise((settle) => setTimeout(settle, 100));
  }
  if (isStopping()) return new Promise(() => {});
  if (ended) throw new CommandError("the server ended before it was ready (its messages are above)");
  if (last?.status !== 200) {
    await stop();
    throw new CommandError(
      last
        ? `the server is not ready after ${READY_MS / 1000} s: ${last.body.slice(0, 500)}`
        : `the server did not answer within ${READY_MS / 1000} s`,
    );
  }
  mkdirSync(own.stateDir, { recursive: true });
  writeFileSync(noteOf(own), JSON.stringify({ pid: process.pid }));
  show();
  return { note: "ready", value: { exited } };
}
