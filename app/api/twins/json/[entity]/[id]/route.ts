import { requireContext } from "@/app/api/_http/answer";
import { entityAnswer } from "@/app/api/_http/entity-answer";
import { notFound, problemResponse } from "@/app/api/_http/problem";
import { contextOf } from "@/lib/engine/engine";

const ENTITIES = { organisations: "organisation", plateformes: "platform" } as const;

/** `/organisations/<siren>.json` and `/plateformes/<slug>.json`: what the API says of it, in the edition of the page. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ entity: string; id: string }> },
): Promise<Response> {
  try {
    const { entity, id } = await params;
    const kind = entity in ENTITIES ? ENTITIES[entity as keyof typeof ENTITIES] : undefined;
    if (!kind) throw notFound("page", entity, "See /llms.txt.");
    const address = new URL(request.url);
    const asked = address.searchParams.get("edition");
    const { edition } =
      (!asked && (await contextOf(undefined, "corrected"))) ||
      (await requireContext(asked ?? "", "corrected"));
    address.searchParams.delete("edition");
    const api = new Request(address, { headers: request.headers });
    return await entityAnswer(api, kind, { edition: edition.id, id });
  } catch (cause) {
    return problemResponse(cause);
  }
}
