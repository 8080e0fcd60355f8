import { jsonAnswer, readBasisAndShape, requireContext } from "./answer";
import { describe, fileAnswer, type Subject } from "./file-answer";
import { identityWithNotes } from "./notes";
import { notFound, problemResponse } from "./problem";
import { organisationCard, platformCard } from "@/lib/api/entities";
import type { Bilingual } from "@/lib/editions/types";
import type { EditionContext } from "@/lib/engine/context";
import type { Column } from "@/lib/engine/kinds";
import { relationOfRows } from "@/lib/engine/relation";
import type { CellValue } from "@/lib/engine/values";
import { FORMATS, whatOf, type Format } from "@/lib/export/format-names";
import { provenanceOf } from "@/lib/export/provenance";
import { organisations } from "@/lib/queries/organisations";
import { platforms } from "@/lib/queries/platforms";

export type Entity = "organisation" | "platform";
type Card = { row: Readonly<Record<string, CellValue>> & { name: string } };

/** Each with the list whose columns its row has in every file. */
const ENTITIES: Record<
  Entity,
  {
    list: { name: string; columns: readonly string[]; described: readonly Column[] };
    card: (context: EditionContext, id: string) => Promise<Card | null>;
    /** Column of the list that names it. */
    key: string;
    formats: readonly Format[];
    title: Bilingual;
  }
> = {
  organisation: {
    ...{ list: organisations, card: organisationCard, key: "siren", formats: FORMATS },
    title: { fr: "Organisation", en: "Organisation" },
  },
  platform: {
    ...{ list: platforms, card: platformCard, key: "slug" },
    formats: FORMATS.filter((format) => format !== "geojson"),
    title: { fr: "Plateforme", en: "Platform" },
  },
};

/** What the file of one row says of itself. */
function subjectOf(entity: Entity, id: string, { row }: Card): Subject {
  const { list, key, title } = ENTITIES[entity];
  return {
    name: whatOf(entity, id),
    title: { fr: `${title.fr} ${row.name}`, en: `${title.en} ${row.name}` },
    columns: list.described,
    rows: 1,
    filters: { [key]: [id] },
    q: null,
    targets: ["edition", `${entity}/${id}`, ...list.columns.map((column) => `column/${column}`)],
  };
}

/** One organisation or platform: all that is said of it as JSON, or its row as a file like those of its list. */
export async function entityAnswer(
  request: Request,
  entity: Entity,
  { edition, id }: { edition: string; id: string },
): Promise<Response> {
  try {
    const { list, card, formats } = ENTITIES[entity];
    const { basis, format, dialect } = readBasisAndShape(new URL(request.url).searchParams, formats);
    const context = await requireContext(edition, basis);
    const found = await card(context, id);
    if (!found) {
      const where = `/api/v1/editions/${context.edition.id}/${list.name}`;
      throw notFound(entity, id, `This edition has none of that name: see ${where}.`);
    }
    const subject = subjectOf(entity, id, found);
    if (format !== "json")
      return await fileAnswer(request, context, { format, dialect }, async () => ({
        subject,
        relation: relationOfRows(subject.name, list.described, [found.row]),
      }));
    return await jsonAnswer(request, await identityWithNotes(context.edition), async () => {
      const provenance = await describe(request, context, subject);
      const notes = provenance.notes?.filter(({ target }) => target === `${entity}/${id}`) ?? null;
      const { row, ...others } = found;
      // The contract's keys of the row come first, what is said besides after them.
      return { ...provenanceOf(context.edition), basis, ...row, ...others, notes, provenance };
    });
  } catch (cause) {
    return problemResponse(cause);
  }
}
