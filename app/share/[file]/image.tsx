import { ImageResponse } from "next/og";
import { getTranslations } from "next-intl/server";
import { drawable } from "@/components/pictures/painted";
import type { EditionContext } from "@/lib/engine/context";
import { licenceOf } from "@/lib/export/provenance";
import { formatDate } from "@/lib/format";
import type { Locale } from "@/lib/links";
import { ShareCard, type Figure } from "./drawings";

/** What an image says of a page; without a title it is of the whole edition. */
export type Subject = { title?: string; text?: string; figures: readonly Figure[] };

export const DAY = { "Cache-Control": "public, max-age=86400" };

/** The image shown where a page is shared. */
export async function shareImage(
  context: EditionContext,
  locale: Locale,
  subject: Subject,
): Promise<Response> {
  const t = await getTranslations({ locale, namespace: "shell" });
  const { title, asOf, kind, publisher, licence } = context.edition.manifest;
  const edition = `${title[locale]} · ${formatDate(locale, asOf)}`;
  const source = kind === "demo" ? t("demo") : `${publisher} · ${licenceOf(licence).name}`;
  return new ImageResponse(
    <ShareCard
      over={subject.title === undefined ? null : drawable(t("name"))}
      title={drawable(subject.title ?? t("name"))}
      text={drawable(subject.text ?? edition)}
      foot={drawable(subject.title === undefined ? source : `${edition} · ${source}`)}
      figures={subject.figures.map(({ label, value }) => ({
        label: drawable(label),
        value: drawable(value),
      }))}
    />,
    { width: 1200, height: 630, headers: DAY },
  );
}
