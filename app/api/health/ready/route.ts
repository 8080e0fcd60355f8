import { currentState, editionsInOrder } from "@/lib/engine/engine";
import { log, reasonOf } from "@/lib/watch/log";
import { isStopping } from "@/lib/watch/stopping";

export const dynamic = "force-dynamic";

/**
 * Editions can be served: 200 with those loaded and those refused, 503 while there is none. 503 too from the moment the
 * process is told to stop: what distributes requests sends it no more, while those on their way are still answered.
 */
export async function GET(): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  if (isStopping()) return Response.json({ status: "stopping" }, { status: 503, headers });
  try {
    const state = await currentState();
    const editions = editionsInOrder(state).map(({ id, identity, counts }) => ({ id, identity, counts }));
    const ready = editions.length > 0;
    return Response.json(
      {
        status: ready ? "ready" : "no edition",
        loaded_at: state.loadedAt,
        editions,
        refused: state.refusals,
      },
      { status: ready ? 200 : 503, headers },
    );
  } catch (cause) {
    log.error({ event: "not_ready", reason: reasonOf(cause) });
    return Response.json({ status: "not ready" }, { status: 503, headers });
  }
}
