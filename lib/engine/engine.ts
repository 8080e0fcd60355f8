import "server-only";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Basis } from "@/lib/codes/types";
import { recoverPublications } from "@/lib/editions/publish";
import { env } from "@/lib/env";
import type { EditionContext } from "./context";
import { loadState, type EngineState, type LoadedEdition } from "./state";
import { log, reasonOf } from "@/lib/watch/log";

/** No edition could be loaded: nothing can be served until the folder holds one. */
export class NoEdition extends Error {
  constructor() {
    super("no edition could be loaded");
  }
}

type Engine = { state: EngineState; signature: string; watcher: NodeJS.Timeout };

// Next bundles pages, handlers and instrumentation apart: one engine per process lives on globalThis.
const shared = globalThis as typeof globalThis & { observatoryEngine?: Promise<Engine> };

const POLL_MS = 2_000;

/** What the folder looks like now: names, sizes and dates of every edition's files. */
async function signatureOf(dataDir: string): Promise<string> {
  const entries = await readdir(/* turbopackIgnore: true */ dataDir, { withFileTypes: true });
  const marks: string[] = [];
  for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name))) {
    if (entry.name.startsWith(".") || !(entry.isDirectory() || entry.isSymbolicLink())) continue;
    for (const file of ["edition.json", "organisations.csv", "plateformes.csv"]) {
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
function tellLoaded({ editions, refusals }: EngineState): void {
  const served = Object.fromEntries([...editions].map(([id, { identity }]) => [id, identity]));
  log.info({ event: "editions_loaded", served });
  for (const refusal of refusals) log.warn({ event: "edition_refused", ...refusal });
}

/** Swaps in a new state when the folder changed and has stayed the same for one turn, so that a copy in progress is not read. */
function watch(engine: Engine, dataDir: string): NodeJS.Timeout {
  let candidate = engine.signature;
  let busy = false;
  async function turn(): Promise<void> {
    if (busy) return;
    busy = true;
    try {
      const seen = await signatureOf(dataDir);
      if (seen !== engine.signature && seen === candidate) {
        const before = engine.state;
        engine.state = await loadState(dataDir, before);
        engine.signature = seen;
        before.retire();
        tellLoaded(engine.state);
      }
      candidate = seen;
    } catch (cause) {
      // The state served so far stays; the next turn tries again.
      log.error({ event: "reload_failed", reason: reasonOf(cause) });
    } finally {
      busy = false;
    }
  }
  return setInterval(() => void turn(), POLL_MS).unref();
}

/** Opens the engine once per process and keeps it in step with the folder. A failed start is tried again at the next call. */
export function startEngine(): Promise<Engine> {
  shared.observatoryEngine ??= (async () => {
    const dataDir = env.DATA_DIR;
    // An edition that a publication cut short left away comes back before anything is listed.
    await recoverPublications(dataDir);
    const signature = await signatureOf(dataDir);
    const engine = { state: await loadState(dataDir), signature } as Engine;
    tellLoaded(engine.state);
    engine.watcher = watch(engine, dataDir);
    return engine;
  })().catch((cause: unknown) => {
    shared.observatoryEngine = undefined;
    throw cause;
  });
  return shared.observatoryEngine;
}

/** The state served now. */
export async function currentState(): Promise<EngineState> {
  return (await startEngine()).state;
}

const KIND_ORDER = { official: 0, snapshot: 1, demo: 2 } as const;

/** Editions newest first, official before snapshots before demonstration. */
export function editionsInOrder(state: EngineState): LoadedEdition[] {
  return [...state.editions.values()].sort(
    (a, b) =>
      KIND_ORDER[a.manifest.kind] - KIND_ORDER[b.manifest.kind] ||
      b.manifest.asOf.localeCompare(a.manifest.asOf),
  );
}

/**
 * The edition served when none is named: DEFAULT_EDITION, else the newest official one.
 * @throws NoEdition
 */
export function defaultEdition(state: EngineState): LoadedEdition {
  const edition =
    (env.DEFAULT_EDITION ? state.editions.get(env.DEFAULT_EDITION) : undefined) ?? editionsInOrder(state)[0];
  if (!edition) throw new NoEdition();
  return edition;
}

/**
 * @param id the edition asked for, or undefined for the default one
 * @returns the context of one request, or undefined when there is no such edition
 * @throws NoEdition when none is loaded
 */
export async function contextOf(id: string | undefined, basis: Basis): Promise<EditionContext | undefined> {
  const state = await currentState();
  const edition = id === undefined ? defaultEdition(state) : state.editions.get(id);
  return edition && { state, edition, basis };
}
