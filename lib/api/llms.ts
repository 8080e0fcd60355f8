import "server-only";
import { defaultEdition, editionsInOrder } from "@/lib/engine/engine";
import type { EngineState } from "@/lib/engine/state";
import { provenanceOf } from "@/lib/export/provenance";
import { indicators } from "@/lib/indicators";
import { escapeMarkdown } from "@/lib/markdown/text";
import { TOOLS } from "./mcp/tools";
import { sitePages } from "./pages";
import { pageUrl, siteUrl } from "./site-url";
import { markdownPath } from "./twins";

const INTRO = `# Observatory of local open data

> Which French local authorities publish open data, where and how much: every figure with its rows.

- Every page stands in French at its path and in English under \`/en\`. With \`.md\` after its path it is Markdown, with the
  same parameters: \`/en/organisations.md?region=BRE-53&type=COM\`; the first page is \`/en/index.md\`.
- Organisations and platforms are also JSON: \`/organisations/<siren>.json\`, \`/plateformes/<slug>.json\`.
- A figure is of one edition (\`edition=\`) and one basis (\`basis=corrected\`, the default, repairs what the register proves
  wrong; \`basis=file\` takes the file at its word). Quote both, with the date of the edition.
- A rate comes with its numerator and its denominator. "—" (null in JSON) is unknown, never zero.
- Parameters that are unknown or can't be honoured are refused with the remedy, never dropped.
- Credit the publisher, the edition and its date, under the licence that each document states.`;

/** A link and what is there; names come from the files and the code, never as marks. */
const item = (name: string, href: string, about: string) => `- [${escapeMarkdown(name)}](${href}): ${about}`;
const section = (title: string, items: readonly string[]) => `## ${title}\n\n${items.join("\n")}`;

/** What the site is, for programs that read before they ask (llmstxt.org): from the registries of pages and indicators. */
export function llmsText(state: EngineState): string {
  const shown = defaultEdition(state).id;
  const api = `${siteUrl}/api/v1/editions`;
  const editions = editionsInOrder(state).map((edition) => {
    const { title, as_of, licence, licence_url, fictitious, attribution } = provenanceOf(edition);
    const facts = [
      `as of ${as_of}`,
      ...(edition.id === shown ? ["shown when none is named"] : []),
      ...(fictitious ? ["fictitious: nothing in it is real"] : []),
      licence_url ? `[${licence}](${licence_url})` : escapeMarkdown(licence),
      `to be credited as "${escapeMarkdown(attribution)}"`,
    ];
    return item(`${edition.id}: ${title.en}`, `${api}/${edition.id}`, facts.join("; "));
  });
  const twin = (path: string) => pageUrl("en", markdownPath(path));
  const pages = sitePages
    .filter(({ hidden }) => !hidden)
    .map(({ path, name, about }) => item(name.en, twin(path), escapeMarkdown(about.en)));
  const figures = indicators.map(({ id, name, definition }) =>
    item(name.en, twin(`/indicateurs/${id}`), escapeMarkdown(definition.en)),
  );
  const answers = [
    item("Editions", api, "files, dates, licences"),
    item(
      "Indicators",
      `${api}/${shown}/indicators`,
      "every headline; each one's breakdown is below it, by its id",
    ),
    item(
      "Organisations",
      `${api}/${shown}/organisations?page_size=10`,
      "filters, `q`, `sort`, `facets`, pages; `format=csv`, `ndjson`, `xlsx` or `parquet` gives the whole result",
    ),
    item("Platforms", `${api}/${shown}/platforms?page_size=10`, "the same for platforms"),
    item(
      "MCP",
      `${twin("/developpeurs")}#mcp`,
      `the same questions as tools of the Model Context Protocol, by POST to \`${siteUrl}/api/mcp\` (Streamable HTTP, no session): ${TOOLS.map(({ name }) => escapeMarkdown(name)).join(", ")}`,
    ),
  ];
  return `${[
    INTRO,
    section("Editions", editions),
    section("Pages", pages),
    section("Indicators", figures),
    section("API", answers),
  ].join("\n\n")}\n`;
}
