import { requireContext, jsonAnswer, readShape } from "./answer";
import { describe, fileAnswer, type Subject } from "./file-answer";
import { identityWithNotes, type Noted } from "./notes";
import { problemResponse } from "./problem";
import { correctionsOf, isCorrectable, patchedBy } from "@/lib/api/corrections";
import type { Corrections } from "@/lib/api/correction-types";
import type { Bilingual } from "@/lib/editions/types";
import type { EditionContext } from "@/lib/engine/context";
import { presentIn } from "@/lib/engine/relation";
import type { List } from "@/lib/engine/list";
import type { CellValue } from "@/lib/engine/values";
import { fileCorrections } from "@/lib/export/corrections";
import { FORMATS, type Format } from "@/lib/export/format-names";
import { provenanceOf } from "@/lib/export/provenance";
import { readListAddress, type ListAddress } from "@/lib/queries/request";

type RouteContext = { params: Promise<{ edition: string }> };
type Row = Record<string, CellValue>;

const COORDINATES = ["latitude", "longitude"] as const;

const pick = (row: Row, columns: readonly string[]): Row =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));

/** Lists whose rows notes may be about, by the column that identifies them. */
const MEMBERS = { organisations: ["organisation", "siren"], platforms: ["platform", "slug"] } as const;

function membersOf(list: List, context: EditionContext, { request }: ListAddress): Noted["members"] {
  if (list.name !== "organisations" && list.name !== "platforms") return undefined;
  const [kind, column] = MEMBERS[list.name];
  return { kind, among: (ids) => presentIn(context, list.relation(context, request), column, ids) };
}

/** What an address keeps of a list, as its files describe it. */
function subjectOf(
  list: List,
  title: Bilingual,
  context: EditionContext,
  address: ListAddress,
  rows: number,
  corrections: Corrections | null,
): Subject {
  const { columns, request } = address;
  const places = [...(request.filters.region ?? []), ...(request.filters.department ?? [])];
  return {
    name: list.name,
    title,
    columns: list.described.filter(({ key }) => columns.includes(key)),
    rows,
    filters: request.filters,
    q: request.q,
    corrections,
    targets: [
      "edition",
      ...columns.map((column) => `column/${column}`),
      ...places.map((code) => `territory/${code}`),
    ],
    members: membersOf(list, context, address),
  };
}

/** A page of a list with its total and facets. */
async function pageOf(
  list: List,
  context: EditionContext,
  address: ListAddress,
  corrections: Corrections | null,
) {
  const { columns, page, pageSize, facets, request } = address;
  const found = await list.page(context, request, page, pageSize, { names: facets, scope: "result" });
  return {
    ...provenanceOf(context.edition),
    basis: context.basis,
    filters: request.filters,
    q: request.q,
    ...(corrections && { corrections: fileCorrections(corrections) }),
    total: found.total,
    page,
    page_size: pageSize,
    rows: (found.rows as Row[]).map((row) => pick(row, columns)),
    ...(facets.length > 0 && { facets: found.facets }),
  };
}

/** The GET handler of a list: a page with its total and facets as JSON, or the whole filtered result as a file. */
export function listHandler(list: List, title: Bilingual) {
  const places = COORDINATES.every((key) => list.columns.includes(key));
  const formats: readonly Format[] = places ? FORMATS : FORMATS.filter((format) => format !== "geojson");
  return async function GET(request: Request, { params }: RouteContext): Promise<Response> {
    try {
      const { edition } = await params;
      const search = new URL(request.url).searchParams;
      const { format, dialect } = readShape(search, formats);
      const address = readListAddress(list, search, ["format", "dialect"]);
      const plain = await requireContext(edition, address.basis);
      const corrections =
        address.corrections && isCorrectable(list.name) ? await correctionsOf(plain, list.name) : null;
      const context = corrections ? patchedBy(plain, corrections) : plain;
      if (format === "json")
        return await jsonAnswer(request, await identityWithNotes(context.edition), async () => {
          const answer = await pageOf(list, context, address, corrections);
          const subject = subjectOf(list, title, context, address, answer.total, corrections);
          return { ...answer, provenance: await describe(request, context, subject) };
        });
      const shown = format === "geojson" ? [...address.columns, ...COORDINATES] : address.columns;
      return await fileAnswer(request, context, { format, dialect }, async () => ({
        subject: subjectOf(
          ...([list, title, context, address, await list.total(context, address.request)] as const),
          corrections,
        ),
        relation: list.relation(context, address.request, shown),
      }));
    } catch (cause) {
      return problemResponse(cause);
    }
  };
}
