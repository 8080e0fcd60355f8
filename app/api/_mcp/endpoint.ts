import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import { ErrorCode } from "@modelcontextprotocol/sdk/types.js";
import { mcpServer } from "./server";

/** Longest message read, in bytes: a question with every filter filled in is a few thousand. */
export const MAX_BODY = 64 * 1024;

const METHODS = "POST, OPTIONS";
/** JSON-RPC's code for what a server says of its own. */
const SERVER_ERROR = -32000;
// Anyone may ask, from any page: answers are public and no cookie is read, so an Origin proves and protects nothing here.
const HEADERS = {
  "Access-Control-Allow-Origin": "*",
  "Cache-Control": "no-store",
};
const PREFLIGHT = {
  ...HEADERS,
  Allow: METHODS,
  "Access-Control-Allow-Methods": METHODS,
  "Access-Control-Allow-Headers": "Accept, Content-Type, Mcp-Protocol-Version, Mcp-Session-Id, Last-Event-ID",
  "Access-Control-Max-Age": "86400",
};

/** A refusal as JSON-RPC has it. */
function refusal(status: number, code: number, message: string, headers: Record<string, string> = {}) {
  const body = { jsonrpc: "2.0", error: { code, message }, id: null };
  return Response.json(body, { status, headers: { ...HEADERS, ...headers } });
}

/**
 * The body as text, or the status of a refusal: no more than the bound is ever held, and who sends it drop by drop is
 * not waited for, since answers are made so many at once.
 */
async function boundedText(request: Request, patienceMs: number): Promise<string | 413 | 408> {
  if (Number(request.headers.get("content-length")) > MAX_BODY) return 413;
  if (!request.body) return "";
  const signal = AbortSignal.timeout(patienceMs);
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  try {
    for await (const piece of request.body.pipeThrough(new TransformStream<Uint8Array>(), { signal })) {
      bytes += piece.byteLength;
      if (bytes > MAX_BODY) return 413;
      text += decoder.decode(piece, { stream: true });
    }
  } catch (cause) {
    if (!signal.aborted) throw cause;
    return 408;
  }
  return text + decoder.decode();
}

const UNREAD = {
  408: "The message did not come in time. Send it whole.",
  413: `The message is longer than ${MAX_BODY} bytes. Send a shorter one.`,
} as const;

/** The message sent, or why it is not taken. */
async function messageOf(
  request: Request,
  patienceMs: number,
): Promise<{ message: unknown } | { refused: Response }> {
  const text = await boundedText(request, patienceMs);
  // What is left of it is not read.
  if (typeof text === "number")
    return { refused: refusal(text, ErrorCode.InvalidRequest, UNREAD[text], { Connection: "close" }) };
  try {
    const message: unknown = JSON.parse(text);
    if (!Array.isArray(message)) return { message };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return { refused: refusal(400, ErrorCode.ParseError, "The message is not JSON.") };
  }
  const said = "Batches are not taken: send one message a request.";
  return { refused: refusal(400, ErrorCode.InvalidRequest, said) };
}

/** What a client that takes JSON may leave out: no answer is ever an event stream. */
function asProtocolHasIt(request: Request): Request {
  const headers = new Headers(request.headers);
  if (/application\/json|\*\/\*|^$/.test(headers.get("accept") ?? ""))
    headers.set("accept", "application/json, text/event-stream");
  return new Request(request.url, { method: "POST", headers });
}

/**
 * One message of a client, answered as JSON; nothing is kept from one to the next.
 * @param patienceMs how long the message may take to come
 */
export async function mcpAnswer(request: Request, patienceMs = 10_000): Promise<Response> {
  const read = await messageOf(request, patienceMs);
  if ("refused" in read) return read.refused;
  const server = mcpServer();
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  try {
    const answer = await transport.handleRequest(asProtocolHasIt(request), { parsedBody: read.message });
    for (const [name, value] of Object.entries(HEADERS)) answer.headers.set(name, value);
    return answer;
  } finally {
    await server.close();
  }
}

/** No stream to listen to and no session to end. */
export const notTaken = (): Response =>
  refusal(405, SERVER_ERROR, `Only ${METHODS} are taken: there is no stream and no session.`, {
    Allow: METHODS,
  });

export const preflight = (): Response => new Response(null, { status: 204, headers: PREFLIGHT });
