import { describe, expect, it } from "vitest";
import { barsPart } from "./bars";
import { framed, innerOf } from "./frame";
import { linesPart } from "./lines";
import { matrixPart } from "./matrix";
import { drawable } from "./painted";
import { svgOf } from "./svg";
import { textWidth, wrapText } from "./text";
import type { Mark } from "./types";

const texts = (marks: readonly Mark[]) => marks.flatMap((mark) => (mark.kind === "text" ? [mark.text] : []));
const rects = (marks: readonly Mark[]) => marks.flatMap((mark) => (mark.kind === "rect" ? [mark] : []));

describe("text of a picture", () => {
  it("is as wide as its signs: two figures of 663 and 384 thousandths, and a margin of 12 %", () => {
    expect(textWidth("01", 100)).toBeCloseTo((66.3 + 38.4) * 1.12);
    expect(textWidth("é", 100)).toBe(textWidth("e", 100));
  });
  it("breaks at spaces and after hyphens, never within a number, and loses nothing", () => {
    const label = "Communes et intercommunalités de 100\u202f000 habitants et plus";
    const lines = wrapText(label, 15, 200);
    expect(lines.join(" ")).toBe(label);
    expect(lines.some((line) => line.includes("100\u202f000"))).toBe(true);
    for (const line of lines) expect(textWidth(line, 15)).toBeLessThanOrEqual(200);
    expect(wrapText("Bourgogne-Franche-Comté", 15, 130)).toEqual(["Bourgogne-", "Franche-Comté"]);
  });
  it("cuts a word that no line holds", () => {
    const lines = wrapText("Anticonstitutionnellement", 15, 60);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join("")).toBe("Anticonstitutionnellement");
  });
  it("keeps to the signs that the painter has", () => {
    expect(drawable("1ᵉʳ janvier : 1\u202f062 « œ » ≥ 日")).toBe("1er janvier : 1\u00a0062 « œ » ≥ ?");
  });
});

describe("bars", () => {
  const bars = [
    { label: "Régions", share: 1, value: "83,3 %", note: "15 sur 18" },
    { label: "Départements", share: 0.5, value: "41,7 %", note: "42 sur 101" },
    { label: "Inconnu", share: null, value: "—" },
  ];
  it("are as long as their share, unknown ones have none", () => {
    const [first, second, third] = rects(barsPart([{ heading: null, bars }], "wide").marks).map(
      ({ width }) => width,
    );
    expect(second).toBeCloseTo((first ?? 0) / 2);
    expect(third).toBe(0);
  });
  it("leave room for the value and its note within the picture", () => {
    for (const size of ["wide", "narrow"] as const) {
      const { marks } = barsPart([{ heading: "Par type", bars }], size);
      for (const mark of marks)
        if (mark.kind === "text" && mark.anchor === "start")
          expect(mark.x + textWidth(`${mark.text} ${mark.after ?? ""}`, mark.size)).toBeLessThan(
            innerOf(size) + 32,
          );
      expect(texts(marks)).toEqual(expect.arrayContaining(["Par type", "Régions", "83,3 %"]));
    }
  });
});

describe("lines", () => {
  const chart = {
    kind: "line" as const,
    format: "count" as const,
    locale: "fr" as const,
    series: [{ key: "total", label: "Total", mark: "blue" as const }],
    data: [
      { key: "2016-10", label: "oct. 2016", note: null, notes: null, total: 100 },
      { key: "2017-10", label: "oct. 2017", note: null, notes: null, total: 200 },
    ],
  };
  it("end at their last value, on an axis from zero", () => {
    const { marks } = linesPart(chart, "wide");
    expect(texts(marks)).toEqual(expect.arrayContaining(["0", "200", "2017", "Total 200"]));
    const path = marks.find((mark) => mark.kind === "path");
    // 200 is the top of the axis and 100 its middle: from half the height to the top, over twelve months.
    const points =
      path?.kind === "path"
        ? path.d
            .slice(1)
            .split("L")
            .map((point) => Number(point.split(" ")[1]))
        : [];
    expect(points).toHaveLength(13);
    expect(points[0]).toBeCloseTo(190);
    expect(points.at(-1)).toBeCloseTo(0);
  });
});

describe("a table of cells", () => {
  it("shades by rank, leaves zero bare and says what is unknown", () => {
    const { marks } = matrixPart({
      columns: ["Communes"],
      rows: [
        { label: "A", cells: [{ text: "10", value: 10 }] },
        { label: "B", cells: [{ text: "0", value: 0 }] },
        { label: "C", cells: [{ text: null, value: null }] },
      ],
    });
    expect(rects(marks)).toHaveLength(1);
    expect(texts(marks)).toEqual(["Communes", "A", "10", "B", "0", "C", "—"]);
  });
  it("has columns as wide as the longest word of their headings", () => {
    const columns = [...Array.from({ length: 9 }, () => "Communes"), "Communautés d’agglomération"];
    const part = matrixPart({ columns, rows: [] });
    expect(texts(part.marks)).toContain("d’agglomération");
    expect(part.width! % 1, "a picture has whole pixels").toBe(0);
  });
});

describe("an SVG document", () => {
  const words = { title: "A & B <c>", subtitle: "s", headline: "12 %", foot: ["Source"], warning: null };
  const picture = framed(
    words,
    barsPart([{ heading: null, bars: [{ label: "x", share: 1, value: "1" }] }], "wide"),
    "x 1",
    "wide",
  );
  it("is closed, escaped and as large as it says", () => {
    const svg = svgOf(picture, "light");
    expect(svg).toContain("A &amp; B &lt;c&gt;");
    expect(svg).toContain(`viewBox="0 0 960 ${picture.height}"`);
    expect(svg).not.toMatch(/undefined|NaN|<style>/);
    expect(svg.match(/<text/g)?.length).toBe(svg.match(/<\/text>/g)?.length);
    for (const mark of picture.marks) if (mark.kind === "text") expect(mark.y).toBeLessThan(picture.height);
  });
  it("follows the reader’s theme when asked, by one style", () => {
    const svg = svgOf(picture, "auto", "wide");
    expect(svg).toContain("@media (prefers-color-scheme:dark)");
    expect(svg).toContain('id="wide-title"');
    expect(svg).not.toMatch(/ fill="#/);
  });
});
