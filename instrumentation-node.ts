import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { sessionCookie } from "@/lib/auth/session";
import { startEngine } from "@/lib/engine/engine";
import { env, settleNextAuth } from "@/lib/env";
import { admission } from "@/lib/http/admission";
import { refuseMalformed } from "@/lib/http/malformed";
import { answerMethod } from "@/lib/http/methods";
import { pageMemory } from "@/lib/http/page-memory";
import { siteIdentity } from "@/lib/http/site-identity";
import { enterResponse } from "@/lib/response-status";
import { programVersion } from "@/lib/version";
import { log, reasonOf } from "@/lib/watch/log";
import { metrics } from "@/lib/watch/metrics";
import { idOf, watchRequest } from "@/lib/watch/requests";
import { beginStopping, isStopping } from "@/lib/watch/stopping";
import { startTracing } from "@/lib/watch/tracing";

type HttpStart = { socket: Socket; request: IncomingMessage; response: ServerResponse };

/** How long a connection without a request is left open after a stop: one may be on its way. */
const IDLE_MS = 1_000;
/** Longest a request in flight may hold a stop back; the promise to the outside is ten seconds. */
const STOP_MS = 9_000;

/**
 * Loads the engine while the server already listens: the liveness address answers at once, readiness when the
 * editions are loaded. A failed start is told here and tried again at the next request.
 */
export function start(): void {
  tellWarnings();
  settleNextAuth();
  const { OTEL_EXPORTER_OTLP_ENDPOINT: collector } = env;
  if (collector) {
    startTracing(collector).catch((cause: unknown) => {
      log.error({ event: "tracing_start_failed", reason: reasonOf(cause) });
    });
  }
  startEngine().catch((cause: unknown) => {
    log.error({ event: "engine_start_failed", reason: reasonOf(cause) });
  });
  answerFirst();
  stopInTime();
}

/** Node writes its warnings (a library that uses what is out of date) in words: here each is a line of the log. */
function tellWarnings(): void {
  process.removeAllListeners("warning");
  process.on("warning", (warning) => log.warn({ event: "process_warning", reason: reasonOf(warning) }));
}

/**
 * What comes before Next, handed to the server that runs it (`scripts/server.mjs`), which is not bundled with it: what
 * can't be read, methods not taken, the memory of public answers, then the limits on what is made.
 */
function answerFirst(): void {
  const memory = pageMemory({
    identity: siteIdentity,
    sessionCookie: sessionCookie().name,
    version: programVersion,
    onRemembered: () => metrics.remembered.inc(),
  });
  const admit = admission({
    apiPerMinute: env.API_PER_MINUTE,
    onRefused: (status) => metrics.turnedAway.inc({ status }),
  });
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    plainHeaders(response);
    if (refuseMalformed(request, response) || answerMethod(request, response)) return true;
    return (await memory(request, response)) || (await admit(request, response));
  };
  Object.assign(globalThis, { observatoryAnswer: answer });
}

/**
 * Next hands over the headers of handlers as lists of one, in which its own compression finds no type that it knows:
 * the one value is made what it is, a text.
 */
function plainHeaders(response: ServerResponse): void {
  const { setHeader } = response;
  response.setHeader = function (this: ServerResponse, name, value) {
    const [only, ...others] = [value].flat();
    return setHeader.call(this, name, only === undefined || others.length > 0 ? value : only);
  };
}

/**
 * Told to stop, Next closes its door and lets requests in flight finish; but it also waits for connections on which
 * nothing was asked (browsers open some ahead of need), and without end. Here each connection is closed as soon as
 * its last answer has gone, and what still runs after nine seconds is killed: `process.exit` hangs behind a DuckDB
 * query.
 */
function stopInTime(): void {
  /** Requests in flight on each open connection. */
  const connections = new Map<Socket, number>();
  const closeWhenIdle = (socket: Socket) => {
    if (!isStopping()) return;
    const close = () => connections.get(socket) === 0 && socket.destroy();
    // Between a timer and an immediate, what has arrived is read: a busy process must not close on a request.
    setTimeout(() => setImmediate(close), IDLE_MS);
  };
  const count = (socket: Socket, change: number) => {
    if (!connections.has(socket)) socket.once("close", () => connections.delete(socket));
    connections.set(socket, (connections.get(socket) ?? 0) + change);
  };

  subscribe("net.server.socket", (message) => count((message as { socket: Socket }).socket, 0));
  subscribe("http.server.request.start", (message) => {
    const { socket, request, response } = message as HttpStart;
    const id = idOf(request);
    enterResponse(response, id);
    watchRequest(request, response, id);
    count(socket, 1);
    if (isStopping()) response.shouldKeepAlive = false;
    response.once("close", () => {
      if (!connections.has(socket)) return;
      count(socket, -1);
      closeWhenIdle(socket);
    });
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    // Told again (a service manager tells each process, and our command tells its server), it goes on stopping.
    process.on(signal, () => {
      if (isStopping()) return;
      beginStopping();
      setTimeout(() => process.kill(process.pid, "SIGKILL"), STOP_MS).unref();
      for (const socket of connections.keys()) closeWhenIdle(socket);
    });
  }
  // Started by our own commands with a channel to them: when they die without a word, so does the server.
  if (process.connected) process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
}
