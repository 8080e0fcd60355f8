import "server-only";
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { log } from "./log";
import { metrics } from "./metrics";

const KINDS: readonly [RegExp, string][] = [
  [/^\/_next\//, "static"],
  [/^\/api\/health\//, "health"],
  [/^\/api\/auth\//, "sign-in"],
  [/^\/(en\/)?(admin|connexion)(\/|$)/, "administration"],
  [/^\/api\//, "api"],
];

/** Of few kinds, so that counts stay few whatever is asked. */
export const kindOf = (path: string): string => KINDS.find(([pattern]) => pattern.test(path))?.[1] ?? "page";

const METHODS = new Set(["GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"]);

/** Path of a request as the log may have it: no parameters, and nothing of a one-time link's secret. */
export const pathInLog = (url: string): string =>
  (url.split(/[?#]/, 1)[0] ?? "").replace(/\/lien\/[^/]+/, "/lien/…").slice(0, 300);

/** An id that a proxy near by gave, when it looks like one; else one of our own. */
export function idOf(request: IncomingMessage): string {
  const given = request.headers["x-request-id"];
  return typeof given === "string" && /^[\w.:-]{8,64}$/.test(given) ? given : randomUUID();
}

/** Counts a request and writes its line once it is answered, or once its reader has left. */
export function watchRequest(request: IncomingMessage, response: ServerResponse, id: string): void {
  const began = performance.now();
  metrics.inFlight.inc();
  response.once("close", () => {
    metrics.inFlight.dec();
    const seconds = (performance.now() - began) / 1_000;
    const { method = "", url = "" } = request;
    // What nobody waited for has no status of ours: 499, as proxies write it.
    const status = response.writableFinished ? response.statusCode : 499;
    const path = pathInLog(url);
    const labels = { kind: kindOf(path), method: METHODS.has(method) ? method : "other", status };
    metrics.requests.observe(labels, seconds);
    log.info({ event: "request", request: id, method, path, status, ms: Math.round(seconds * 1_000) });
  });
}
