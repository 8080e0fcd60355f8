import type { ReactNode } from "react";
import { leavesOf, type Leaf, type Props, type Stands } from "./elements";
import { escapeMarkdown, inlineCode, linkTarget } from "./text";

/** How a page is read. */
export type Reading = {
  stands: Stands;
  /** The whole address of a link; null: its words alone. */
  address: (href: string) => string | null;
};

export type Element = { tag: string; props: Props };

export const INLINE = new Set("a abbr b bdi code del em i ins small span strong sub sup time".split(" "));
/** Drawings, and what is for the hand. */
const UNREAD = new Set(
  "button canvas caption form img input label script select style svg textarea".split(" "),
);

const unread = ({ tag, props }: Element) =>
  UNREAD.has(tag) ||
  props.hidden === true ||
  props["aria-hidden"] === true ||
  props["aria-hidden"] === "true" ||
  props["data-unread"] !== undefined;

/** Children with their components called, what is not read left out. */
export async function leaves(node: ReactNode, { stands }: Reading): Promise<Leaf[]> {
  const found: Leaf[] = [];
  for await (const leaf of leavesOf(node, stands)) if (!("tag" in leaf) || !unread(leaf)) found.push(leaf);
  return found;
}

/** The text of a node without any mark. */
export async function plainText(node: ReactNode, reading: Reading): Promise<string> {
  const parts = await Promise.all(
    (await leaves(node, reading)).map((leaf) =>
      "text" in leaf ? leaf.text : plainText(leaf.props.children, reading),
    ),
  );
  return parts.join("");
}

function marksOf({ tag, props }: Element, { address }: Reading): [before: string, after: string] {
  if (tag === "strong" || tag === "b") return ["**", "**"];
  if (tag === "em" || tag === "i") return ["*", "*"];
  if (tag === "small") return ["(", ")"];
  if (tag === "del") return ["~~", "~~"];
  const target = tag === "a" && typeof props.href === "string" ? address(props.href) : null;
  return target === null ? ["", ""] : ["[", `](${linkTarget(target)})`];
}

async function inlineElement(element: Element, reading: Reading): Promise<string> {
  const { tag, props } = element;
  if (tag === "code") return inlineCode(await plainText(props.children, reading));
  const text = await lineOf(await leaves(props.children, reading), reading);
  const [before, after] = marksOf(element, reading);
  // What is small stands in brackets, where it does not already.
  if (tag === "small" && /^\s*[(·]/.test(text)) return text;
  // A mark holds no space at its ends; the space stays outside.
  return text.replace(/\S(.*\S)?/, (words) => `${before}${words}${after}`);
}

/** Everything in a node on one line: blocks in it are parted by a space. */
export async function inline(node: ReactNode, reading: Reading): Promise<string> {
  return (await lineOf(await leaves(node, reading), reading)).trim();
}
/** The same of leaves at hand, spaces at its ends kept. */
export async function lineOf(found: readonly Leaf[], reading: Reading): Promise<string> {
  const parts: string[] = [];
  for (const [index, leaf] of found.entries()) {
    // Elements that style alone keeps apart.
    if (index > 0 && "tag" in leaf && "tag" in (found[index - 1] ?? {})) parts.push(" ");
    parts.push("text" in leaf ? escapeMarkdown(leaf.text) : await inlineElement(leaf, reading));
  }
  return parts.join("").replace(/[ \t\r\n]+/g, " ");
}

/** The elements of some tags at any depth, not looking into those found. */
export async function within(node: ReactNode, tags: readonly string[], reading: Reading): Promise<Element[]> {
  const found: Element[] = [];
  for (const leaf of await leaves(node, reading)) {
    if (!("tag" in leaf)) continue;
    if (tags.includes(leaf.tag)) found.push(leaf);
    else found.push(...(await within(leaf.props.children, tags, reading)));
  }
  return found;
}
