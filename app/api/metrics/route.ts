import { editionsInOrder, currentState } from "@/lib/engine/engine";
import { storeAnswers } from "@/lib/store";
import { metrics } from "@/lib/watch/metrics";
import { mayMeasure } from "@/lib/watch/access";

export const dynamic = "force-dynamic";

/** What Prometheus reads: counts of this process since it started. */
export async function GET(request: Request): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  if (!mayMeasure(request)) return new Response(null, { status: 404, headers });
  const state = await currentState();
  metrics.edition.reset();
  for (const { id, identity, counts } of editionsInOrder(state))
    metrics.edition.set({ edition: id, identity }, counts.organisations);
  metrics.refused.set(state.refusals.length);
  metrics.store.set((await storeAnswers()) ? 1 : 0);
  return new Response(await metrics.registry.metrics(), {
    headers: { ...headers, "Content-Type": metrics.registry.contentType },
  });
}
