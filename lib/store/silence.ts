import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { log } from "@/lib/watch/log";

/** How long one probe waits, and the time between two, in milliseconds. */
const PROBE_MS = 1_000;

/** What the driver says when a server takes everything and answers nothing; waiting for one's turn is another matter. */
const SILENT = /^(Query read timeout|timeout expired|Connection terminated due to connection timeout)$/;
const isSilence = (cause: unknown) => cause instanceof Error && SILENT.test(cause.message);

/** Whether a server says anything, be it that it refuses. */
async function speaks(url: string): Promise<boolean> {
  const client = new Client({
    ...{ connectionString: url, connectionTimeoutMillis: PROBE_MS, query_timeout: PROBE_MS },
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch (cause) {
    return !isSilence(cause);
  } finally {
    // Not waited for: a server that says nothing does not say good-bye.
    client.end().catch(() => undefined);
  }
}

/**
 * What a question that is not put fails of. In the driver's own manner, which `storeError` reads: what one bundle of Next
 * throws is of no class of another.
 */
export const stoppedAnswering = (cause?: unknown) =>
  new Error("timeout: the server has stopped answering", { cause });

/** What is known of one server, whatever asks it: pools come and go with openings that fail. */
class Silence {
  #silent = false;
  readonly #url: string;
  constructor(url: string) {
    this.#url = url;
  }

  /** @throws at once while the server says nothing */
  check(): void {
    if (this.#silent) throw stoppedAnswering();
  }

  /** Looks at what a question failed of; after a silence, further ones fail at once until a probe is answered. */
  async heed(cause: unknown): Promise<void> {
    if (this.#silent || !isSilence(cause)) return;
    this.#silent = true;
    log.warn({ event: "store_silent" });
    // The first one at once: it was this process that was late, maybe.
    while (!(await speaks(this.#url))) await sleep(PROBE_MS, undefined, { ref: false });
    this.#silent = false;
    log.info({ event: "store_speaks" });
  }
}

// One a server and a process, as the store itself.
const shared = globalThis as typeof globalThis & { observatorySilences?: Map<string, Silence> };
const silences = (shared.observatorySilences ??= new Map<string, Silence>());

/** Whether a server has fallen silent: once known, nobody waits for it in turn. */
export function silenceOf(url: string): Silence {
  const known = silences.get(url) ?? new Silence(url);
  silences.set(url, known);
  return known;
}
