import "server-only";
import pino, { type Logger } from "pino";
import { env } from "@/lib/env";
import { requestId } from "@/lib/response-status";
import { metrics } from "./metrics";

const WARN = 40;
const LEVELS: Readonly<Record<number, string>> = { 40: "warn", 50: "error", 60: "fatal" };

/** Longest text kept of what went wrong: what a reader or a file wrote may be in it. */
const REASON_LENGTH = 4_000;

// Next bundles pages, handlers and instrumentation apart: one log for the process.
const shared = globalThis as typeof globalThis & { observatoryLog?: Logger };

/**
 * One JSON line an event on standard error: `level`, `time`, `event`, and `request`, the id that the answer carries in
 * `X-Request-Id`. Never an address of the network, a cookie, a password, an e-mail, or the parameters of a page.
 */
export const log: Logger = (shared.observatoryLog ??= pino(
  {
    level: env.LOG_LEVEL,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
    hooks: {
      logMethod(args, method, level) {
        const [line] = args as [{ event?: string }];
        if (level >= WARN)
          metrics.events.inc({ event: line.event ?? "other", level: LEVELS[level] ?? "other" });
        method.apply(this, args);
      },
    },
    mixin: () => {
      const request = requestId();
      return request === undefined ? {} : { request };
    },
  },
  // In step: a line written just before a crash is not lost.
  pino.destination({ dest: 2, sync: true }),
));

/** What a thrown value says, for the log alone: readers are never shown it. */
export function reasonOf(cause: unknown): string {
  const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  return text.length > REASON_LENGTH ? `${text.slice(0, REASON_LENGTH)}…` : text;
}
