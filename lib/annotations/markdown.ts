import "server-only";
import { micromark, parse, postprocess, preprocess } from "micromark";

/** Without HTML: a note's Markdown has no outline of its own, and fetches nothing. */
const EXTENSION = {
  disable: {
    null: ["htmlFlow", "htmlText", "headingAtx", "setextUnderline", "labelStartImage", "definition"],
  },
};

/** Address of a link from one note to another, as notes write it: `[words](note:<id>)`. */
const NOTE = /^note:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** Where a link leads whose note readers don't have. */
const GONE = "#note-gone";

/** Links to notes in a text, as Markdown reads it: not those within code. Places count characters. */
function linksIn(markdown: string): { id: string; start: number; end: number }[] {
  const events = postprocess(
    parse({ extensions: [EXTENSION] })
      .document()
      .write(preprocess()(markdown, undefined, true)),
  );
  return events.flatMap(([what, token]) => {
    if (what !== "enter" || token.type !== "resourceDestinationString") return [];
    const [start, end] = [token.start.offset, token.end.offset];
    const id = NOTE.exec(markdown.slice(start, end))?.[1];
    return id === undefined ? [] : [{ id, start, end }];
  });
}

/** Ids of the notes that a text links to, each once. */
export const noteLinks = (markdown: string): string[] => [
  ...new Set(markdown.includes("note:") ? linksIn(markdown).map(({ id }) => id) : []),
];

/** A note's Markdown with the addresses of the notes it links to. */
export function withAddresses(markdown: string, hrefOf: (id: string) => string): string {
  let text = markdown.replace(/^\uFEFF/, "");
  const links = text.includes("note:") ? linksIn(text) : [];
  for (const { id, start, end } of links.toReversed())
    text = text.slice(0, start) + hrefOf(id) + text.slice(end);
  return text;
}

/**
 * A note's Markdown as HTML. HTML in it is text; links go to http, https, places of this site, and other notes;
 * headings and images are text too.
 * @param hrefOf address of another note; undefined when readers don't have it: its link is then plain words
 */
export function noteHtml(
  markdown: string,
  hrefOf: (id: string) => string | undefined = () => undefined,
): string {
  const text = withAddresses(markdown, (id) => hrefOf(id) ?? GONE);
  const html = micromark(text, {
    ...{ allowDangerousHtml: false, allowDangerousProtocol: false },
    extensions: [EXTENSION],
  });
  // All tags here are ours, and links hold no links.
  return html.replace(
    new RegExp(`<a href="${GONE}"[^>]*>(.*?)</a>`, "gs"),
    '<span class="note-gone">$1</span>',
  );
}
