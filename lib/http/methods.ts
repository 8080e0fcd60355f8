import type { IncomingMessage, ServerResponse } from "node:http";
import { sendProblem } from "./problem";

/** Methods that addresses take, the first that fits. */
const TAKEN: readonly [RegExp, readonly string[]][] = [
  [/^\/api\/(admin\/editions|auth\/oidc)$/, ["POST", "OPTIONS"]],
  [/^\/api\/auth\//, ["GET", "POST", "OPTIONS"]],
  // What is only read: the rest of the API, frames, pictures, feeds and twins of pages.
  [/^\/(api|engine|share|(en\/)?embed)(\/|$)|\.[a-z]+$/, ["GET", "HEAD", "OPTIONS"]],
  // Pages, whose forms are sent to them.
  [/^/, ["GET", "HEAD", "POST", "OPTIONS"]],
];

/** Refuses in words of its own, which its clients read. */
const OWN = "/api/mcp";

/**
 * Answers what Next would leave without a word: a method that an address does not take, and OPTIONS, but for that of
 * the API, which tells other sites more.
 * @returns whether it answered
 */
export function answerMethod({ url = "/", method = "" }: IncomingMessage, response: ServerResponse): boolean {
  const path = url.split("?", 1)[0] ?? "";
  const taken = TAKEN.find(([pattern]) => pattern.test(path))?.[1] ?? [];
  const allow = taken.join(", ");
  if (path === OWN) return false;
  if (method === "OPTIONS" && !path.startsWith("/api/")) {
    response.writeHead(204, { Allow: allow }).end();
    return true;
  }
  if (taken.includes(method)) return false;
  const detail = `This address does not take ${method.slice(0, 20)}; it takes ${allow}.`;
  sendProblem(response, { status: 405, title: "Method not allowed", detail }, { Allow: allow });
  return true;
}
