import "server-only";
import { LRUCache } from "lru-cache";
import { loadRegister } from "@/lib/editions/register";
import { openEdition } from "@/lib/editions/source";
import type { EditionContext } from "@/lib/engine/context";
import { stateOf, type EngineState, type LoadedEdition } from "@/lib/engine/state";
import type { Upload } from "./types";
import { uploadFolder } from "./uploads";

type Loaded = { state: EngineState; base: string | null };

// Next bundles pages and actions apart. Two at a time: each is an instance of the engine beside the one that serves.
const shared = globalThis as typeof globalThis & {
  observatoryStaged?: LRUCache<string, Promise<Loaded>>;
};
const loaded = (shared.observatoryStaged ??= new LRUCache<string, Promise<Loaded>>({
  max: 2,
  ttl: 10 * 60_000,
  ttlAutopurge: true,
  dispose: (gone) => void gone.then(({ state }) => state.retire()),
}));

/** Lets the engine's copy of an upload go. */
export function dropPreview(uploadId: string): void {
  for (const key of loaded.keys()) if (key.startsWith(`${uploadId} `)) loaded.delete(key);
}

/** Loads an upload, and the edition it is compared with under a name of its own: the two may have the same id. */
async function load(upload: Upload, base: LoadedEdition | undefined): Promise<Loaded> {
  const staged = await openEdition(uploadFolder(upload), await loadRegister());
  const name = upload.manifest.id === "served" ? "before" : "served";
  const other = base && { ...base.source, manifest: { ...base.manifest, id: name } };
  const state = await stateOf(other ? [other, staged] : [staged]);
  return { state, base: other ? name : null };
}

/** An upload as the engine would serve it, and the edition it is compared with. */
export async function stagedContexts(
  upload: Upload,
  base: LoadedEdition | undefined,
): Promise<{ staged: EditionContext; base: EditionContext | null }> {
  const key = `${upload.id} ${base?.identity ?? ""}`;
  let found = loaded.get(key);
  if (!found) {
    found = load(upload, base);
    loaded.set(key, found);
    // A failure is not kept: the next reader tries again.
    found.catch(() => loaded.delete(key));
  }
  const { state, base: baseId } = await found;
  const contextOf = (id: string): EditionContext => {
    const edition = state.editions.get(id);
    if (!edition) throw new Error(`the upload ${upload.id} could not be loaded`);
    return { state, edition, basis: "corrected" };
  };
  return { staged: contextOf(upload.manifest.id), base: baseId === null ? null : contextOf(baseId) };
}
