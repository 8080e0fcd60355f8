import { allNotesIdentity } from "@/lib/annotations";
import { currentState, editionsInOrder } from "@/lib/engine/engine";
import { StoreUnavailable } from "@/lib/store";
import { log, reasonOf } from "@/lib/watch/log";
import { isStopping } from "@/lib/watch/stopping";

export const dynamic = "force-dynamic";

/** Longest that a probe waits to hear of the store: it is not needed to serve readers. */
const STORE_MS = 1_000;

/** Whether notes can be read and written: without them the dashboard is still served. */
async function storeState(): Promise<"open" | "away"> {
  const late = new Promise<"away">((settle) => setTimeout(settle, STORE_MS, "away").unref());
  const asked = allNotesIdentity().then(
    () => "open" as const,
    (cause: unknown) => {
      if (cause instanceof StoreUnavailable) return "away" as const;
      throw cause;
    },
  );
  return Promise.race([asked, late]);
}

/**
 * Editions can be served: 200 with those loaded and those refused, and whether the store of notes answers; 503 while
 * there is none, and from the moment the process is told to stop.
 */
export async function GET(): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  if (isStopping()) return Response.json({ status: "stopping" }, { status: 503, headers });
  try {
    const [state, store] = await Promise.all([currentState(), storeState()]);
    const editions = editionsInOrder(state).map(({ id, identity, counts }) => ({ id, identity, counts }));
    const ready = editions.length > 0;
    return Response.json(
      {
        status: ready ? "ready" : "no edition",
        loaded_at: state.loadedAt,
        editions,
        refused: state.refusals,
        store,
      },
      { status: ready ? 200 : 503, headers },
    );
  } catch (cause) {
    log.error({ event: "not_ready", reason: reasonOf(cause) });
    return Response.json({ status: "not ready" }, { status: 503, headers });
  }
}
