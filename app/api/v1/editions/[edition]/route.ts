import { jsonAnswer, requireContext } from "@/app/api/_http/answer";
import { problemResponse } from "@/app/api/_http/problem";
import { provenanceOf } from "@/lib/export/provenance";

/** One edition: what it is, its files with their hashes, and which columns they have. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ edition: string }> },
): Promise<Response> {
  try {
    const { edition } = await requireContext((await params).edition, "corrected");
    return await jsonAnswer(request, edition.identity, () => ({
      ...provenanceOf(edition),
      id: edition.id,
      identity: edition.identity,
      reference: edition.manifest.reference,
      publisher: edition.manifest.publisher,
      sources: edition.manifest.sources,
      counts: edition.counts,
      files: edition.files,
    }));
  } catch (cause) {
    return problemResponse(cause);
  }
}
