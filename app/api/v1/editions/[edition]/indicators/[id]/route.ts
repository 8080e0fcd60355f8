import { fileAnswer, jsonAnswer, readBasisAndFormat, requireContext } from "@/app/api/_http/answer";
import { notFound, problemResponse } from "@/app/api/_http/problem";
import { csvFile } from "@/lib/export/csv";
import { provenanceOf } from "@/lib/export/provenance";
import { indicatorById } from "@/lib/indicators";
import { flatRows } from "@/lib/indicators/flat-rows";

/** One indicator: its headline and its breakdown as JSON, or the breakdown's rows as CSV. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ edition: string; id: string }> },
): Promise<Response> {
  try {
    const { edition, id } = await params;
    const { basis, format } = readBasisAndFormat(new URL(request.url).searchParams);
    const context = await requireContext(edition, basis);
    const indicator = indicatorById.get(id);
    if (!indicator) throw notFound("indicator", id, `See /api/v1/editions/${context.edition.id}/indicators.`);
    if (format === "csv")
      return await fileAnswer(request, context, id, () =>
        csvFile(indicator.columns, flatRows(indicator, context)),
      );
    return await jsonAnswer(request, context.edition.identity, async () => ({
      ...provenanceOf(context.edition),
      ...(await indicator.compute(context)),
    }));
  } catch (cause) {
    return problemResponse(cause);
  }
}
