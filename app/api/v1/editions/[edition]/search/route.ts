import { jsonAnswer, requireContext } from "@/app/api/_http/answer";
import { problemResponse } from "@/app/api/_http/problem";
import { readSearch } from "@/lib/api/search-address";
import { searchEverything } from "@/lib/api/search";
import { provenanceOf } from "@/lib/export/provenance";

/** Organisations, platforms, territories, indicators and pages that answer to some words, the best of each kind. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ edition: string }> },
): Promise<Response> {
  try {
    const { q, limit, basis } = readSearch(new URL(request.url).searchParams);
    const context = await requireContext((await params).edition, basis);
    return await jsonAnswer(request, context.edition.identity, async () => ({
      ...provenanceOf(context.edition),
      basis,
      ...(await searchEverything(context, q, limit)),
    }));
  } catch (cause) {
    return problemResponse(cause);
  }
}
