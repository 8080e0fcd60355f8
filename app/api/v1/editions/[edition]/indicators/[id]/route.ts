import { jsonAnswer, readBasisAndShape, requireContext } from "@/app/api/_http/answer";
import { describe, fileAnswer, type Subject } from "@/app/api/_http/file-answer";
import { identityWithNotes } from "@/app/api/_http/notes";
import { notFound, problemResponse } from "@/app/api/_http/problem";
import { relationOfRows } from "@/lib/engine/relation";
import { FORMATS, whatOf } from "@/lib/export/format-names";
import { provenanceOf } from "@/lib/export/provenance";
import { indicatorById } from "@/lib/indicators";
import { flatRows } from "@/lib/indicators/flat-rows";

const SHAPES = FORMATS.filter((format) => format !== "geojson");

/** One indicator: its headline and its breakdown as JSON, or the breakdown's rows as a file. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ edition: string; id: string }> },
): Promise<Response> {
  try {
    const { edition, id } = await params;
    const { basis, format, dialect } = readBasisAndShape(new URL(request.url).searchParams, SHAPES);
    const context = await requireContext(edition, basis);
    const indicator = indicatorById.get(id);
    if (!indicator) throw notFound("indicator", id, `See /api/v1/editions/${context.edition.id}/indicators.`);
    const { columns, name: title } = indicator;
    const subjectOf = (rows: number): Subject => ({
      name: whatOf("indicator", id),
      title,
      columns,
      rows,
      filters: {},
      q: null,
      targets: ["edition", `indicator/${id}`, ...columns.map(({ key }) => `column/${key}`)],
    });
    if (format === "json")
      return await jsonAnswer(request, await identityWithNotes(context.edition), async () => {
        const result = await indicator.compute(context);
        const provenance = await describe(request, context, subjectOf(result.rows.length));
        return { ...provenanceOf(context.edition), ...result, provenance };
      });
    return await fileAnswer(request, context, { format, dialect }, async () => {
      const rows = flatRows(indicator, await indicator.compute(context));
      return { subject: subjectOf(rows.length), relation: relationOfRows(id, columns, rows) };
    });
  } catch (cause) {
    return problemResponse(cause);
  }
}
