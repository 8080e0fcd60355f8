import type { ReadableStream } from "node:stream/web";
import { keepRefusal } from "@/app/[locale]/_page/refusal-cookie";
import { refusalWords } from "@/app/[locale]/_page/refusal-words";
import { accessProblem, problemResponse } from "@/app/api/_http/problem";
import { requireSameSite } from "@/lib/auth/same-site";
import { requireAdmin } from "@/lib/auth/session";
import { localHref, type Locale } from "@/lib/links";
import { sendForm } from "@/lib/publication/send";

/** Where to go next; a browser without script is led there. */
function answer(request: Request, location: string, refusal?: string): Response {
  const headers = new Headers({ "Cache-Control": "no-store" });
  if (!request.headers.get("accept")?.includes("application/json"))
    return new Response(null, {
      status: 303,
      headers: { ...Object.fromEntries(headers), Location: location },
    });
  return Response.json({ location, refusal }, { headers });
}

/** Takes in an edition from a form, to be looked at before it is published. */
export async function POST(request: Request): Promise<Response> {
  try {
    await requireSameSite();
    const user = await requireAdmin();
    const { headers, body } = request;
    const sent = await sendForm(user, { headers, body: body as ReadableStream | null });
    const locale: Locale = new URL(request.url).searchParams.get("lang") === "en" ? "en" : "fr";
    if ("upload" in sent) return answer(request, localHref(locale, `/admin/editions/${sent.upload.id}`));
    await keepRefusal(sent);
    const { text } = await refusalWords(sent.refusal, locale);
    return answer(request, localHref(locale, "/admin/editions?refus=1#envoyer"), text);
  } catch (cause) {
    return problemResponse(accessProblem(cause));
  }
}
