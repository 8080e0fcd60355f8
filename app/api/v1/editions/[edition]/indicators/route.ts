import { jsonAnswer, readBasisAndShape, requireContext } from "@/app/api/_http/answer";
import { describe, fileAnswer, type Subject } from "@/app/api/_http/file-answer";
import { identityWithNotes } from "@/app/api/_http/notes";
import { problemResponse } from "@/app/api/_http/problem";
import { relationOfRows } from "@/lib/engine/relation";
import { FORMATS } from "@/lib/export/format-names";
import { provenanceOf } from "@/lib/export/provenance";
import { indicators } from "@/lib/indicators";
import { HEADLINE_COLUMNS, headlineRow } from "@/lib/indicators/headlines";

const SHAPES = FORMATS.filter((format) => format !== "geojson");

const SUBJECT: Subject = {
  name: "indicators",
  title: { fr: "Indicateurs", en: "Indicators" },
  columns: HEADLINE_COLUMNS,
  rows: indicators.length,
  filters: {},
  q: null,
  targets: [
    "edition",
    ...indicators.map(({ id }) => `indicator/${id}`),
    ...HEADLINE_COLUMNS.map(({ key }) => `column/${key}`),
  ],
};

/** Every indicator's headline, as JSON or as a file; the rows are at the indicator's own address. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ edition: string }> },
): Promise<Response> {
  try {
    const { basis, format, dialect } = readBasisAndShape(new URL(request.url).searchParams, SHAPES);
    const context = await requireContext((await params).edition, basis);
    const compute = () => Promise.all(indicators.map((indicator) => indicator.compute(context)));
    if (format === "json")
      return await jsonAnswer(request, await identityWithNotes(context.edition), async () => ({
        ...provenanceOf(context.edition),
        basis,
        indicators: (await compute()).map(
          ({ edition: _edition, basis: _basis, rows: _rows, ...headline }) => headline,
        ),
        provenance: await describe(request, context, SUBJECT),
      }));
    return await fileAnswer(request, context, { format, dialect }, async () => ({
      subject: SUBJECT,
      relation: relationOfRows(SUBJECT.name, HEADLINE_COLUMNS, (await compute()).map(headlineRow)),
    }));
  } catch (cause) {
    return problemResponse(cause);
  }
}
