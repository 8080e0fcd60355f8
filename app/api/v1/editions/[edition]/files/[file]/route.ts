import { readShape, requireContext } from "@/app/api/_http/answer";
import { notFound, problemResponse } from "@/app/api/_http/problem";
import { sourceAnswer, sourceMetadataAnswer } from "@/app/api/_http/source-answer";
import { BadAddress } from "@/lib/queries/request";

/** A file is what it is; `format=metadata` asks what it says of itself. @throws BadAddress */
function asksMetadata(params: URLSearchParams): boolean {
  const unknown = [...new Set(params.keys())].filter((name) => name !== "format");
  if (unknown.length > 0)
    throw new BadAddress(
      unknown.map((name) => ({
        parameter: name.slice(0, 60),
        message: "unknown parameter; a source file takes format alone",
      })),
    );
  return params.has("format") && readShape(params, ["csv", "metadata"]).format === "metadata";
}

/** A source file, byte for byte, less what names a person. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ edition: string; file: string }> },
): Promise<Response> {
  try {
    const { edition, file } = await params;
    const metadata = asksMetadata(new URL(request.url).searchParams);
    const context = await requireContext(edition, "corrected");
    const source = context.edition.files.find(({ name }) => name === file);
    const published = source && context.edition.source.publicFile(source.resource);
    if (!source || !published)
      throw notFound("file", file, `The edition ${context.edition.id} names its files in its own answer.`);
    const answer = metadata ? sourceMetadataAnswer : sourceAnswer;
    return await answer(request, context, source, await published);
  } catch (cause) {
    return problemResponse(cause);
  }
}
