import { stringify } from "csv-stringify/sync";
import { accessProblem, problemResponse } from "@/app/api/_http/problem";
import { auditLines, type AuditLine } from "@/lib/annotations";
import { requireAdmin } from "@/lib/auth/session";

const COLUMNS = ["seq", "at", "user_name", "action", "subject", "detail", "request"] as const;
const PAGE = 1_000;

/** The audit log as CSV, latest first; a text that a spreadsheet would run is made a text. */
export async function GET(request: Request): Promise<Response> {
  try {
    const { id: userId } = await requireAdmin();
    const search = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 200);
    let before: number | undefined;
    let begun = false;
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const lines: AuditLine[] = await auditLines({ userId }, search, before, PAGE);
        const text = stringify(
          lines.map((line) => COLUMNS.map((column) => line[column])),
          { header: !begun, columns: [...COLUMNS], escape_formulas: true, record_delimiter: "\r\n" },
        );
        controller.enqueue(new TextEncoder().encode(text));
        begun = true;
        before = lines.at(-1)?.seq;
        if (lines.length < PAGE) controller.close();
      },
    });
    return new Response(body, {
      headers: {
        "Content-Type": "text/csv; charset=utf-8; header=present",
        "Content-Disposition": 'attachment; filename="observatoire-audit.csv"',
        "Cache-Control": "no-store",
      },
    });
  } catch (cause) {
    return problemResponse(accessProblem(cause));
  }
}
