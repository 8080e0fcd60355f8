import { describe, expect, it } from "vitest";
import {
  bullet,
  codeBlock,
  escapeMarkdown,
  inlineCode,
  linkTarget,
  markdownTable,
  quotation,
  startOfBlock,
} from "./text";

describe("a text as Markdown", () => {
  it("holds no mark, link, table or HTML of its own", () => {
    expect(escapeMarkdown("[clic](javascript:x) *a* _b_ `c` | <b>")).toBe(
      "\\[clic\\](javascript:x) \\*a\\* \\_b\\_ \\`c\\` \\| \\<b\\>",
    );
  });
  it("keeps an entity as it was written, and a lone ampersand", () => {
    expect(escapeMarkdown("R&D &lt; &#60; A & B")).toBe("R&D \\&lt; \\&#60; A & B");
  });
  it("begins no list, heading or rule; a negative number needs no care", () => {
    expect(["1. a", "# a", "- a", "+ a", "---", "-1.5", "2022"].map(startOfBlock)).toEqual([
      "1\\. a",
      "\\# a",
      "\\- a",
      "\\+ a",
      "\\---",
      "-1.5",
      "2022",
    ]);
  });
  it("as code has a fence that it can't end", () => {
    expect(inlineCode("a`b")).toBe("``a`b``");
    expect(inlineCode("`")).toBe("`` ` ``");
    expect(codeBlock("a\n```\nb")).toBe("````\na\n```\nb\n````");
  });
  it("as an address can't end its brackets", () => {
    expect(linkTarget("https://a.fr/x (1)|<>")).toBe("https://a.fr/x%20%281%29%7C%3C%3E");
  });
  it("as a quotation is quoted to its last line, HTML as text", () => {
    expect(quotation("a **b**\n\n<script>")).toBe("> a **b**\n>\n> \\<script>");
  });
});

describe("blocks", () => {
  it("of an item stand below its mark", () => {
    expect(bullet(["a", "| b |\n| --- |"])).toBe("- a\n\n  | b |\n  | --- |");
  });
  it("of a table have as many cells as its head", () => {
    const columns = [
      { head: "Nom", right: false },
      { head: "Total", right: true },
    ];
    expect(markdownTable(columns, [["A", "1"], ["B"]])).toBe(
      "| Nom | Total |\n| --- | ---: |\n| A | 1 |\n| B |  |",
    );
  });
});
