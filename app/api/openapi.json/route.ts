import { jsonAnswer } from "@/app/api/_http/answer";
import { problemResponse } from "@/app/api/_http/problem";
import { openApiDocument } from "@/lib/api/openapi/document";
import { programVersion } from "@/lib/version";

/** The API, for programs that read OpenAPI. */
export async function GET(request: Request): Promise<Response> {
  try {
    return await jsonAnswer(request, programVersion, openApiDocument);
  } catch (cause) {
    return problemResponse(cause);
  }
}
