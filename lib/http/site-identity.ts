import "server-only";
import { allNotesIdentity } from "@/lib/annotations";
import { currentState, defaultEdition, editionsInOrder, NoEdition } from "@/lib/engine/engine";
import { formatDate } from "@/lib/format";
import { StoreUnavailable } from "@/lib/store";

/**
 * What every public answer is made from: the editions loaded, the notes published by now, and the day, which printed
 * pages give. Two equal identities mean equal answers, in any process; it is asked anew for each request, so that an
 * edition or a note shows at once.
 * @returns undefined while editions or notes can't be told: nothing may then be kept
 */
export async function siteIdentity(): Promise<string | undefined> {
  try {
    const state = await currentState();
    const editions = editionsInOrder(state).map(({ id, identity }) => `${id}:${identity}`);
    const notes = await allNotesIdentity();
    const day = formatDate("fr", new Date().toISOString());
    return [defaultEdition(state).id, ...editions, state.refusals.length, notes, day].join("\n");
  } catch (cause) {
    if (cause instanceof StoreUnavailable || cause instanceof NoEdition) return undefined;
    throw cause;
  }
}
