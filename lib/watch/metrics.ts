import "server-only";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

// Next bundles pages, handlers and instrumentation apart: one set of counts for the process.
const shared = globalThis as typeof globalThis & { observatoryMetrics?: ReturnType<typeof define> };

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

function define() {
  const registry = new Registry();
  const registers = [registry];
  // Memory, event-loop delay, open handles, garbage collection.
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Histogram({
      ...{ name: "observatory_request_duration_seconds", help: "Answers to requests, by kind and status." },
      ...{ labelNames: ["kind", "method", "status"] as const, buckets: SECONDS, registers },
    }),
    inFlight: new Gauge({
      ...{ name: "observatory_requests_in_flight", help: "Requests being answered.", registers },
    }),
    remembered: new Counter({
      ...{
        name: "observatory_answers_from_memory_total",
        help: "Answers sent again from memory.",
        registers,
      },
    }),
    turnedAway: new Counter({
      ...{ name: "observatory_requests_refused_total", help: "Requests told to come back, by status." },
      ...{ labelNames: ["status"] as const, registers },
    }),
    queries: new Histogram({
      ...{ name: "observatory_query_duration_seconds", help: "Questions asked of the editions, by name." },
      ...{ labelNames: ["query", "outcome"] as const, buckets: SECONDS, registers },
    }),
    events: new Counter({
      ...{ name: "observatory_log_events_total", help: "Lines of the log that warn or tell of a failure." },
      ...{ labelNames: ["event", "level"] as const, registers },
    }),
    edition: new Gauge({
      ...{ name: "observatory_edition_rows", help: "Organisations of each edition served, by its identity." },
      ...{ labelNames: ["edition", "identity"] as const, registers },
    }),
    refused: new Gauge({
      ...{ name: "observatory_editions_refused", help: "Editions that can't be read.", registers },
    }),
    store: new Gauge({
      ...{ name: "observatory_store_up", help: "1 when the store of notes and accounts answers.", registers },
    }),
  };
}

/** What is counted in this process, in the words of Prometheus; durations are in seconds. */
export const metrics = (shared.observatoryMetrics ??= define());
