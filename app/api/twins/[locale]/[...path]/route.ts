import { hasLocale } from "next-intl";
import { cacheHeaders } from "@/app/api/_http/answer";
import { identityWithNotes } from "@/app/api/_http/notes";
import { notFound, Problem, problemResponse } from "@/app/api/_http/problem";
import { documentOf } from "@/app/api/_twins/markdown";
import { LISTS, TWINS } from "@/app/api/_twins/pages";
import { PageNotFound } from "@/app/[locale]/_page/context";
import { pageAt } from "@/lib/api/twins";
import { LOCALES } from "@/lib/i18n/routing";
import { localHref } from "@/lib/links";
import { MAX_PAGE_SIZE } from "@/lib/queries/request";

type Context = { params: Promise<{ locale: string; path: string[] }> };

const HOME = "index";

/** What the address asks, each parameter once or several times, as Next gives it to a page. */
function searchOf(params: URLSearchParams): Record<string, string[]> {
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));
}

/** The same refusal as the page's, as programs read it. */
function problemOf(cause: PageNotFound, path: string): Problem {
  if (cause.errors.length === 0) return notFound("page", path, cause.missing?.text ?? "See /llms.txt.");
  const errors = cause.errors.map(({ name, value }) => ({
    parameter: name.slice(0, 60),
    message: `“${value.slice(0, 60)}” can’t be honoured by this page`,
  }));
  return new Problem(400, "Bad request", "Some parameters can’t be honoured.", errors);
}

/** A page of the site as Markdown: `/organisations.md`, `/en/indicateurs/by-type.md?basis=file`, `/index.md`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, path: segments } = await params;
  const path = segments.join("/") === HOME ? "/" : `/${segments.join("/")}`;
  try {
    const place = pageAt(path);
    const load = place && TWINS[place.pattern];
    if (!place || !load || !hasLocale(LOCALES, locale)) throw notFound("page", path, "See /llms.txt.");
    const asked = new URL(request.url).searchParams;
    const search = asked.size > 0 ? `?${asked.toString().replaceAll("%2C", ",")}` : "";
    const whole = LISTS.includes(place.pattern) && !asked.has("page_size") && !asked.has("page");
    const { default: Page } = await load();
    const composed = await Page.compose({
      params: Promise.resolve({ ...place.segments, locale }),
      searchParams: Promise.resolve({
        ...searchOf(asked),
        ...(whole && { page_size: String(MAX_PAGE_SIZE) }),
      }),
    });
    const { headers, fresh } = cacheHeaders(request, await identityWithNotes(composed.page.context.edition));
    if (fresh) return new Response(null, { status: 304, headers });
    const page = new URL(localHref(locale, composed.path), request.url).pathname;
    return new Response(await documentOf(composed, locale, search), {
      headers: {
        ...headers,
        "Content-Type": "text/markdown; charset=utf-8",
        "Content-Language": locale,
        Link: `<${page}${search}>; rel="canonical"; type="text/html"`,
        "X-Robots-Tag": "noindex",
      },
    });
  } catch (cause) {
    return problemResponse(cause instanceof PageNotFound ? problemOf(cause, path) : cause);
  }
}
