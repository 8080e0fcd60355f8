import { describe, expect, test } from "vitest";
import { fit, widthOnTwoLines } from "./fit";
import type { TableColumn } from "./types";

const column = (key: string, label: string, align: "left" | "right" = "left"): TableColumn => ({
  ...{ key, label, align, unit: null, definition: "", sortHref: null, sorted: null },
});
const row = (id: string, cells: Record<string, string>) => ({
  id,
  cells: Object.fromEntries(Object.entries(cells).map(([key, text]) => [key, { text }])),
});

describe("a text on two lines", () => {
  test("is as wide as its wider half, broken at the best space or hyphen", () => {
    expect(widthOnTwoLines("abcd efgh")).toBe(widthOnTwoLines("abcd"));
    expect(widthOnTwoLines("abcd-efgh")).toBe(widthOnTwoLines("abcd-"));
    expect(widthOnTwoLines("ab cdef gh")).toBe(widthOnTwoLines("abcdefg"));
  });
  test("that has no break is as wide as it is; nothing has no width", () => {
    expect(widthOnTwoLines("abcdefgh")).toBe(2 * widthOnTwoLines("abcd"));
    expect(widthOnTwoLines("")).toBe(0);
  });
});

describe("the room of a table", () => {
  test("grows with its columns, until no step holds it", () => {
    const of = (count: number) =>
      fit(
        Array.from({ length: count }, (_, index) => column(`c${index}`, "Établissement")),
        [],
      ).room;
    expect(of(1)).toBe(40);
    expect(of(7)).toBeGreaterThan(40);
    expect(of(20)).toBeNull();
  });
  test("a number is never broken; a long text is not given more than its share", () => {
    const { widths } = fit(
      [column("name", "Nom"), column("value", "N", "right")],
      [row("1", { name: "mot ".repeat(100), value: "12 271 794" })],
    );
    expect(widths[0]).toBe(232);
    expect(widths[1]).toBeGreaterThan(70);
  });
});
