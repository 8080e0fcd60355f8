import { jsonAnswer, readBasis, requireContext } from "@/app/api/_http/answer";
import { problemResponse } from "@/app/api/_http/problem";
import { sqlSources, tabTables } from "@/lib/api/tables";
import { provenanceOf } from "@/lib/export/provenance";

/** The tables that every figure's SQL reads, where their rows are, and what makes relations of them. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ edition: string }> },
): Promise<Response> {
  try {
    const basis = readBasis(new URL(request.url).searchParams);
    const context = await requireContext((await params).edition, basis);
    const { state, edition } = context;
    const identity = [...state.editions.values()].map((one) => one.identity).join();
    return await jsonAnswer(request, identity, async () => ({
      ...provenanceOf(edition),
      basis,
      ...(await tabTables(context)),
      sources: await sqlSources(context),
    }));
  } catch (cause) {
    return problemResponse(cause);
  }
}
