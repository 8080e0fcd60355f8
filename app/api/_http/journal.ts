import { contextOf } from "@/lib/engine/engine";
import type { LoadedEdition } from "@/lib/engine/state";
import { notesIdentity, publishedNotes, type Note } from "@/lib/annotations";
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
  write: (edition: LoadedEdition, notes: readonly Note[]) => string,
): Promise<Response> {
  try {
    const asked = new URL(request.url).searchParams.get("edition");
    const { edition } = asked
      ? await requireContext(asked, "corrected")
      : ((await contextOf(undefined, "corrected")) ?? (await requireContext("", "corrected")));
    const identity = `${edition.identity}\n${await notesIdentity(edition.id)}`;
    const { headers, fresh } = cacheHeaders(request, identity);
    if (fresh) return new Response(null, { status: 304, headers });
    const { notes } = await publishedNotes({ edition: edition.id }, 1, MOST);
    return new Response(write(edition, notes), { headers: { ...headers, "Content-Type": type } });
  } catch (cause) {
    return problemResponse(cause);
  }
}
