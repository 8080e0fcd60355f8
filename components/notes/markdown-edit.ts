/** What the tools of the note form do to its text. */
export const TOOLS = ["bold", "italic", "link", "list", "quote", "code"] as const;
export type Tool = (typeof TOOLS)[number];

export type Selected = { text: string; start: number; end: number };
/** A text put in place of a part of another, and what is selected afterwards. */
export type Edit = { from: number; to: number; insert: string; start: number; end: number };

const MARKS = { bold: "**", italic: "*", code: "`" } as const;
const PREFIXES = { list: "- ", quote: "> " } as const;

/** Puts marks round what is selected, or takes them away. */
function mark({ text, start, end }: Selected, sign: string): Edit {
  const inside = text.slice(start, end);
  const size = sign.length;
  const isAround = (from: number, to: number) =>
    text.slice(from - size, from) === sign &&
    text.slice(to, to + size) === sign &&
    // The star of italics is not one of the two of bold.
    (size > 1 || (text[from - 2] !== sign && text[to + 1] !== sign) || sign !== "*");
  if (start >= size && isAround(start, end))
    return { from: start - size, to: end + size, insert: inside, start: start - size, end: end - size };
  // Writing on after the end of what is marked.
  if (start === end && text.startsWith(sign, start) && text.slice(0, start).includes(sign))
    return { from: start, to: start, insert: "", start: start + size, end: start + size };
  return { from: start, to: end, insert: sign + inside + sign, start: start + size, end: end + size };
}

/** Begins every line that is touched with a prefix, or takes it away when all have it. */
function prefix({ text, start, end }: Selected, sign: string): Edit {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const next = text.indexOf("\n", end);
  const to = next === -1 ? text.length : next;
  const lines = text.slice(from, to).split("\n");
  const insert = lines.every((line) => line.startsWith(sign))
    ? lines.map((line) => line.slice(sign.length)).join("\n")
    : lines.map((line) => sign + line).join("\n");
  return { from, to, insert, start: from, end: from + insert.length };
}

/** A link round what is selected; what is to be typed next is selected. @param address omitted, one to be typed */
export function linkTo({ text, start, end }: Selected, words: string, address = "https://"): Edit {
  const label = text.slice(start, end) || words;
  const insert = `[${label}](${address})`;
  const written = start + label.length + 3;
  return address === "https://"
    ? { from: start, to: end, insert, start: written, end: written + address.length }
    : { from: start, to: end, insert, start: start + insert.length, end: start + insert.length };
}

/** What a tool makes of a selection. @param words stand for what a link would say, where nothing is selected */
export function edited(tool: Tool, selected: Selected, words: string): Edit {
  if (tool === "link") return linkTo(selected, words);
  if (tool === "list" || tool === "quote") return prefix(selected, PREFIXES[tool]);
  return mark(selected, MARKS[tool]);
}

/** The tool of a key pressed with Ctrl (or Command), by its place or by its letter; undefined: none of ours. */
export function toolOf({
  key,
  code,
  shiftKey,
}: {
  key: string;
  code: string;
  shiftKey: boolean;
}): Tool | undefined {
  if (shiftKey) return ({ Digit8: "list", Digit9: "quote" } as const)[code as "Digit8"];
  return ({ b: "bold", i: "italic", k: "link", e: "code" } as const)[key.toLowerCase() as "b"];
}
