import { jsonAnswer, readBasis, requireContext } from "@/app/api/_http/answer";
import { problemResponse } from "@/app/api/_http/problem";
import { noteAddress } from "@/lib/api/note-address";
import { kindOf, NOTE_KINDS, notesIdentity, publishedNotes, TARGET_KINDS } from "@/lib/annotations";
import { provenanceOf } from "@/lib/export/provenance";
import { BadAddress } from "@/lib/queries/request";

const PARAMETERS = ["basis", "kind", "target", "target_kind", "since", "until", "page", "page_size"];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the filters of the address. @throws BadAddress naming each parameter at fault */
function readFilters(params: URLSearchParams) {
  const errors: { parameter: string; message: string }[] = [];
  const read = (name: string, valid: (value: string) => boolean, message: string) => {
    const all = params.getAll(name);
    const value = all[0] || undefined;
    if (all.length > 1 || (value !== undefined && !valid(value))) errors.push({ parameter: name, message });
    return value;
  };
  const within = (values: readonly string[]) => (value: string) => values.includes(value);
  const day = (name: string) => read(name, (value) => DAY.test(value), "a day is expected, as 2022-12-31");
  const count = (name: string, most: number) =>
    read(name, (value) => /^[1-9]\d*$/.test(value) && Number(value) <= most, `from 1 to ${most}`);
  const found = {
    kind: read("kind", within(NOTE_KINDS), `expected one of ${NOTE_KINDS.join(", ")}`),
    target: read(
      "target",
      (value) => kindOf(value) !== undefined,
      "a target is expected, as indicator/by-type",
    ),
    targetKind: read("target_kind", within(TARGET_KINDS), `expected one of ${TARGET_KINDS.join(", ")}`),
    ...{ since: day("since"), until: day("until") },
    page: Number(count("page", 1_000_000) ?? 1),
    pageSize: Number(count("page_size", 500) ?? 50),
  };
  if (errors.length > 0) throw new BadAddress(errors);
  return found;
}

/** The published notes of an edition, newest first, with their permanent addresses. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ edition: string }> },
): Promise<Response> {
  try {
    const search = new URL(request.url).searchParams;
    const { edition } = await requireContext((await params).edition, readBasis(search, PARAMETERS));
    const { page, pageSize, ...filters } = readFilters(search);
    const identity = `${edition.identity}\n${await notesIdentity(edition.id)}`;
    return await jsonAnswer(request, identity, async () => {
      const { notes, total } = await publishedNotes(
        { ...(filters as object), edition: edition.id },
        page,
        pageSize,
      );
      return {
        ...provenanceOf(edition),
        ...{ total, page, page_size: pageSize },
        rows: notes.map((note) => ({
          ...{ id: note.id, target: note.target, kind: note.kind, language: note.language, body: note.body },
          ...{ correction: note.correction, author: note.author_name, version: note.version },
          ...{ published_at: note.published_at, updated_at: note.updated_at, permalink: noteAddress(note) },
        })),
      };
    });
  } catch (cause) {
    return problemResponse(cause);
  }
}
