import { jsonAnswer, readBasis, requireContext } from "./answer";
import { identityWithNotes, notesIn } from "./notes";
import { notFound, problemResponse } from "./problem";
import { organisationCard, platformCard } from "@/lib/api/entities";
import type { EditionContext } from "@/lib/engine/context";
import { provenanceOf } from "@/lib/export/provenance";

type Entity = "organisation" | "platform";

/** The contract's keys of the row come first, what is said besides after them. */
async function bodyOf(context: EditionContext, entity: Entity, id: string): Promise<object | null> {
  if (entity === "organisation") {
    const card = await organisationCard(context, id);
    if (!card) return null;
    const { row, ...others } = card;
    return { ...row, ...others };
  }
  const card = await platformCard(context, id);
  if (!card) return null;
  const { row, ...others } = card;
  return { ...row, ...others };
}

/**
 * One organisation or platform as JSON.
 */
export async function entityAnswer(
  request: Request,
  entity: Entity,
  asked: { edition: string; id: string },
): Promise<Response> {
  try {
    const context = await requireContext(asked.edition, readBasis(new URL(request.url).searchParams));
    const body = await bodyOf(context, entity, asked.id);
    if (!body) {
      const list = entity === "organisation" ? "organisations" : "platforms";
      throw notFound(
        entity,
        asked.id,
        `This edition has none of that name: see /api/v1/editions/${context.edition.id}/${list}.`,
      );
    }
    return await jsonAnswer(request, await identityWithNotes(context.edition), async () => ({
      ...provenanceOf(context.edition),
      basis: context.basis,
      ...body,
      notes: await notesIn(context, { targets: [`${entity}/${asked.id}`] }),
    }));
  } catch (cause) {
    return problemResponse(cause);
  }
}
