import "server-only";
import { join } from "node:path";
import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { EditionFile, EditionSource, Manifest, Refusal } from "@/lib/editions/types";
import { EditionError } from "@/lib/editions/errors";
import { loadRegister } from "@/lib/editions/register";
import { denominators2021, publishedHistory } from "@/lib/editions/reference";
import { listEditionFolders, openEdition } from "@/lib/editions/source";
import { lockInstance, openInstance } from "./instance";
import { loadEdition, loadReferences, type LoadedCounts } from "./load";
import { REPORTS } from "./reports";
import { PATCHED_RELATIONS, RELATIONS, TABLES } from "./schema";

/** An edition as served: what its manifest says, what its files are, how many rows were loaded. */
export type LoadedEdition = {
  id: string;
  manifest: Manifest;
  /** Hash of manifest and files: the cache key of everything computed from the edition. */
  identity: string;
  files: EditionFile[];
  counts: LoadedCounts;
  /** The bytes it was read from, kept so that a later unreadable version of the file does not take the edition away. */
  source: EditionSource;
};

/** Everything loaded from one sight of the folder; immutable, replaced whole. */
export type EngineState = {
  instance: DuckDBInstance;
  editions: ReadonlyMap<string, LoadedEdition>;
  refusals: readonly Refusal[];
  loadedAt: Date;
  /** Keeps the instance open while a query or an export reads it; call the answer when done. */
  hold: () => () => void;
  /** Closes the instance a minute from now, once nobody holds it. */
  retire: () => void;
};

/** One way to get an edition. */
type Attempt = () => Promise<EditionSource>;

/** @param wanted for each edition, the ways to get it, best first: the next is tried when the reader refuses one */
async function build(wanted: readonly (readonly Attempt[])[]): Promise<EngineState> {
  const register = await loadRegister();
  const instance = await openInstance();
  const editions = new Map<string, LoadedEdition>();
  const refusals: Refusal[] = [];
  const connection = await instance.connect();
  try {
    for (const statement of [...TABLES, ...RELATIONS, ...PATCHED_RELATIONS, ...REPORTS])
      await connection.run(statement);
    await loadReferences(connection, register, denominators2021, publishedHistory);
    for (const attempts of wanted) {
      for (const attempt of attempts) {
        try {
          const edition = await load(connection, await attempt());
          editions.set(edition.id, edition);
          break;
        } catch (cause) {
          // Only what the reader refuses is a refusal; anything else is a fault of ours and must be seen.
          if (!(cause instanceof EditionError)) throw cause;
          refusals.push(cause.refusal);
        }
      }
    }
  } finally {
    connection.closeSync();
  }
  const rows = [...editions.values()].reduce((sum, { counts }) => sum + counts.organisations, 0);
  await lockInstance(instance, rows);
  return { instance, editions, refusals, loadedAt: new Date(), ...holding(instance) };
}

/**
 * @param previous the state served so far: an edition that can't be read any more keeps its last good version
 * @returns a new state loaded from every readable edition of the folder; the unreadable ones are its refusals
 */
export async function loadState(dataDir: string, previous?: EngineState): Promise<EngineState> {
  const register = await loadRegister();
  const ids = await listEditionFolders(dataDir);
  return build(
    ids.map((id) => {
      const lastGood = previous?.editions.get(id)?.source;
      return [() => openEdition(join(dataDir, id), register), ...(lastGood ? [async () => lastGood] : [])];
    }),
  );
}

/** @returns a state of editions already read */
export function stateOf(sources: readonly EditionSource[]): Promise<EngineState> {
  return build(sources.map((source) => [async () => source]));
}

async function load(connection: DuckDBConnection, source: EditionSource): Promise<LoadedEdition> {
  const { manifest, identity, files } = source;
  return {
    id: manifest.id,
    manifest,
    identity,
    files,
    counts: await loadEdition(connection, source),
    source,
  };
}

/** A page holds its state between two queries only by reference, so a retired instance stays open this long at least. */
const GRACE_MS = 60_000;

function holding(instance: DuckDBInstance): Pick<EngineState, "hold" | "retire"> {
  let holders = 0;
  let expired = false;
  const closeWhenFree = () => {
    if (expired && holders === 0) instance.closeSync();
  };
  return {
    hold() {
      holders++;
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        holders--;
        closeWhenFree();
      };
    },
    retire() {
      setTimeout(() => {
        expired = true;
        closeWhenFree();
      }, GRACE_MS).unref();
    },
  };
}
