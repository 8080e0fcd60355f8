import { cacheHeaders } from "@/app/api/_http/answer";
import { problemResponse } from "@/app/api/_http/problem";
import { llmsText } from "@/lib/api/llms";
import { currentState, editionsInOrder } from "@/lib/engine/engine";

/** The site in one text, for programs. */
export async function GET(request: Request): Promise<Response> {
  try {
    const state = await currentState();
    const identity = editionsInOrder(state).map((edition) => edition.identity);
    const { headers, fresh } = cacheHeaders(request, identity.join());
    if (fresh) return new Response(null, { status: 304, headers });
    return new Response(llmsText(state), {
      headers: { ...headers, "Content-Type": "text/plain; charset=utf-8", "Content-Language": "en" },
    });
  } catch (cause) {
    return problemResponse(cause);
  }
}
