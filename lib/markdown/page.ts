import type { ReactNode } from "react";
import type { Leaf, Props } from "./elements";
import { inline, INLINE, leaves, lineOf, plainText, within, type Element, type Reading } from "./line";
import { bullet, codeBlock, markdownTable, quotation, startOfBlock, type TableColumn } from "./text";

async function table(props: Props, reading: Reading): Promise<string[]> {
  const rows = await within(props.children, ["tr"], reading);
  const cells = await Promise.all(
    rows.map(async (row) => {
      const found = await within(row.props.children, ["th", "td"], reading);
      return Promise.all(
        found.map(async (cell): Promise<TableColumn> => ({
          head: await inline(cell.props.children, reading),
          right: cell.props["data-align"] === "right",
        })),
      );
    }),
  );
  const [head, ...body] = cells;
  return head
    ? [
        markdownTable(
          head,
          body.map((row) => row.map((cell) => cell.head)),
        ),
      ]
    : [];
}

/** Terms with what is said of each, a bullet a term. */
async function terms(props: Props, reading: Reading): Promise<string[]> {
  const bullets: string[] = [];
  for (const { tag, props: own } of await within(props.children, ["dt", "dd"], reading)) {
    if (tag === "dt") bullets.push(`**${await inline(own.children, reading)}**`);
    else {
      const [first = "", ...others] = await blocks(own.children, reading);
      bullets.push(bullet([[bullets.pop(), first].filter(Boolean).join(": "), ...others]));
    }
  }
  return [bullets.join("\n")];
}

/** Short blocks of an item on one line; lists, tables and quotations keep their own. */
const asItem = (own: string[]): string[] =>
  own.every((block) => !/\n|^[-|>]/.test(block)) ? [own.join(" · ")] : own;

async function blockElement({ tag, props }: Element, reading: Reading): Promise<string[]> {
  const level = /^h([1-6])$/.exec(tag)?.[1];
  if (level) return [`${"#".repeat(Number(level))} ${await inline(props.children, reading)}`];
  switch (tag) {
    case "ul":
    case "ol":
    case "nav": {
      const items =
        tag === "nav" ? await leaves(props.children, reading) : await within(props.children, ["li"], reading);
      const written = await Promise.all(
        items.map(async (item) => {
          if (tag === "nav") return [(await lineOf([item], reading)).trim()];
          // A heading in a list is the name of its item.
          const own = await blocks("tag" in item ? item.props.children : null, reading);
          return asItem(own.map((block) => block.replace(/^#+ (.*)$/, "**$1**")));
        }),
      );
      return [
        written
          .filter((item) => item.join("") !== "")
          .map(bullet)
          .join("\n"),
      ];
    }
    case "dl":
      return terms(props, reading);
    case "table":
      return table(props, reading);
    case "pre":
      return [codeBlock(await plainText(props.children, reading))];
    case "blockquote": {
      const own = props["data-markdown"];
      return [
        quotation(typeof own === "string" ? own : (await blocks(props.children, reading)).join("\n\n")),
      ];
    }
    case "summary":
      return [`**${await inline(props.children, reading)}**`];
    case "br":
    case "hr":
      return [];
    default:
      return blocks(props.children, reading);
  }
}

/** A node as blocks of Markdown, in order; lines of text between elements are paragraphs. */
async function blocks(node: ReactNode, reading: Reading): Promise<string[]> {
  const written: string[] = [];
  let line: Leaf[] = [];
  const endLine = async () => {
    written.push(startOfBlock((await lineOf(line, reading)).trim()));
    line = [];
  };
  for (const leaf of await leaves(node, reading)) {
    if ("text" in leaf || INLINE.has(leaf.tag)) line.push(leaf);
    else {
      await endLine();
      written.push(...(await blockElement(leaf, reading)));
    }
  }
  await endLine();
  return written.filter((block) => block.trim() !== "");
}

/**
 * The content of a page as Markdown: the very tree that is drawn, read instead of drawn, so that both say the same.
 * @param reading.stands what stands for a component that only a browser can use
 */
export async function markdownOf(content: ReactNode, reading: Reading): Promise<string> {
  return (await blocks(content, reading)).join("\n\n");
}
