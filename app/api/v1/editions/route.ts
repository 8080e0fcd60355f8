import { jsonAnswer } from "@/app/api/_http/answer";
import { problemResponse } from "@/app/api/_http/problem";
import { currentState, defaultEdition, editionsInOrder } from "@/lib/engine/engine";
import { provenanceOf } from "@/lib/export/provenance";

/** The editions served, the default one first named. */
export async function GET(request: Request): Promise<Response> {
  try {
    const state = await currentState();
    const editions = editionsInOrder(state);
    const identity = editions.map((edition) => edition.identity).join();
    const chosen = defaultEdition(state);
    return await jsonAnswer(request, identity, () => ({
      default: chosen.id,
      editions: editions.map((edition) => ({
        ...provenanceOf(edition),
        id: edition.id,
        counts: { organisations: edition.counts.organisations, platforms: edition.counts.platforms },
      })),
    }));
  } catch (cause) {
    return problemResponse(cause);
  }
}
