import "server-only";
import { access, constants } from "node:fs/promises";
import { join } from "node:path";
import { currentState, defaultEdition, editionsInOrder } from "@/lib/engine/engine";
import type { LoadedCounts } from "@/lib/engine/load";
import { NOT_WRITABLE, codeOf, exists, folderIdentity } from "@/lib/editions/disk";
import type { Manifest, Refusal } from "@/lib/editions/types";
import { idsWithVersions, keptVersions, type KeptVersion } from "@/lib/editions/versions";
import { env } from "@/lib/env";

/** An edition as administrators see it. */
export type EditionEntry = {
  id: string;
  /** What is served, if anything. */
  served: { manifest: Manifest; identity: string; counts: LoadedCounts; isDefault: boolean } | null;
  /** Why its folder can't be read, if so; the last good version may still be served. */
  refusal: Refusal | null;
  /** Those it had before, the last replaced first. */
  versions: KeptVersion[];
};

/** Every edition of the folder, served, refused or withdrawn. */
export async function editionEntries(): Promise<EditionEntry[]> {
  const state = await currentState();
  const first = state.editions.size === 0 ? undefined : defaultEdition(state).id;
  const ids = new Set([
    ...editionsInOrder(state).map(({ id }) => id),
    ...state.refusals.map(({ edition }) => edition),
    ...(await idsWithVersions(env.DATA_DIR)),
  ]);
  return Promise.all(
    [...ids].map(async (id) => {
      const edition = state.editions.get(id);
      return {
        id,
        served: edition
          ? {
              manifest: edition.manifest,
              identity: edition.identity,
              counts: edition.counts,
              isDefault: id === first,
            }
          : null,
        refusal: state.refusals.find((refusal) => refusal.edition === id) ?? null,
        versions: await keptVersions(env.DATA_DIR, id),
      };
    }),
  );
}

/** Whether editions can be put in place: the folder may be read-only. */
export async function canWrite(): Promise<boolean> {
  try {
    await access(env.DATA_DIR, constants.W_OK);
    return true;
  } catch (cause) {
    if (NOT_WRITABLE.includes(codeOf(cause))) return false;
    throw cause;
  }
}

/** Identity of what bears an id in the folder now, served or not; null when nothing does. */
export async function identityInPlace(id: string): Promise<string | null> {
  const folder = join(/* turbopackIgnore: true */ env.DATA_DIR, id);
  return (await exists(folder)) ? folderIdentity(folder) : null;
}

/** The edition set as the default one by the environment, if any. */
export const defaultBySetting = (): string | undefined => env.DEFAULT_EDITION;

/** Whether the program may reach out. */
export const isOffline = (): boolean => env.OFFLINE;
