import { requireContext, fileAnswer, jsonAnswer, readFormat } from "./answer";
import { problemResponse } from "./problem";
import type { List } from "@/lib/engine/list";
import type { CellValue } from "@/lib/engine/values";
import { csvFile } from "@/lib/export/csv";
import { provenanceOf } from "@/lib/export/provenance";
import { readListAddress } from "@/lib/queries/request";

type RouteContext = { params: Promise<{ edition: string }> };
type Row = Record<string, CellValue>;

const pick = (row: Row, columns: readonly string[]): Row =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));

/** The GET handler of a list: a page with its total and facets as JSON, or the whole filtered result as a file. */
export function listHandler(list: List) {
  return async function GET(request: Request, { params }: RouteContext): Promise<Response> {
    try {
      const { edition } = await params;
      const search = new URL(request.url).searchParams;
      const format = readFormat(search);
      const address = readListAddress(list, search, ["format"]);
      const context = await requireContext(edition, address.basis);
      const { columns, page, pageSize, facets } = address;
      if (format === "csv")
        return await fileAnswer(request, context, list.name, () =>
          csvFile(columns, list.stream(context, address.request) as AsyncGenerator<Row[]>),
        );
      return await jsonAnswer(request, context.edition.identity, async () => {
        const [found, ...counts] = await Promise.all([
          list.page(context, address.request, page, pageSize),
          ...facets.map((facet) => list.facet(context, address.request, facet, "result")),
        ]);
        return {
          ...provenanceOf(context.edition),
          basis: context.basis,
          filters: address.request.filters,
          q: address.request.q,
          total: found.total,
          page,
          page_size: pageSize,
          rows: (found.rows as Row[]).map((row) => pick(row, columns)),
          ...(facets.length > 0 && {
            facets: Object.fromEntries(facets.map((facet, i) => [facet, counts[i]])),
          }),
        };
      });
    } catch (cause) {
      return problemResponse(cause);
    }
  };
}
