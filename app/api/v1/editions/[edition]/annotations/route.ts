import { jsonAnswer, readBasis, readShape, requireContext } from "@/app/api/_http/answer";
import { describe, fileAnswer, type Subject } from "@/app/api/_http/file-answer";
import { identityWithNotes } from "@/app/api/_http/notes";
import { problemResponse } from "@/app/api/_http/problem";
import { publishedNotes } from "@/lib/annotations";
import {
  NOTE_COLUMNS,
  NOTE_PARAMETERS,
  noteCells,
  noteFilters,
  noteRow,
  readNotesAddress,
} from "@/lib/api/notes-query";
import { relationOfRows } from "@/lib/engine/relation";
import { FORMATS } from "@/lib/export/format-names";
import { provenanceOf } from "@/lib/export/provenance";

const SHAPES = FORMATS.filter((format) => format !== "geojson");
const TITLE = { fr: "Notes de la rédaction", en: "Notes of the editors" };

/** The published notes of an edition, newest first: a page of them, or all that the filters keep as a file. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ edition: string }> },
): Promise<Response> {
  try {
    const search = new URL(request.url).searchParams;
    const known = ["basis", ...NOTE_PARAMETERS, "page", "page_size", "format", "dialect"];
    const context = await requireContext((await params).edition, readBasis(search, known));
    const { asked, page, pageSize } = readNotesAddress(search);
    const shape = readShape(search, SHAPES);
    const filters = Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, [value]]));
    const subjectOf = (rows: number): Subject => ({
      ...{ name: "annotations", title: TITLE, columns: NOTE_COLUMNS, rows, filters, q: null, targets: [] },
    });
    if (shape.format === "json")
      return await jsonAnswer(request, await identityWithNotes(context.edition), async () => {
        const { notes, total } = await publishedNotes(await noteFilters(context, asked), page, pageSize);
        return {
          ...provenanceOf(context.edition),
          ...{ filters, total, page, page_size: pageSize },
          rows: notes.map(noteRow),
          provenance: await describe(request, context, subjectOf(total)),
        };
      });
    return await fileAnswer(request, context, { ...shape, format: shape.format }, async () => {
      const { notes } = await publishedNotes(await noteFilters(context, asked), 1, 100_000);
      const rows = notes.map(noteCells);
      return { subject: subjectOf(rows.length), relation: relationOfRows("annotations", NOTE_COLUMNS, rows) };
    });
  } catch (cause) {
    return problemResponse(cause);
  }
}
