import type { IncomingMessage, ServerResponse } from "node:http";
import { LRUCache } from "lru-cache";
import { addressOf } from "@/lib/response-status";
import { sendProblem } from "./problem";

type Options = {
  /** Answers being made at once. */
  atOnce?: number;
  /** Requests that may wait for one of these places, and how long. */
  waiting?: number;
  patienceMs?: number;
  /** How long a refusal is held back. */
  refusalMs?: number;
  /** Answers of the API made for one address in a minute; 0 counts none. */
  apiPerMinute: number;
  /** Told each time a request is refused, with the status. */
  onRefused?: (status: 429 | 503) => void;
};

/** Files at hand and health: they cost nothing, and must answer whatever the load. */
const FREE = /^\/(_next\/static|engine|api\/(health|metrics))(\/|\?|$)/;
const COUNTED = /^\/(api\/(v1|mcp|oembed)|files)(\/|\?|$)/;
const MINUTE = 60_000;

const WORDS = {
  429: ["Too many requests", "This address has asked more than its share of this minute. Wait, then go on."],
  503: ["Overloaded", "The server has more to do than it can for the moment. Try again in a moment."],
} as const;

function refuse(response: ServerResponse, status: 429 | 503, seconds: number): void {
  const [title, detail] = WORDS[status];
  sendProblem(
    response,
    { status, title, detail },
    { "Retry-After": String(seconds), "Access-Control-Expose-Headers": "Retry-After" },
  );
}

/** Waits, less long when the reader leaves. */
const later = (ms: number, response: ServerResponse) =>
  new Promise<void>((settle) => {
    const timer = setTimeout(settle, ms);
    response.once("close", () => {
      clearTimeout(timer);
      settle();
    });
  });

/**
 * Keeps the process answering under any load: so many answers are made at once, so many requests wait, and the rest
 * are told at once to come back. Comes after the memory of public answers, which nothing limits.
 */
export function admission({
  atOnce = 8,
  waiting = 96,
  patienceMs = 10_000,
  refusalMs = 500,
  apiPerMinute,
  onRefused,
}: Options) {
  /** How often an address has had an answer of the API made, in the minute that began with its first. */
  const counts = new LRUCache<string, { made: number; until: number }>({ max: 50_000, ttl: MINUTE });
  const queue: (() => void)[] = [];
  let running = 0;

  /** Seconds to wait, when the address has used up its minute. */
  function overLimit(request: IncomingMessage): number | undefined {
    if (apiPerMinute === 0 || !COUNTED.test(request.url ?? "")) return undefined;
    const address = addressOf(request);
    const now = Date.now();
    const found = counts.get(address);
    const count = found && found.until > now ? found : { made: 0, until: now + MINUTE };
    if (count !== found) counts.set(address, count);
    return ++count.made > apiPerMinute ? Math.ceil((count.until - now) / 1_000) : undefined;
  }

  /** Takes a place until the head of the answer has gone, or its reader: what follows is the reader's own pace. */
  function take(response: ServerResponse): void {
    running++;
    let held = true;
    const release = () => {
      if (!held) return;
      held = false;
      running--;
      queue.shift()?.();
    };
    const { writeHead } = response;
    response.writeHead = function (this: ServerResponse, ...args: unknown[]) {
      release();
      return writeHead.apply(this, args as never);
    } as typeof writeHead;
    response.once("close", release);
  }

  /** @returns whether a place came free before the reader's patience, or ours, ended */
  function place(response: ServerResponse): Promise<boolean> {
    if (running < atOnce) return Promise.resolve(true);
    if (queue.length >= waiting) return Promise.resolve(false);
    return new Promise((settle) => {
      const done = (admitted: boolean) => {
        clearTimeout(timer);
        response.off("close", leave);
        const index = queue.indexOf(enter);
        if (index >= 0) queue.splice(index, 1);
        settle(admitted);
      };
      const enter = () => done(true);
      const leave = () => done(false);
      const timer = setTimeout(leave, patienceMs);
      response.once("close", leave);
      queue.push(enter);
    });
  }

  /** @returns true when the request was refused, and nothing is left to do */
  return async function admit(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (FREE.test(request.url ?? "")) return false;
    const seconds = overLimit(request);
    // What is sent to be written arrives at its sender's pace, which must not hold a reader's place; it has limits of
    // its own.
    if (seconds === undefined && request.method !== "GET" && request.method !== "HEAD") return false;
    if (seconds === undefined && (await place(response))) {
      take(response);
      return false;
    }
    const status = seconds === undefined ? 503 : 429;
    onRefused?.(status);
    // Who asks again at once would keep the process busy with refusals: they come at a walk.
    await later(refusalMs, response);
    if (!response.destroyed) refuse(response, status, seconds ?? 2);
    return true;
  };
}
