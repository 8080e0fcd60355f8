import { hasLocale } from "next-intl";
import { cacheHeaders, oneOf, readBasis, requireContext } from "@/app/api/_http/answer";
import { notFound, problemResponse } from "@/app/api/_http/problem";
import { embedDocument } from "@/app/api/_picture/embed";
import { quotedOf, shownOf } from "@/app/api/_picture/picture";
import { THEMES } from "@/lib/api/embed";
import { contextOf } from "@/lib/engine/engine";
import { LOCALES } from "@/lib/i18n/routing";
import { indicatorById } from "@/lib/indicators";

type Context = { params: Promise<{ locale: string; id: string }> };

const PARAMETERS = ["edition", "basis", "show", "theme"];
/** Any site may frame this and nothing else of ours; it runs nothing and fetches nothing. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *";

/** One indicator for a frame in another site's page. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const { locale, id } = await params;
    const search = new URL(request.url).searchParams;
    const indicator = indicatorById.get(id);
    if (!indicator || !hasLocale(LOCALES, locale)) throw notFound("indicator", id, "See /indicateurs.");
    const basis = readBasis(search, PARAMETERS);
    const shown = oneOf(search, "show", shownOf(id), "chart");
    const theme = oneOf(search, "theme", THEMES, "auto");
    const asked = search.get("edition");
    const context =
      (!asked && (await contextOf(undefined, basis))) || (await requireContext(asked ?? "", basis));
    const { headers, fresh } = cacheHeaders(request, context.edition.identity);
    const policy = { ...headers, "Content-Security-Policy": POLICY };
    if (fresh) return new Response(null, { status: 304, headers: policy });
    return new Response(await embedDocument(await quotedOf(indicator, context, locale), shown, theme), {
      headers: { ...policy, "Content-Type": "text/html; charset=utf-8", "X-Robots-Tag": "noindex" },
    });
  } catch (cause) {
    return problemResponse(cause);
  }
}
