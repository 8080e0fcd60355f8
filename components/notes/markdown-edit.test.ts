import { describe, expect, it } from "vitest";
import { edited, linkTo, toolOf, type Edit, type Tool } from "./markdown-edit";

/** A text with its selection between bars, read and written. */
const read = (text: string) => {
  const [before = "", inside = "", after = ""] = text.split("|");
  return { text: before + inside + after, start: before.length, end: before.length + inside.length };
};
const apply = (text: string, { from, to, insert, start, end }: Edit) => {
  const done = read(text).text.slice(0, from) + insert + read(text).text.slice(to);
  return `${done.slice(0, start)}|${done.slice(start, end)}|${done.slice(end)}`;
};

describe("the tools of the note form", () => {
  it.each<[Tool, string, string]>([
    ["bold", "un |mot| là", "un **|mot|** là"],
    ["bold", "un **|mot|** là", "un |mot| là"],
    ["italic", "|mot|", "*|mot|*"],
    ["italic", "*|mot|*", "|mot|"],
    ["italic", "**|mot|**", "***|mot|***"],
    ["bold", "ici ||", "ici **||**"],
    ["bold", "un **mot||** là", "un **mot**|| là"],
    ["italic", "un *mot||*", "un *mot*||"],
    ["code", "|x|", "`|x|`"],
    ["list", "a\nb|c\nd|e\nf", "a\n|- bc\n- de|\nf"],
    ["list", "- a|a|", "|aa|"],
    ["quote", "||", "|> |"],
    ["link", "voir |là|.", "voir [là](|https://|)."],
    ["link", "voir ||", "voir [lien](|https://|)"],
  ])("%s makes of %j %j", (tool, before, after) => {
    expect(apply(before, edited(tool, read(before), "lien"))).toBe(after);
  });

  it("links to a note, and writing goes on after it", () => {
    expect(apply("voir |là|.", linkTo(read("voir |là|."), "note", "note:1"))).toBe("voir [là](note:1)||.");
  });

  it("has keys, by their letter or their place", () => {
    const key = (key: string, code: string, shiftKey = false) => toolOf({ key, code, shiftKey });
    expect([key("b", "KeyB"), key("I", "KeyI"), key("k", "KeyK"), key("e", "KeyE")]).toEqual([
      ...["bold", "italic", "link", "code"],
    ]);
    expect([key("*", "Digit8", true), key("(", "Digit9", true)]).toEqual(["list", "quote"]);
    expect([key("s", "KeyS"), key("B", "KeyB", true), key("8", "Digit8")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
