import { mcpAnswer, notTaken, preflight } from "@/app/api/_mcp/endpoint";

/** The Model Context Protocol (Streamable HTTP): the API's questions as tools, read-only, without session. */
export const POST = (request: Request) => mcpAnswer(request);
export const OPTIONS = preflight;
export const GET = notTaken;
export const HEAD = notTaken;
export const DELETE = notTaken;
export const PUT = notTaken;
export const PATCH = notTaken;
