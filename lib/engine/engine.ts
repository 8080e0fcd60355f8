import "server-only";
import type { Basis } from "@/lib/codes/types";
import { recoverPublications } from "@/lib/editions/publish";
import { env } from "@/lib/env";
import type { EditionContext } from "./context";
import { loadState, type EngineState, type LoadedEdition } from "./state";
import { signatureOf, tellLoaded, watch, type Watched } from "./watch";

/** No edition could be loaded: nothing can be served until the folder holds one. */
export class NoEdition extends Error {
  constructor() {
    super("no edition could be loaded");
  }
}

type Engine = Watched & { refresh: () => Promise<void> };

// Next bundles pages, handlers and instrumentation apart: one engine per process lives on globalThis.
const shared = globalThis as typeof globalThis & { observatoryEngine?: Promise<Engine> };

/** Loads the folder as it is, and watches it from then on. */
async function open(dataDir: string): Promise<Engine> {
  // An edition that a publication cut short left away comes back before anything is listed.
  await recoverPublications(dataDir);
  // Taken before the loading: what changes meanwhile is seen at the next look. While one takes its place, anything will.
  const signature = (await signatureOf(dataDir)) ?? "";
  const served: Watched = { state: await loadState(dataDir), signature };
  tellLoaded(served.state);
  return Object.assign(served, watch(served, dataDir));
}

/** Opens the engine once per process and keeps it in step with the folder. A failed start is tried again at the next call. */
export function startEngine(): Promise<Engine> {
  shared.observatoryEngine ??= open(env.DATA_DIR).catch((cause: unknown) => {
    shared.observatoryEngine = undefined;
    throw cause;
  });
  return shared.observatoryEngine;
}

/** Loads at once what was just put in place or taken away, whole; other processes see it within two seconds. */
export async function refreshEngine(): Promise<void> {
  await (await startEngine()).refresh();
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
