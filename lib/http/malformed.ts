import type { IncomingMessage, ServerResponse } from "node:http";
import { sendProblem, type ProblemWords } from "./problem";

/** Next reads parameters into an object, where this name sets nothing: it would be dropped instead of refused. */
const LOST = "__proto__";

/** What is wrong with an address; null: nothing that is seen here. */
function problemOf(url: string): ProblemWords | null {
  const mark = url.indexOf("?");
  const path = mark < 0 ? url : url.slice(0, mark);
  const problem = { title: "Bad request", status: 400 };
  try {
    decodeURIComponent(path);
  } catch (cause) {
    if (!(cause instanceof URIError)) throw cause;
    return { ...problem, detail: "The address can’t be read: in it, % is written %25." };
  }
  if (!path.startsWith("/api/") || !new URLSearchParams(mark < 0 ? "" : url.slice(mark)).has(LOST))
    return null;
  const errors = [{ parameter: LOST, message: "unknown parameter" }];
  return { ...problem, detail: "Some parameters can’t be honoured.", errors };
}

/** Refuses what Next would not hand on to any handler as it was asked. @returns whether it answered */
export function refuseMalformed({ url = "/" }: IncomingMessage, response: ServerResponse): boolean {
  const problem = problemOf(url);
  if (!problem) return false;
  sendProblem(response, problem);
  return true;
}
