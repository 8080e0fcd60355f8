import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { LRUCache } from "lru-cache";
import { isLacking } from "@/lib/response-status";

/** An answer kept: sent again byte for byte. */
type Kept = { status: number; headers: [string, number | string | string[]][]; body: Buffer };

type Options = {
  /** What public answers are made from now; undefined when it can't be told. */
  identity: () => Promise<string | undefined>;
  /** Name of the cookie of who is signed in: their pages are their own. */
  sessionCookie: string;
  /** Of the program: another build answers otherwise. */
  version: string;
  /** Told each time an answer is sent again. */
  onRemembered?: () => void;
  /** Bytes kept in all, and of one answer. */
  maxBytes?: number;
  maxAnswerBytes?: number;
};

/** Next asks for parts of pages by these; what they answer is not the page. */
const PARTIAL = ["rsc", "next-router-prefetch", "next-router-segment-prefetch", "next-action", "range"];

/** Headers of one connection, not of the answer. */
const HOP = new Set(["connection", "keep-alive", "transfer-encoding", "date", "x-request-id"]);

/** What an answer may depend on besides its address: the rest of the key, or nothing that is asked for here. */
const ACCOUNTED = /^(accept-encoding|cookie|origin|rsc|next-[a-z-]+)$/;

const isPublic = (response: ServerResponse) =>
  response.statusCode === 200 &&
  /^public\b/.test(String(response.getHeader("cache-control") ?? "")) &&
  !response.hasHeader("set-cookie") &&
  !isLacking(response) &&
  namesOf(response.getHeader("vary")).every((name) => ACCOUNTED.test(name));

const namesOf = (header: number | string | readonly string[] | undefined) =>
  [header ?? []]
    .flat()
    .join(",")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);

const tagsOf = (header: string | undefined) =>
  (header ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));

/**
 * Keeps public answers in memory, each under all that it is made from: address, encoding, editions, notes and build.
 * Nothing is ever invalidated: when any of these changes, the next request has another key. An answer opts in by a
 * `Cache-Control` that begins with `public`; those of who is signed in, and parts of pages, are never kept.
 */
export function pageMemory({
  identity,
  sessionCookie,
  version,
  onRemembered,
  maxBytes = 96_000_000,
  maxAnswerBytes = 2_000_000,
}: Options) {
  const kept = new LRUCache<string, Kept>({
    maxSize: maxBytes,
    sizeCalculation: ({ body }) => body.length + 1_000,
  });
  /** Answers being made for the first time: who asks for the same waits until it is known whether they are kept. */
  const underway = new Map<string, Promise<void>>();

  const canBeKept = ({ method, headers, url }: IncomingMessage) =>
    (method === "GET" || method === "HEAD") &&
    !PARTIAL.some((name) => name in headers) &&
    !(headers.cookie ?? "").includes(`${sessionCookie}=`) &&
    !/^\/(_next|engine|api\/(auth|health))\//.test(url ?? "");

  function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Kept): void {
    for (const [name, value] of headers) response.setHeader(name, value);
    const etag = String(response.getHeader("etag")).replace(/^W\//, "");
    const known = tagsOf(request.headers["if-none-match"]);
    if (known.includes(etag) || known.includes("*")) {
      response.removeHeader("content-length");
      response.removeHeader("content-encoding");
      response.writeHead(304).end();
      return;
    }
    response.setHeader("content-length", body.length);
    response.writeHead(status).end(request.method === "HEAD" ? undefined : body);
  }

  /** Listens to an answer as it is sent, and keeps it when it says that it may be. */
  function listen(key: string, request: IncomingMessage, response: ServerResponse): void {
    const parts: Buffer[] = [];
    let size = 0;
    let decided: () => void = () => {};
    if (request.method === "GET") underway.set(key, new Promise((settle) => (decided = settle)));
    const done = () => {
      if (request.method === "GET") underway.delete(key);
      decided();
    };
    let keeping = true;
    const giveUp = () => {
      keeping = false;
      parts.length = 0;
      done();
    };
    const take = (chunk: unknown, encoding: unknown) => {
      if (!keeping || chunk === null || chunk === undefined || typeof chunk === "function") return;
      const bytes =
        typeof chunk === "string"
          ? Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8")
          : Buffer.from(chunk as Uint8Array);
      size += bytes.length;
      if (size > maxAnswerBytes) giveUp();
      else parts.push(bytes);
    };

    const { writeHead, write, end } = response;
    response.writeHead = function (this: ServerResponse, ...args: unknown[]) {
      if (typeof args[0] === "number") this.statusCode = args[0];
      // Headers given here would not be seen when the answer is kept.
      if (!isPublic(this) || typeof args.at(-1) === "object") giveUp();
      else if (!this.hasHeader("etag"))
        this.setHeader("etag", `W/"${createHash("sha256").update(key).digest("base64url").slice(0, 27)}"`);
      return writeHead.apply(this, args as never);
    } as typeof writeHead;
    response.write = function (this: ServerResponse, ...args: unknown[]) {
      if (!this.headersSent) this.writeHead(this.statusCode);
      take(args[0], args[1]);
      return write.apply(this, args as never);
    } as typeof write;
    response.end = function (this: ServerResponse, ...args: unknown[]) {
      if (!this.headersSent) this.writeHead(this.statusCode);
      take(args[0], args[1]);
      return end.apply(this, args as never);
    } as typeof end;

    response.once("close", () => {
      if (keeping && response.writableFinished && !isLacking(response) && request.method === "GET") {
        const headers = Object.entries(response.getHeaders()).flatMap(([name, value]) =>
          HOP.has(name) || value === undefined ? [] : [[name, value] as [string, number | string | string[]]],
        );
        kept.set(key, { status: 200, headers, body: Buffer.concat(parts) });
      }
      done();
    });
  }

  /**
   * Answers a request from memory, or prepares to keep its answer.
   * @returns true when it is answered, and nothing is left to do
   */
  return async function answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (!canBeKept(request)) return false;
    const now = await identity();
    if (now === undefined) return false;
    // One of two, so that what is kept is what was asked.
    const encoding = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? "")) ? "gzip" : "identity";
    request.headers["accept-encoding"] = encoding;
    const key = [version, now, encoding, request.url].join("\n");
    // Without one under way nothing may come between this look and `listen`: two who ask together would both make it.
    if (underway.has(key)) await underway.get(key);
    const found = kept.get(key);
    if (found) {
      onRemembered?.();
      send(request, response, found);
      return true;
    }
    // HEAD is not kept, and has the tag that GET would.
    if (request.method === "HEAD" || !underway.has(key)) listen(key, request, response);
    return false;
  };
}
