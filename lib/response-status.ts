import { AsyncLocalStorage } from "node:async_hooks";
import type { ServerResponse } from "node:http";

// One for the whole process: Next bundles pages and instrumentation apart.
const shared = globalThis as typeof globalThis & { responseOfRequest?: AsyncLocalStorage<ServerResponse> };
const current = (shared.responseOfRequest ??= new AsyncLocalStorage<ServerResponse>());

/** Remembers the answer that everything done for a request, from here on, belongs to. */
export function enterResponse(response: ServerResponse): void {
  current.enterWith(response);
}

/**
 * Gives the page being made a status of its own. `notFound()` and thrown errors of Next 16 send an empty document
 * whose words come with JavaScript alone; a page that says so itself is whole.
 * @throws outside a request, or once the head of the answer has gone
 */
export function setPageStatus(status: 404 | 500): void {
  const response = current.getStore();
  if (!response || response.headersSent) throw new Error("no answer to give a status to");
  response.statusCode = status;
}
