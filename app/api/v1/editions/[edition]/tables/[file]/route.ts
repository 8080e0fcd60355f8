import { oneOf, requireContext } from "@/app/api/_http/answer";
import { fileAnswer } from "@/app/api/_http/file-answer";
import { notFound, problemResponse } from "@/app/api/_http/problem";
import { whatOf } from "@/lib/export/format-names";
import { columnsOfTables, isTable, rowsOfTables, TABLE_NAMES, tableRelation } from "@/lib/queries/tables";
import { TABLE_WORDS } from "@/lib/queries/table-words";
import { BadAddress } from "@/lib/queries/request";

const FILE = /^([a-z_]+)\.(csv|ndjson|parquet)$/;

/** The rows of one table of the engine, for one edition: what the SQL of every figure reads. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ edition: string; file: string }> },
): Promise<Response> {
  try {
    const { edition, file } = await params;
    const search = new URL(request.url).searchParams;
    const unknown = [...new Set(search.keys())].filter((name) => name !== "format");
    if (unknown.length > 0)
      throw new BadAddress(
        unknown.map((name) => ({
          parameter: name.slice(0, 60),
          message: "unknown parameter; a table takes format=metadata alone",
        })),
      );
    const context = await requireContext(edition, "corrected");
    const [, name = "", extension] = FILE.exec(file) ?? [];
    if (!isTable(name))
      throw notFound("table", file, `Tables are ${TABLE_NAMES.join(", ")}; .csv, .ndjson or .parquet.`);
    const format = search.has("format") ? oneOf(search, "format", ["metadata"], "metadata") : extension;
    return await fileAnswer(
      request,
      context,
      { format: format as "csv" | "ndjson" | "parquet" | "metadata", dialect: "rfc4180" },
      async () => {
        const [tables, rows] = await Promise.all([columnsOfTables(context), rowsOfTables(context)]);
        const columns = tables.get(name) ?? [];
        return {
          subject: {
            name: whatOf("table", name),
            title: TABLE_WORDS[name],
            columns,
            rows: rows.get(name) ?? 0,
            filters: {},
            q: null,
            targets: ["edition", ...columns.map(({ key }) => `column/${key}`)],
          },
          relation: tableRelation(context, name, columns),
        };
      },
    );
  } catch (cause) {
    return problemResponse(cause);
  }
}
