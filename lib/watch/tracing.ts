import "server-only";
/**
 * Sends spans, Next's own and ours, to a collector by OTLP over HTTP, in JSON.
 * @param endpoint the collector's base address, as OpenTelemetry names it; `/v1/traces` is added
 */
export async function startTracing(endpoint: string): Promise<void> {
  const { context, propagation, trace } = await import("@opentelemetry/api");
  const { W3CTraceContextPropagator } = await import("@opentelemetry/core");
  const { AsyncLocalStorageContextManager } = await import("@opentelemetry/context-async-hooks");
  const { OTLPTraceExporter } = await import("@opentelemetry/exporter-trace-otlp-http");
  const { resourceFromAttributes } = await import("@opentelemetry/resources");
  const { BatchSpanProcessor, TracerProvider } = await import("@opentelemetry/sdk-trace");
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, "")}/v1/traces` });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(
    new TracerProvider({
      resource: resourceFromAttributes({ "service.name": "observatoire" }),
      spanProcessors: [new BatchSpanProcessor({ exporter })],
    }),
  );
}
