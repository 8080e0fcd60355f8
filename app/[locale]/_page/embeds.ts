import "server-only";
import { getTranslations } from "next-intl/server";
import type { EmbedMenuProps } from "@/components/ui/embed-menu";
import { embedHref, iframeHtml } from "@/lib/api/embed";
import { siteUrl } from "@/lib/api/site-url";
import type { IndicatorResult } from "@/lib/indicators/types";
import type { Locale } from "@/lib/links";

/** Room for most figures; a longer one scrolls in its frame. */
const HEIGHT = 560;

/** Makes the menu that shows an indicator in another page, in one language. */
export async function embedsIn(locale: Locale): Promise<(result: IndicatorResult) => EmbedMenuProps> {
  const t = await getTranslations({ locale, namespace: "twins.embed" });
  return ({ id, edition, basis, name, rows }) => {
    const href = embedHref({ id, locale, edition, basis, show: rows.length > 1 ? "chart" : "value" });
    return {
      ...{
        button: t("button"),
        text: t("text"),
        label: t("label"),
        copy: t("copy"),
        copied: t("copied"),
        see: t("see"),
      },
      lines: iframeHtml({ src: `${siteUrl}${href}`, title: name[locale], height: HEIGHT }),
      href,
    };
  };
}
