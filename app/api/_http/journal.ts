import { contextOf } from "@/lib/engine/engine";
import type { LoadedEdition } from "@/lib/engine/state";
import { allNotesIdentity, publishedNotes, readableNotes, type Note } from "@/lib/annotations";
import { noteLinks } from "@/lib/annotations/markdown";
import { noteAddress } from "@/lib/api/note-address";
import { cacheHeaders, requireContext } from "./answer";
import { problemResponse } from "./problem";

/** Notes of a feed, the newest. */
const MOST = 100;

/**
 * The published notes of an edition (`edition`, or the default one) as a feed, newest first.
 * @param type media type of what `write` makes
 */
export async function journalAnswer(
  request: Request,
  type: string,
  write: (
    edition: LoadedEdition,
    notes: readonly Note[],
    /** Address of a note that another links to; undefined when readers don't have it. */
    hrefOf: (id: string) => string | undefined,
  ) => string,
): Promise<Response> {
  try {
    const asked = new URL(request.url).searchParams.get("edition");
    const { edition } = asked
      ? await requireContext(asked, "corrected")
      : ((await contextOf(undefined, "corrected")) ?? (await requireContext("", "corrected")));
    // Notes link to notes of other editions too.
    const identity = `${edition.identity}\n${await allNotesIdentity()}`;
    const { headers, fresh } = cacheHeaders(request, identity);
    if (fresh) return new Response(null, { status: 304, headers });
    const { notes } = await publishedNotes({ edition: edition.id }, 1, MOST);
    const linked = await readableNotes(notes.flatMap(({ body }) => noteLinks(body)));
    const hrefOf = (id: string) => {
      const note = linked.get(id);
      return note && noteAddress(note);
    };
    return new Response(write(edition, notes, hrefOf), { headers: { ...headers, "Content-Type": type } });
  } catch (cause) {
    return problemResponse(cause);
  }
}
