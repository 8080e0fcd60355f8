import { hasLocale } from "next-intl";
import { problemResponse } from "@/app/api/_http/problem";
import { pageFamilies } from "@/lib/api/pages";
import { pageAt } from "@/lib/api/twins";
import { contextOf } from "@/lib/engine/engine";
import { LOCALES } from "@/lib/i18n/routing";
import { shareImage } from "../../image";
import { SUBJECTS } from "../../subjects";

type Context = { params: Promise<{ file: string; family: string; name: string }> };

/** The image of one organisation, platform, territory or indicator: `/share/fr/organisations/<siren>.png`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const { file: locale, family, name } = await params;
    const path = /\.png$/.test(name) ? `/${family}/${name.slice(0, -4)}` : "";
    const pattern = pageFamilies.find((one) => one === pageAt(path)?.pattern);
    const context = await contextOf(
      new URL(request.url).searchParams.get("edition") ?? undefined,
      "corrected",
    );
    if (!pattern || !context || !hasLocale(LOCALES, locale)) return new Response(null, { status: 404 });
    const subject = await SUBJECTS[pattern](context, locale, name.slice(0, -4));
    return subject ? await shareImage(context, locale, subject) : new Response(null, { status: 404 });
  } catch (cause) {
    return problemResponse(cause);
  }
}
