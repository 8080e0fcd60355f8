import { accessProblem, notFound, problemResponse } from "@/app/api/_http/problem";
import { requireAdmin } from "@/lib/auth/session";
import { checkLineOf, checkText } from "@/lib/editions/check";
import { currentState } from "@/lib/engine/engine";
import { baseOf } from "@/lib/publication/preview";
import { remarkPages } from "@/lib/publication/remarks";
import { findUpload } from "@/lib/publication/uploads";

/** Every remark on an edition that waits, a line each, as `npm run data -- check --all` prints them. */
export async function GET(request: Request, { params }: RouteContext<"/api/admin/editions/[id]/report">) {
  try {
    await requireAdmin();
    const { id } = await params;
    const upload = await findUpload(id);
    if (!upload) throw notFound("edition waiting", id, "It was published or discarded.");
    const language = new URL(request.url).searchParams.get("lang") === "en" ? "en" : "fr";
    const pages = remarkPages(upload, baseOf(upload, await currentState()));
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { value, done } = await pages.next();
        if (done) return controller.close();
        const text = value.map((remark) => `${checkText(checkLineOf(remark), language)}\n`).join("");
        controller.enqueue(new TextEncoder().encode(text));
      },
    });
    return new Response(body, {
      headers: {
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Disposition": `attachment; filename="observatoire-${upload.manifest.id}-controle.txt"`,
        "Cache-Control": "no-store",
      },
    });
  } catch (cause) {
    return problemResponse(accessProblem(cause));
  }
}
