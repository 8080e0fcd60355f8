import type { IncomingMessage, ServerResponse } from "node:http";
import { sendProblem } from "./problem";

/** Methods that addresses take, the first that fits. Those of none are pages, whose forms are sent to them. */
const TAKEN: readonly [RegExp, readonly string[]][] = [
  // Refuses in words of its own, which its clients read.
  [/^\/api\/mcp$/, []],
  [/^\/api\/(admin\/editions|auth\/oidc)$/, ["POST", "OPTIONS"]],
  [/^\/api\/auth\//, ["GET", "HEAD", "POST", "OPTIONS"]],
  // What is only read: the rest of the API, frames, pictures, feeds and twins of pages.
  [/^\/(api|engine|share|(en\/)?embed)(\/|$)|\.[a-z]+$/, ["GET", "HEAD", "OPTIONS"]],
];

/** Refuses a method that Next would answer without a word. @returns whether it answered */
export function refuseMethod({ url = "/", method = "" }: IncomingMessage, response: ServerResponse): boolean {
  const path = url.split("?", 1)[0] ?? "";
  const taken = TAKEN.find(([pattern]) => pattern.test(path))?.[1] ?? [];
  if (taken.length === 0 || taken.includes(method)) return false;
  const allow = taken.join(", ");
  const detail = `This address does not take ${method.slice(0, 20)}; it takes ${allow}.`;
  sendProblem(response, { status: 405, title: "Method not allowed", detail }, { Allow: allow });
  return true;
}
