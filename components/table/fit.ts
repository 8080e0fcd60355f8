import { unitBeside } from "@/components/ui/unit";
import type { TableColumn, TableRowData } from "./types";

/** Widths in pixels at the size of the table's text, a little generous: capitals, figures, the widest, and the rest. */
const CAPITAL = 9.6;
const FIGURE = 8.8;
const WIDE = 12.4;
const OTHER = 7.5;
/** Of the same text in bold, and in small. */
const BOLD = 1.05;
const SMALL = 0.86;
/** Beside a column's name, the mark that says it sorts; left and right of every cell. */
const SORT_MARK = 16;
const PADDING = 16;
/** The frame, and what stands more at the two ends of a row. */
const EDGES = 10;
/** A text of more than two lines of this is cut, or wraps. */
const WIDEST = { first: 232, address: 116, other: 138 };
/** Where the table scrolls with the page its columns may be narrower by a tenth: a little of them wraps or is cut. */
const TIGHT = 0.9;
/** Widths of the frame, in rem, from which the style sheet lets a table scroll with the page. */
const STEPS = [40, 48, 54, 61.5, 76] as const;

const widthOf = (text: string) =>
  [...text].reduce(
    (sum, letter) =>
      sum +
      (/[mwMW]/.test(letter) ? WIDE : /\p{Lu}/u.test(letter) ? CAPITAL : /\d/.test(letter) ? FIGURE : OTHER),
    0,
  );

const longestWord = (text: string) => Math.max(0, ...text.split(" ").map(widthOf));

/** The least width, in pixels, that holds a text on two lines, broken after a space or a hyphen. */
export function widthOnTwoLines(text: string): number {
  const words = text.split(/(?<=[ -])/);
  const widths = words.map((word) => widthOf(word.trimEnd()));
  const total = widthOf(text);
  let before = 0;
  let least = total;
  for (const [index, word] of words.slice(0, -1).entries()) {
    least = Math.min(least, Math.max(before + (widths[index] ?? 0), total - before - widthOf(word)));
    before += widthOf(word);
  }
  return least;
}

/**
 * How wide each column must be for its texts to stand on two lines and its numbers on one, and the room the table then
 * takes: the least step of the style sheet that holds it, or null when none does and it scrolls inside itself.
 */
export function fit(
  columns: readonly TableColumn[],
  rows: readonly TableRowData[],
): { widths: number[]; room: number | null } {
  const widths = columns.map(({ key, label, unit, align, sortHref }, index) => {
    const head = Math.max(
      (align === "right" ? longestWord(label) : widthOnTwoLines(label)) * BOLD + (sortHref ? SORT_MARK : 0),
      widthOnTwoLines(unitBeside(label, unit) ?? "") * SMALL,
    );
    // The first column is in bold.
    const weight = index === 0 ? BOLD : 1;
    const texts = rows.map((row) => row.cells[key]?.text ?? "—");
    if (align === "right") return Math.ceil(Math.max(head, ...texts.map(widthOf)));
    const addresses = rows.some((row) => row.cells[key]?.external);
    const cap = index === 0 ? WIDEST.first : addresses ? WIDEST.address : WIDEST.other;
    return Math.ceil(Math.max(head, Math.min(cap, weight * Math.max(0, ...texts.map(widthOnTwoLines)))));
  });
  const needed = widths.reduce((sum, width) => sum + width + PADDING, EDGES);
  return { widths, room: STEPS.find((step) => step * 16 >= needed * TIGHT) ?? null };
}
