import { getTranslations } from "next-intl/server";
import { jsonAnswer, oneOf, readBasis, requireContext } from "@/app/api/_http/answer";
import { notFound, Problem, problemResponse } from "@/app/api/_http/problem";
import { pictureOf, quotedOf, shownOf } from "@/app/api/_picture/picture";
import { embedHref, iframeHtml, indicatorAddress, THEMES } from "@/lib/api/embed";
import { siteUrl } from "@/lib/api/site-url";
import { contextOf } from "@/lib/engine/engine";
import { indicatorById } from "@/lib/indicators";
import { apiHref } from "@/lib/links";
import { BadAddress } from "@/lib/queries/request";

const PARAMETERS = ["url", "format", "maxwidth", "maxheight", "basis"];
/** Below a picture: the line that opens its table, source and way back. */
const BELOW = 150;
const WIDTH = 960;

/** A limit of who asks, in pixels. */
function limit(params: URLSearchParams, name: string): number {
  const given = params.get(name);
  if (given === null) return Infinity;
  if (!/^[1-9]\d{1,4}$/.test(given))
    throw new BadAddress([{ parameter: name, message: "expected pixels, 10 at least" }]);
  return Number(given);
}

/** How a page of an indicator, or its frame, is shown in another site (oEmbed 1.0, type "rich"). */
export async function GET(request: Request): Promise<Response> {
  try {
    const asked = new URL(request.url).searchParams;
    readBasis(asked, PARAMETERS);
    if (asked.get("format") === "xml")
      throw new Problem(501, "Not implemented", "This address answers as JSON alone.", [
        { parameter: "format", message: "expected json" },
      ]);
    oneOf(asked, "format", ["json"], "json");
    const url = asked.get("url") ?? "";
    const place = indicatorAddress(url, siteUrl);
    const indicator = place && indicatorById.get(place.id);
    if (!place || !indicator)
      throw notFound(
        "indicator at",
        url,
        "Give `url`, the address of a page /indicateurs/<id> of this site.",
      );
    const { id, locale, params } = place;
    const basis = readBasis(params, ["edition", "basis", "show", "theme"]);
    const show = oneOf(params, "show", shownOf(id), "chart");
    const theme = oneOf(params, "theme", THEMES, "auto");
    const edition = params.get("edition") ?? undefined;
    const context =
      (!edition && (await contextOf(undefined, basis))) || (await requireContext(edition ?? "", basis));
    const [widest, most] = [limit(asked, "maxwidth"), limit(asked, "maxheight")];
    const width = Math.min(widest, WIDTH);
    return await jsonAnswer(request, context.edition.identity, async () => {
      const t = await getTranslations({ locale, namespace: "shell" });
      const quoted = await quotedOf(indicator, context, locale);
      const narrow = width < 600;
      const picture = await pictureOf(quoted, show, narrow ? "narrow" : "wide", true);
      const height = Math.min(most, Math.ceil((picture.height * width) / picture.width) + BELOW);
      const drawn = await pictureOf(quoted, show, "wide");
      const { title } = quoted.words;
      const src = `${siteUrl}${embedHref({ id, locale, edition: context.edition.id, basis, show, theme })}`;
      return {
        ...{ version: "1.0", type: "rich", title, width, height, cache_age: 86_400 },
        html: iframeHtml({ src, title, width, height }),
        provider_name: t("name"),
        provider_url: siteUrl,
        author_name: context.edition.manifest.publisher,
        // The same picture, in the colours of paper; one larger than what was asked is not named.
        ...(drawn.width <= widest && drawn.height <= most
          ? {
              thumbnail_url: `${siteUrl}${apiHref(context.edition.id, `indicators/${id}/chart.png`, basis, { lang: locale, show })}`,
              thumbnail_width: drawn.width,
              thumbnail_height: drawn.height,
            }
          : {}),
      };
    });
  } catch (cause) {
    return problemResponse(cause);
  }
}
