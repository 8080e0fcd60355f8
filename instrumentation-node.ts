import { subscribe } from "node:diagnostics_channel";
import type { Server, ServerResponse } from "node:http";
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
  stopInTime();
}

/**
 * Told to stop, Next closes its door and lets requests in flight finish; but it also waits for connections on which
 * nothing was asked (browsers open some ahead of need), and without end. Here those are closed as soon as the last
 * answer has gone, and what still runs after nine seconds is killed: `process.exit` hangs behind a DuckDB query.
 */
function stopInTime(): void {
  const servers = new Set<Server>();
  let inFlight = 0;
  let stopping = false;
  const closeWhenIdle = () => {
    if (stopping && inFlight === 0) for (const server of servers) server.closeAllConnections();
  };

  subscribe("http.server.request.start", (message) => {
    const { server, response } = message as { server: Server; response: ServerResponse };
    servers.add(server);
    inFlight++;
    response.once("close", () => {
      inFlight--;
      setImmediate(closeWhenIdle);
    });
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      stopping = true;
      setTimeout(() => process.kill(process.pid, "SIGKILL"), STOP_MS).unref();
      closeWhenIdle();
    });
  }
  // Started by our own commands with a channel to them: when they die without a word, so does the server.
  if (process.connected) process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
}
