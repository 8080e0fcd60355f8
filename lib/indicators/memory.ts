import "server-only";
import type { EditionContext } from "@/lib/engine/context";
import type { EngineState } from "@/lib/engine/state";

// A loaded state never changes and is let go whole, its results with it: nothing is ever out of date.
const results = new WeakMap<EngineState, Map<string, Promise<unknown>>>();

/**
 * Computes once per loaded state, edition and basis. A failure is not kept: the next reader tries again.
 * Measured in docs/decisions.
 */
export function onceByState<T>(
  name: string,
  compute: (context: EditionContext) => Promise<T>,
): (context: EditionContext) => Promise<T> {
  return (context) => {
    const { state, edition, basis } = context;
    const known = results.get(state) ?? new Map<string, Promise<unknown>>();
    results.set(state, known);
    const key = `${name} ${edition.id} ${basis}`;
    const found = known.get(key);
    if (found) return found as Promise<T>;
    const started = compute(context);
    known.set(key, started);
    started.catch(() => known.delete(key));
    return started;
  };
}
