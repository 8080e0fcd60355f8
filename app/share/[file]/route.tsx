import { ImageResponse } from "next/og";
import { getTranslations } from "next-intl/server";
import { contextOf } from "@/lib/engine/engine";
import { licenceOf } from "@/lib/export/provenance";
import { formatDate, formatNumber, formatPercent } from "@/lib/format";
import { indicatorById } from "@/lib/indicators";
import { BARS, Icon, ShareCard } from "./drawings";

const DAY = { "Cache-Control": "public, max-age=86400" };
// The drawing's font has no narrow no-break space.
const drawn = (text: string) => text.replaceAll("\u202f", "\u00a0");

async function card(locale: "fr" | "en", editionId: string | undefined): Promise<Response> {
  const context = await contextOf(editionId, "corrected");
  if (!context) return new Response(null, { status: 404 });
  const t = await getTranslations({ locale, namespace: "shell" });
  const figures = await Promise.all(
    ["actors", "open-authorities", "opening-rate"].map(async (id) => {
      const result = await indicatorById.get(id)?.compute(context);
      if (!result || result.value === null) return null;
      const write = result.unit === "ratio" ? formatPercent : formatNumber;
      return { label: result.name[locale], value: drawn(write(locale, result.value)) };
    }),
  );
  const { title, asOf, kind, publisher, licence } = context.edition.manifest;
  return new ImageResponse(
    <ShareCard
      name={t("name")}
      edition={drawn(`${title[locale]} · ${formatDate(locale, asOf)}`)}
      foot={kind === "demo" ? drawn(t("demo")) : `${publisher} · ${licenceOf(licence).name}`}
      figures={figures.filter((figure) => figure !== null)}
    />,
    { width: 1200, height: 630, headers: DAY },
  );
}

/** The image shown where a page is shared (`fr.png`, `en.png`, `?edition=`), and the icons of the manifest. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file } = await params;
  const icon = /^icon-(180|192|512)\.png$/.exec(file)?.[1];
  if (icon)
    return new ImageResponse(<Icon bars={BARS} />, {
      width: Number(icon),
      height: Number(icon),
      headers: DAY,
    });
  const locale = /^(fr|en)\.png$/.exec(file)?.[1] as "fr" | "en" | undefined;
  if (!locale) return new Response(null, { status: 404 });
  return card(locale, new URL(request.url).searchParams.get("edition") ?? undefined);
}
