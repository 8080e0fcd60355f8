import { AccessRefused } from "@/lib/auth/errors";
import { BadAddress, type ParameterError } from "@/lib/queries/request";
import { NoEdition } from "@/lib/engine/engine";
import { problemBody, PROBLEM_HEADERS } from "@/lib/http/problem";
import { StoreUnavailable } from "@/lib/store";
import { QueryTimeout } from "@/lib/engine/run";
import { log, reasonOf } from "@/lib/watch/log";

/** An answer that says what is wrong, as RFC 9457 has it; never a path, a stack or the engine's own words. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly errors: readonly ParameterError[] = [],
  ) {
    super(detail);
  }
}

export const notFound = (what: string, value: string, remedy: string) =>
  new Problem(404, "Not found", `There is no ${what} “${value.slice(0, 60)}”. ${remedy}`);

function asProblem(cause: unknown): Problem {
  if (cause instanceof Problem) return cause;
  if (cause instanceof BadAddress)
    return new Problem(400, "Bad request", "Some parameters can’t be honoured.", cause.errors);
  if (cause instanceof QueryTimeout)
    return new Problem(
      503,
      "Too slow",
      "The question took too long. Narrow the filters or try again in a moment.",
    );
  if (cause instanceof StoreUnavailable)
    return new Problem(503, "No notes", "Notes can’t be read for the moment. Try again in a moment.");
  if (cause instanceof NoEdition)
    return new Problem(503, "No edition", "No edition is loaded for the moment. Try again in a moment.");
  log.error({ event: "request_failed", reason: reasonOf(cause) });
  return new Problem(500, "Server error", "The server could not answer. The fault has been recorded.");
}

/** @returns the answer for whatever a handler threw */
export function problemResponse(cause: unknown): Response {
  const problem = asProblem(cause);
  const { status } = problem;
  return new Response(problemBody(problem), {
    status,
    headers: { ...PROBLEM_HEADERS, ...(status === 503 && { "Retry-After": "5" }) },
  });
}

/** What a handler for those signed in threw: who may not is told so, 401 or 403. */
export function accessProblem(cause: unknown): unknown {
  if (!(cause instanceof AccessRefused)) return cause;
  return cause.status === 401
    ? new Problem(401, "Sign-in needed", "Sign in, then send it again. Nothing was kept.")
    : new Problem(403, "Not allowed", "This account may not do this. Nothing was kept.");
}
