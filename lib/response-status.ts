import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage, ServerResponse } from "node:http";

// One for the whole process: Next bundles pages and instrumentation apart.
const shared = globalThis as typeof globalThis & { responseOfRequest?: AsyncLocalStorage<ServerResponse> };
const current = (shared.responseOfRequest ??= new AsyncLocalStorage<ServerResponse>());

const DIRECT = Symbol.for("observatory.request-from-this-machine");

/** Remembers the answer that everything done for a request, from here on, belongs to, and what it is called in the log. */
export function enterResponse(response: ServerResponse, id: string): void {
  current.enterWith(response);
  response.setHeader("X-Request-Id", id);
  // Looked at before Next writes headers of its own into the request.
  const { headers, socket } = response.req;
  const forwarded = "x-forwarded-for" in headers || "forwarded" in headers;
  const direct = !forwarded && /^(::1$|(::ffff:)?127\.)/.test(socket.remoteAddress ?? "");
  Object.assign(response, { [DIRECT]: direct });
}

/** What the request being answered is called in the log; undefined outside one. */
export function requestId(): string | undefined {
  const id = current.getStore()?.getHeader("X-Request-Id");
  return typeof id === "string" ? id : undefined;
}

/**
 * Gives the page being made a status of its own. `notFound()` and thrown errors of Next 16 send an empty document
 * whose words come with JavaScript alone; a page that says so itself is whole.
 * @throws outside a request, or once the head of the answer has gone
 */
export function setPageStatus(status: 403 | 404 | 500 | 503): void {
  const response = current.getStore();
  if (!response || response.headersSent) throw new Error("no answer to give a status to");
  response.statusCode = status;
  if (status === 503) response.setHeader("Retry-After", "5");
}

const KEEPABLE = "public, max-age=0, must-revalidate";

/**
 * Says that the page being made is the same for every reader who is not signed in, so that it may be kept until what
 * it is made from changes. Parts of pages, which the browser's router asks for, are left as they are.
 */
export function letKeep(): void {
  const response = current.getStore();
  if (!response || response.headersSent || "rsc" in response.req.headers) return;
  if (response.hasHeader("Cache-Control")) return;
  response.setHeader("Cache-Control", KEEPABLE);
  response.appendHeader("Vary", "Cookie");
}

/**
 * Says that the body of the answer being made is packed already. Next takes this header out of a handler's own answer,
 * and leaves what stands on it.
 * @throws outside a request, or once the head of the answer has gone
 */
export function sayPacked(coding: "br" | "gzip", bytes: number): void {
  const response = current.getStore();
  if (!response || response.headersSent) throw new Error("no answer to say the coding of");
  response.setHeader("Content-Encoding", coding);
  response.setHeader("Content-Length", bytes);
}

/**
 * Says how long the body of the answer being made is. Next takes this header too out of a handler's own answer; where
 * the body is packed on its way, it goes.
 */
export function saySize(bytes: number): void {
  const response = current.getStore();
  if (response && !response.headersSent) response.setHeader("Content-Length", bytes);
}

const LACKING = Symbol.for("observatory.answer-lacks-something");

/** Says that the answer being made lacks something for now, so that it is not kept, whatever its headers say. */
export function forbidKeeping(): void {
  const response = current.getStore();
  if (response) Object.assign(response, { [LACKING]: true });
}

/**
 * Says that what was asked to be done could not be for now: 503 and when to come back, where the head of the answer
 * can still be told so.
 */
export function tellToComeBack(): void {
  const response = current.getStore();
  if (response && !response.headersSent) setPageStatus(503);
}

/** Whether an answer said so. */
export const isLacking = (response: ServerResponse): boolean => LACKING in response;

/** Addresses of this machine and of private networks, where a reverse proxy is. */
const NEAR = /^(::1$|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd])/i;

/**
 * Network address of who asks, to count attempts by. Behind a proxy near by, it is the last one that the proxy added;
 * anything further left in the header is what the visitor wrote, and is not believed.
 */
export function addressOf({ headers, socket }: IncomingMessage): string {
  const peer = (socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  const forwarded = [headers["x-forwarded-for"] ?? []].flat().join(",").split(",").at(-1)?.trim();
  return NEAR.test(peer) && forwarded ? forwarded : peer;
}

/** The same of the request being answered; nothing outside one. */
export function requestAddress(): string {
  const request = current.getStore()?.req;
  return request ? addressOf(request) : "";
}

/** Adds a cookie to the answer, also from a page, whose answer has not begun; says whether it could be added. */
export function appendCookie(cookie: string): boolean {
  const response = current.getStore();
  if (!response || response.headersSent) return false;
  response.appendHeader("Set-Cookie", cookie);
  return true;
}

/** Whether who asks is a program of this very machine, and no proxy speaks for another. */
export function isDirectFromHere(): boolean {
  const response = current.getStore() as (ServerResponse & { [DIRECT]?: boolean }) | undefined;
  return response?.[DIRECT] === true;
}
