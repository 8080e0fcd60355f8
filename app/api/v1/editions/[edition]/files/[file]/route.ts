import { requireContext } from "@/app/api/_http/answer";
import { notFound, problemResponse } from "@/app/api/_http/problem";
import { sourceAnswer } from "@/app/api/_http/source-answer";
import { BadAddress } from "@/lib/queries/request";

/** A source file, byte for byte, less what names a person. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ edition: string; file: string }> },
): Promise<Response> {
  try {
    const { edition, file } = await params;
    const unknown = [...new Set(new URL(request.url).searchParams.keys())];
    if (unknown.length > 0)
      throw new BadAddress(
        unknown.map((name) => ({
          parameter: name.slice(0, 60),
          message: "a source file takes no parameter",
        })),
      );
    const context = await requireContext(edition, "corrected");
    const source = context.edition.files.find(({ name }) => name === file);
    const published = source && context.edition.source.publicFile(source.resource);
    if (!source || !published) {
      const held = context.edition.files.map(({ name }) => name).join(", ");
      throw notFound("file", file, `Edition ${context.edition.id} has ${held}.`);
    }
    return sourceAnswer(request, context, source, await published);
  } catch (cause) {
    return problemResponse(cause);
  }
}
