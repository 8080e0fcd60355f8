import { notFound, problemResponse } from "@/app/api/_http/problem";

/** Any address of the API that is none of its own. */
export function GET(request: Request): Response {
  return problemResponse(notFound("address", new URL(request.url).pathname, "See /api/openapi.json."));
}
