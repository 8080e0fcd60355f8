import { jsonAnswer, readBasis, requireContext } from "@/app/api/_http/answer";
import { problemResponse } from "@/app/api/_http/problem";
import { dataSetOf } from "@/lib/api/data-set";
import { glossary } from "@/lib/glossary";

/** What each column of each file of an edition is called, means and holds. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ edition: string }> },
): Promise<Response> {
  try {
    readBasis(new URL(request.url).searchParams, []);
    const context = await requireContext((await params).edition, "corrected");
    return await jsonAnswer(request, context.edition.identity, async () => {
      const { distributions } = await dataSetOf(context);
      return {
        edition: context.edition.id,
        files: distributions.map(({ file, sent, rows, schema }) => ({
          ...{ name: file.name, rows, sha256: file.sha256, sent },
          columns: schema.map(({ header, name, type, facts }) => ({
            ...{ header, name, type },
            label: name === null ? null : (glossary[name]?.label ?? null),
            definition: name === null ? null : (glossary[name]?.definition ?? null),
            facts,
          })),
        })),
      };
    });
  } catch (cause) {
    return problemResponse(cause);
  }
}
