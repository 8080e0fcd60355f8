import "server-only";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import pLimit from "p-limit";
import { EDITION_FILES } from "@/lib/editions/disk";
import { recoverPublications } from "@/lib/editions/publish";
import { lockedId } from "@/lib/editions/publish-lock";
import { log, reasonOf } from "@/lib/watch/log";
import { loadState, type EngineState } from "./state";

/** What is served, and what the folder looked like when it was loaded. */
export type Watched = { state: EngineState; signature: string };

// Two looks alike, then the loading: other processes see a publication within two seconds.
const POLL_MS = 400;

/** What the folder looks like now: names, sizes and dates of every edition's files; undefined while one takes its place. */
export async function signatureOf(dataDir: string): Promise<string | undefined> {
  const entries = await readdir(/* turbopackIgnore: true */ dataDir, { withFileTypes: true });
  const marks: string[] = [];
  for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name))) {
    if (lockedId(entry.name) !== undefined) return undefined;
    if (entry.name.startsWith(".") || !(entry.isDirectory() || entry.isSymbolicLink())) continue;
    for (const file of EDITION_FILES) {
      const found = await stat(
        /* turbopackIgnore: true */ join(/* turbopackIgnore: true */ dataDir, entry.name, file),
      ).catch((cause: NodeJS.ErrnoException) => {
        // A missing file is part of the picture; any other failure must be seen.
        if (cause.code === "ENOENT" || cause.code === "ENOTDIR") return undefined;
        throw cause;
      });
      marks.push(`${entry.name}/${file}:${found ? `${found.size}:${found.mtimeMs}:${found.ino}` : "-"}`);
    }
  }
  return marks.join("\n");
}

/** Writes in the log what is served from now on, and what can't be. */
export function tellLoaded({ editions, refusals }: EngineState): void {
  const served = Object.fromEntries([...editions].map(([id, { identity }]) => [id, identity]));
  log.info({ event: "editions_loaded", served });
  for (const refusal of refusals) log.warn({ event: "edition_refused", ...refusal });
}

/** Loads the folder beside what is served and swaps it in, unless the folder changed meanwhile. @returns whether it did */
async function reload(served: Watched, dataDir: string, seen: string): Promise<boolean> {
  const before = served.state;
  const state = await loadState(dataDir, before);
  if ((await signatureOf(dataDir)) !== seen) {
    // An edition may have been between two names while the folder was listed.
    state.retire();
    return false;
  }
  served.state = state;
  served.signature = seen;
  before.retire();
  tellLoaded(state);
  return true;
}

/**
 * Keeps what is served in step with the folder: a change is loaded once it has stayed the same for one turn, so that a
 * copy in progress is not read; what a dead publication left is repaired first.
 * @returns `refresh` loads a change at once, for who has just made a whole one; `stop` ends the watch
 */
export function watch(served: Watched, dataDir: string) {
  let candidate: string | undefined = served.signature;
  // One at a time, in the order asked.
  const inTurn = pLimit(1);

  async function turn(): Promise<void> {
    const seen = await signatureOf(dataDir);
    if (seen === undefined) await recoverPublications(dataDir);
    else if (seen !== served.signature && seen === candidate) await reload(served, dataDir, seen);
    candidate = seen;
  }

  async function refresh(): Promise<void> {
    for (let tries = 0; tries < 20; tries++) {
      const seen = await signatureOf(dataDir);
      if (seen === served.signature) return;
      if (seen !== undefined && (await reload(served, dataDir, seen))) return;
      await new Promise((later) => setTimeout(later, 50));
    }
    throw new Error("the folder of the editions changes without end");
  }

  const looking = setInterval(() => {
    if (inTurn.activeCount + inTurn.pendingCount > 0) return;
    inTurn(turn).catch((cause: unknown) => {
      // The state served so far stays; the next turn tries again.
      log.error({ event: "reload_failed", reason: reasonOf(cause) });
    });
  }, POLL_MS).unref();
  return { refresh: () => inTurn(refresh), stop: () => clearInterval(looking) };
}
