import { ImageResponse } from "next/og";
import { cacheHeaders, oneOf, readBasis, requireContext } from "@/app/api/_http/answer";
import { notFound, problemResponse } from "@/app/api/_http/problem";
import { pictureOf, quotedOf, shownOf } from "@/app/api/_picture/picture";
import { Painted } from "@/components/pictures/painted";
import { svgOf } from "@/components/pictures/svg";
import { fileName, whatOf } from "@/lib/export/format-names";
import { LOCALES } from "@/lib/i18n/routing";
import { indicatorById } from "@/lib/indicators";

type Context = { params: Promise<{ edition: string; id: string; file: string }> };

const PARAMETERS = ["basis", "lang", "theme", "show"];

/** An indicator drawn: `chart.svg` or `chart.png`, with title, source, licence, date and address. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const { edition, id, file } = await params;
    const search = new URL(request.url).searchParams;
    const indicator = indicatorById.get(id);
    if (!indicator) throw notFound("indicator", id, `See /api/v1/editions/${edition}/indicators.`);
    if (file !== "chart.svg" && file !== "chart.png")
      throw notFound("picture", file, "An indicator is drawn as chart.svg and chart.png.");
    const context = await requireContext(edition, readBasis(search, PARAMETERS));
    const locale = oneOf(search, "lang", LOCALES, "fr");
    const shown = oneOf(search, "show", shownOf(id), "chart");
    const { headers, fresh } = cacheHeaders(request, context.edition.identity);
    if (fresh) return new Response(null, { status: 304, headers });
    const draw = async () => pictureOf(await quotedOf(indicator, context, locale), shown, "wide");
    const name = fileName(context.edition.id, whatOf("indicator", id), file === "chart.svg" ? "svg" : "png");
    const named = {
      ...headers,
      "Content-Disposition": `inline; filename="${name}"`,
    };
    if (file === "chart.svg") {
      const theme = oneOf(search, "theme", ["light", "dark", "auto"], "light");
      return new Response(svgOf(await draw(), theme), {
        headers: {
          ...named,
          "Content-Type": "image/svg+xml; charset=utf-8",
          // As a document of its own it has styles and nothing else.
          "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
        },
      });
    }
    const theme = oneOf(search, "theme", ["light", "dark"], "light");
    const picture = await draw();
    const image = new ImageResponse(<Painted picture={picture} theme={theme} />, {
      width: picture.width,
      height: picture.height,
    });
    return new Response(await image.arrayBuffer(), { headers: { ...named, "Content-Type": "image/png" } });
  } catch (cause) {
    return problemResponse(cause);
  }
}
