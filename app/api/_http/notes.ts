import { notesIdentity, publishedNotes, type Note } from "@/lib/annotations";
import type { EditionContext } from "@/lib/engine/context";
import type { LoadedEdition } from "@/lib/engine/state";
import type { FileNote } from "@/lib/export/metadata";
import { forbidKeeping } from "@/lib/response-status";
import { StoreUnavailable } from "@/lib/store";
import { log, reasonOf } from "@/lib/watch/log";

/** What notes on a file may be about. */
export type Noted = {
  /** Exactly these, or anything below them (`indicator/by-type` has `indicator/by-type/COM`). */
  targets: readonly string[];
  /** Rows that notes may be about, by their identifier: which of some are in the file. */
  members?: {
    kind: "organisation" | "platform";
    among: (ids: readonly string[]) => Promise<readonly string[]>;
  };
};

/** The store may be away while editions are served: its answer is then unknown, which is not none. */
async function unlessAway<T>(question: () => Promise<T>): Promise<T | null> {
  try {
    return await question();
  } catch (cause) {
    if (!(cause instanceof StoreUnavailable)) throw cause;
    forbidKeeping();
    log.error({ event: "store_unavailable", reason: reasonOf(cause) });
    return null;
  }
}

const fileNote = ({
  target,
  kind,
  language,
  body,
  author_name,
  published_at,
  updated_at,
}: Note): FileNote => ({
  ...{ target, kind, language, body },
  author: author_name,
  date: published_at ?? updated_at,
});

/** Published notes on what a file holds; null when the store can't tell. */
export async function notesIn(
  { edition }: EditionContext,
  { targets, members }: Noted,
): Promise<FileNote[] | null> {
  const found = await unlessAway(() => publishedNotes({ edition: edition.id }, 1, 100_000));
  if (found === null) return null;
  const prefix = `${members?.kind}/`;
  const ids = members
    ? found.notes.flatMap(({ target }) => (target.startsWith(prefix) ? [target.slice(prefix.length)] : []))
    : [];
  const present = new Set(members && ids.length > 0 ? await members.among(ids) : []);
  const about = ({ target }: Note) =>
    targets.some((one) => target === one || target.startsWith(`${one}/`)) ||
    (target.startsWith(prefix) && present.has(target.slice(prefix.length)));
  return found.notes.filter(about).map(fileNote);
}

/** What answers that carry an edition's notes are made from: its files, and the state of its notes. */
export async function identityWithNotes({ id, identity }: LoadedEdition): Promise<string> {
  return `${identity} ${await unlessAway(() => notesIdentity(id))}`;
}
