import { jsonAnswer, readBasisAndShape, requireContext } from "@/app/api/_http/answer";
import { problemResponse } from "@/app/api/_http/problem";
import { provenanceOf } from "@/lib/export/provenance";
import { indicators } from "@/lib/indicators";

/** Every indicator's headline; the rows are at the indicator's own address. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ edition: string }> },
): Promise<Response> {
  try {
    const { basis } = readBasisAndShape(new URL(request.url).searchParams, ["json"]);
    const context = await requireContext((await params).edition, basis);
    return await jsonAnswer(request, context.edition.identity, async () => {
      const results = await Promise.all(indicators.map((indicator) => indicator.compute(context)));
      return {
        ...provenanceOf(context.edition),
        basis,
        indicators: results.map(({ edition: _edition, basis: _basis, rows: _rows, ...headline }) => headline),
      };
    });
  } catch (cause) {
    return problemResponse(cause);
  }
}
