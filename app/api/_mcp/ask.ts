import { GET as editions } from "@/app/api/v1/editions/route";
import { GET as boundAuthorities } from "@/app/api/v1/editions/[edition]/bound-authorities/route";
import { GET as changes } from "@/app/api/v1/editions/[edition]/changes/route";
import { GET as indicators } from "@/app/api/v1/editions/[edition]/indicators/route";
import { GET as indicator } from "@/app/api/v1/editions/[edition]/indicators/[id]/route";
import { GET as organisations } from "@/app/api/v1/editions/[edition]/organisations/route";
import { GET as organisation } from "@/app/api/v1/editions/[edition]/organisations/[siren]/route";
import { GET as platforms } from "@/app/api/v1/editions/[edition]/platforms/route";
import { GET as platform } from "@/app/api/v1/editions/[edition]/platforms/[slug]/route";
import { GET as quality } from "@/app/api/v1/editions/[edition]/quality/route";
import { GET as search } from "@/app/api/v1/editions/[edition]/search/route";
import { notesIn } from "@/app/api/_http/notes";
import { problemResponse } from "@/app/api/_http/problem";
import type { Asked, Question, Tool } from "@/lib/api/mcp/question";
import { pageUrl, siteUrl } from "@/lib/api/site-url";
import type { Basis } from "@/lib/codes/types";
import { contextOf, currentState, defaultEdition, NoEdition } from "@/lib/engine/engine";
import { metadataOf, type FileMetadata, type FileNote } from "@/lib/export/metadata";

type Segments = Question["segments"];
type Answer = Record<string, unknown>;

/** The API's own handlers: a tool's answer is theirs, and what they refuse is refused with their words. */
const HANDLERS: Record<Asked, (request: Request, segments: Segments) => Promise<Response>> = {
  editions,
  indicators: (request, { edition }) => indicators(request, { params: Promise.resolve({ edition }) }),
  indicator: (request, segments) => indicator(request, { params: Promise.resolve(segments) }),
  search: (request, { edition }) => search(request, { params: Promise.resolve({ edition }) }),
  organisation: (request, { edition, id }) =>
    organisation(request, { params: Promise.resolve({ edition, siren: id }) }),
  platform: (request, { edition, id }) =>
    platform(request, { params: Promise.resolve({ edition, slug: id }) }),
  organisations: (request, segments) => organisations(request, { params: Promise.resolve(segments) }),
  platforms: (request, segments) => platforms(request, { params: Promise.resolve(segments) }),
  "bound-authorities": (request, segments) =>
    boundAuthorities(request, { params: Promise.resolve(segments) }),
  quality: (request, segments) => quality(request, { params: Promise.resolve(segments) }),
  changes: (request, segments) => changes(request, { params: Promise.resolve(segments) }),
};

/** What an answer without its own provenance is to be cited as. */
async function provenanceFor(
  { segments, what }: Question,
  body: Answer,
  permalink: string,
): Promise<FileMetadata> {
  const context = await contextOf(segments.edition, (body.basis ?? "corrected") as Basis);
  if (!context) throw new NoEdition();
  const notes = Array.isArray(body.notes)
    ? (body.notes as FileNote[])
    : await notesIn(context, { targets: ["edition"] });
  const name = segments.id || "edition";
  const subject = { name, title: what, columns: [], rows: 1, filters: {}, q: null };
  return metadataOf(context, { ...subject, permalink, describedBy: permalink }, notes);
}

/** What is said of a result to a program that answers in words: in English, a line a column. */
function told(metadata: FileMetadata, { page }: Question): Answer {
  const { permalink, citation, basis_words, filters, sources, notes, produced_at } = metadata;
  const columns = metadata.dictionary.map(({ column, label, unit, definition, source }) => [
    column,
    `${label.en}: ${definition.en}${unit ? ` Unit: ${unit.en}.` : ""}${source ? ` Source: ${source}.` : ""}`,
  ]);
  return {
    ...{ permalink, page: page && pageUrl("en", page), citation: citation.en },
    ...{ basis: basis_words.en, filters: filters.en },
    ...(columns.length > 0 && { columns: Object.fromEntries(columns) as Answer }),
    ...{ sources, notes, produced_at },
  };
}

/** What was answered, or refused: then with the parameter at fault and the remedy. */
export type Told = { refused: boolean; body: Answer };

/**
 * Puts a tool's question to the API.
 * @param given arguments as sent; whatever is wrong with them is in the answer
 */
export async function ask(tool: Tool, given: unknown): Promise<Told> {
  try {
    const question = tool.question(given, defaultEdition(await currentState()).id);
    const request = new Request(new URL(question.address, siteUrl));
    const response = await HANDLERS[question.asks](request, question.segments);
    const answer = (await response.json()) as Answer;
    if (!response.ok) return { refused: true, body: answer };
    const { provenance, ...body } = answer;
    const metadata = (provenance ?? (await provenanceFor(question, body, request.url))) as FileMetadata;
    return { refused: false, body: { ...body, provenance: told(metadata, question) } };
  } catch (cause) {
    return { refused: true, body: (await problemResponse(cause).json()) as Answer };
  }
}
