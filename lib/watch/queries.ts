import "server-only";
import { SpanStatusCode, trace } from "@opentelemetry/api";
import { env } from "@/lib/env";
import { log } from "./log";
import { metrics } from "./metrics";

const VALUE_LENGTH = 120;

/** Values of a question as the log may have them: short. */
const shortened = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [
        name,
        JSON.stringify(value, (_, one: unknown) => (typeof one === "bigint" ? String(one) : one)).slice(
          0,
          VALUE_LENGTH,
        ),
      ]),
  );

/**
 * Watches one question asked of the editions: a span, its duration by name, a line in the log when it is slow. Only the
 * time spent in `during` counts, not what a reader of its rows does between two chunks.
 */
export function watchQuery(query: string, values: Readonly<Record<string, unknown>>) {
  const span = trace
    .getTracer("observatory")
    .startSpan(`query ${query}`, { attributes: { "db.system.name": "duckdb" } });
  let spent = 0;
  let outcome = "answered";
  return {
    async during<T>(work: () => Promise<T>): Promise<T> {
      const began = performance.now();
      try {
        return await work();
      } catch (cause) {
        outcome = "failed";
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw cause;
      } finally {
        spent += performance.now() - began;
      }
    },
    end(): void {
      span.end();
      metrics.queries.observe({ query, outcome }, spent / 1_000);
      if (spent >= env.SLOW_QUERY_MS)
        log.warn({ event: "slow_query", query, ms: Math.round(spent), parameters: shortened(values) });
    },
  };
}
