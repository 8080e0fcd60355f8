/** Signs that mean something anywhere in a line; a text that holds them is a text. */
const SIGNS = /[\\`*_[\]<>|~]/g;
/** An entity that a reader of Markdown would decode. */
const ENTITY = /&(?=#?\w+;)/g;

/** A text as Markdown that reads as that text: nothing in it makes a mark, a link, a table or HTML. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[ \t\r\n]+/g, " ")
    .replace(SIGNS, "\\$&")
    .replace(ENTITY, "\\&");
}

/** A line that begins a block of text: what would make it a heading, a list or a quotation is held off. */
export function startOfBlock(line: string): string {
  return line
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2")
    .replace(/^(#{1,6}|[+-])(?=\s|$)/, "\\$1")
    .replace(/^(=+|-{2,})$/, "\\$1");
}

/** A text as code in a line: its fence is longer than any in it. */
export function inlineCode(text: string): string {
  const fence = fenceFor(text, 1);
  const pad = /^`|`$/.test(text) ? " " : "";
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** A text as a block of code. */
export function codeBlock(text: string, language = ""): string {
  const fence = fenceFor(text, 3);
  return `${fence}${language}\n${text}\n${fence}`;
}

function fenceFor(text: string, least: number): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  return "`".repeat(Math.max(least, longest + 1));
}

/** An address inside a link's brackets. */
export const linkTarget = (href: string): string =>
  href.replace(
    /[\s()<>\\|]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );

/** A bullet: its first block after the mark, the others below it. */
export function bullet(blocks: readonly string[]): string {
  const text = blocks.join("\n\n");
  return `- ${text.replaceAll("\n", "\n  ").replaceAll("\n  \n", "\n\n")}`;
}

/** Markdown that someone wrote, as a quotation; HTML in it is text. */
export const quotation = (markdown: string): string =>
  markdown
    .trim()
    .replace(/</g, "\\<")
    .split(/\r?\n/)
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");

export type TableColumn = { head: string; right: boolean };

/** A table of cells already written as Markdown on one line. */
export function markdownTable(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map(({ head }) => head)),
    line(columns.map(({ right }) => (right ? "---:" : "---"))),
    ...rows.map((cells) => line(columns.map((_, index) => cells[index] ?? ""))),
  ].join("\n");
}
