import { startEngine } from "@/lib/engine/engine";

/** Longest a request in flight may hold a stop back; the promise to the outside is ten seconds. */
const STOP_MS = 9_000;

/**
 * Loads the engine while the server already listens: the liveness address answers at once, readiness when the
 * editions are loaded. A failed start is told here and tried again at the next request.
 */
export function start(): void {
  startEngine().catch((cause: unknown) => {
    console.error(JSON.stringify({ level: "error", event: "engine_start_failed", reason: String(cause) }));
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, limitStop);
  // Started by our own commands with a channel to them: when they die without a word, so does the server.
  if (process.connected) process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
}

/**
 * Next stops listening and lets requests in flight finish, but waits for them without end. `process.exit` hangs
 * behind a DuckDB query that runs, hence the kill.
 */
function limitStop(): void {
  setTimeout(() => process.kill(process.pid, "SIGKILL"), STOP_MS).unref();
}
