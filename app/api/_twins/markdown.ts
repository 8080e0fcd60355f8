import type { Composed } from "@/app/[locale]/_page/edition-page";
import { pageUrl, siteUrl } from "@/lib/api/site-url";
import { provenanceOf } from "@/lib/export/provenance";
import { formatDate } from "@/lib/format";
import type { Locale } from "@/lib/links";
import { markdownOf } from "@/lib/markdown/page";
import { escapeMarkdown } from "@/lib/markdown/text";
import { getTranslations } from "next-intl/server";
import { standsOfPage } from "./stands";

/** A link's whole address: one within the page has none in a text. */
function address(href: string): string | null {
  if (href.startsWith("/")) return `${siteUrl}${href}`;
  return /^https?:\/\//.test(href) ? href : null;
}

/** A page as a document of its own: what it is and where it comes from at its head, its content, its source. */
export async function documentOf(
  { title, page, path, content }: Composed,
  locale: Locale,
  search: string,
): Promise<string> {
  const t = await getTranslations({ locale, namespace: "shell" });
  const { edition, basis } = page.context;
  const from = provenanceOf(edition);
  const url = pageUrl(locale, `${path}${search}`);
  const name = typeof title.title === "string" ? title.title : t("name");
  const head = {
    title: name,
    ...(typeof title.description === "string" && { description: title.description }),
    url,
    language: locale,
    edition: edition.id,
    as_of: from.as_of,
    basis,
    fictitious: from.fictitious,
    licence: from.licence,
    ...(from.licence_url && { licence_url: from.licence_url }),
    attribution: from.attribution,
  };
  const { publisher } = edition.manifest;
  const source = t("source", {
    publisher,
    title: edition.manifest.title[locale],
    date: formatDate(locale, from.as_of),
  });
  return (
    [
      // JSON is YAML: texts that hold colons or quotes need no thought.
      `---\n${Object.entries(head)
        .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
        .join("\n")}\n---`,
      ...(from.fictitious ? [`**${escapeMarkdown(t("demo"))}**`] : []),
      await markdownOf(content, { stands: standsOfPage(), address }),
      "---",
      `${escapeMarkdown(source)} ${from.licence_url ? `[${escapeMarkdown(from.licence)}](${from.licence_url})` : escapeMarkdown(from.licence)}. <${url}>`,
    ].join("\n\n") + "\n"
  );
}
