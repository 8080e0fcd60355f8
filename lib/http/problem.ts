import type { ServerResponse } from "node:http";

/** What is wrong with a request, as RFC 9457 has it. */
export type ProblemWords = {
  status: number;
  title: string;
  detail: string;
  errors?: readonly { parameter: string; message: string }[];
};

/** Of every problem: programs of any site may read it, and nobody keeps it. */
export const PROBLEM_HEADERS = {
  "Content-Type": "application/problem+json; charset=utf-8",
  "Cache-Control": "no-store",
  "Access-Control-Allow-Origin": "*",
} as const;

export const problemBody = ({ status, title, detail, errors = [] }: ProblemWords): string =>
  JSON.stringify({ type: "about:blank", title, status, detail, errors });

/** Guards that next.config.ts gives the answers of Next. */
const GUARDS = {
  "Content-Security-Policy": "default-src 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
} as const;

/** Refuses a request before Next sees it, in the words of the API: programs read them, and a reader sees a sentence. */
export function sendProblem(
  response: ServerResponse,
  problem: ProblemWords,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(problem.status, { ...PROBLEM_HEADERS, ...GUARDS, ...headers }).end(problemBody(problem));
}
