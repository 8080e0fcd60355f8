import { readBasis, requireContext } from "@/app/api/_http/answer";
import { entityAnswer } from "@/app/api/_http/entity-answer";
import { notFound, problemResponse } from "@/app/api/_http/problem";
import { contextOf } from "@/lib/engine/engine";
import { apiHref } from "@/lib/links";

/** The list of the API that each segment of the pages stands for. */
const ENTITIES = {
  organisations: { kind: "organisation", list: "organisations" },
  plateformes: { kind: "platform", list: "platforms" },
} as const;

/** `/organisations/<siren>.json` and `/plateformes/<slug>.json`: what the API says of it, in the edition of the page. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ entity: string; id: string }> },
): Promise<Response> {
  try {
    const { entity, id } = await params;
    if (!Object.hasOwn(ENTITIES, entity)) throw notFound("page", entity, "See /llms.txt.");
    const { kind, list } = ENTITIES[entity as keyof typeof ENTITIES];
    const { searchParams } = new URL(request.url);
    const basis = readBasis(searchParams, ["basis", "edition"]);
    const asked = searchParams.get("edition");
    const { edition } =
      (!asked && (await contextOf(undefined, "corrected"))) ||
      (await requireContext(asked ?? "", "corrected"));
    // Asked as the API's own address, so that the answer names where it is had again.
    const address = apiHref(edition.id, `${list}/${encodeURIComponent(id)}`, basis);
    const api = new Request(new URL(address, request.url), { headers: request.headers });
    return await entityAnswer(api, kind, { edition: edition.id, id });
  } catch (cause) {
    return problemResponse(cause);
  }
}
