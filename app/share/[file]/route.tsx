import { ImageResponse } from "next/og";
import { problemResponse } from "@/app/api/_http/problem";
import { contextOf } from "@/lib/engine/engine";
import type { Locale } from "@/lib/links";
import { BARS, Icon } from "./drawings";
import { DAY, shareImage } from "./image";
import { indicatorFigures } from "./subjects";

const HEADLINES = ["actors", "open-authorities", "opening-rate"];

/** The image of the site's pages (`fr.png`, `en.png`, `?edition=`), and the icons of the manifest. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  try {
    const { file } = await params;
    const icon = /^icon-(180|192|512)\.png$/.exec(file)?.[1];
    if (icon)
      return new ImageResponse(<Icon bars={BARS} />, {
        width: Number(icon),
        height: Number(icon),
        headers: DAY,
      });
    const locale = /^(fr|en)\.png$/.exec(file)?.[1] as Locale | undefined;
    const context = await contextOf(
      new URL(request.url).searchParams.get("edition") ?? undefined,
      "corrected",
    );
    if (!locale || !context) return new Response(null, { status: 404 });
    const figures = await Promise.all(HEADLINES.map((id) => indicatorFigures(context, locale, id)));
    return await shareImage(context, locale, { figures: figures.flatMap((one) => one?.figures ?? []) });
  } catch (cause) {
    return problemResponse(cause);
  }
}
