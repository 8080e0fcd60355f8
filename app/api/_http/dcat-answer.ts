import { catalogueNode, datasetNode, jsonLd, sentFiles, type Node } from "@/lib/api/dcat";
import { turtle } from "@/lib/api/turtle";
import { currentState, editionsInOrder } from "@/lib/engine/engine";
import { cacheHeaders, readBasis, requireContext } from "./answer";
import { problemResponse } from "./problem";

type Syntax = "ttl" | "jsonld";
const MEDIA = { ttl: "text/turtle; charset=utf-8", jsonld: "application/ld+json; charset=utf-8" } as const;

/** @param identity what the description is made from */
async function answer(request: Request, syntax: Syntax, identity: string, node: () => Promise<Node>) {
  readBasis(new URL(request.url).searchParams, []);
  const { headers, fresh } = cacheHeaders(request, identity);
  if (fresh) return new Response(null, { status: 304, headers });
  const described = await node();
  const body = syntax === "ttl" ? await turtle(described) : JSON.stringify(jsonLd(described), null, 2);
  return new Response(body, { headers: { ...headers, "Content-Type": MEDIA[syntax] } });
}

/** One edition described. */
export async function datasetAnswer(request: Request, id: string, syntax: Syntax): Promise<Response> {
  try {
    const { edition } = await requireContext(id, "corrected");
    return await answer(request, syntax, edition.identity, async () =>
      datasetNode(edition, await sentFiles(edition)),
    );
  } catch (cause) {
    return problemResponse(cause);
  }
}

/** Every edition described, as one catalogue. */
export async function catalogueAnswer(request: Request, syntax: Syntax): Promise<Response> {
  try {
    const editions = editionsInOrder(await currentState());
    const identity = editions.map(({ identity: one }) => one).join(" ");
    return await answer(request, syntax, identity, async () =>
      catalogueNode(
        await Promise.all(editions.map(async (edition) => datasetNode(edition, await sentFiles(edition)))),
      ),
    );
  } catch (cause) {
    return problemResponse(cause);
  }
}
