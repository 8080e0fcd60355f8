import { classOf, quantileClasses } from "@/lib/geo/classes";
import { innerOf, stack } from "./frame";
import { paragraph, textWidth, wrapText } from "./text";
import type { Mark, Part, Tone } from "./types";

export type PictureTable = {
  columns: readonly string[];
  /** A written value and the number it shades by; null is unknown. */
  rows: readonly { label: string; cells: readonly { text: string | null; value: number | null }[] }[];
};

const LABELS = 190;
const HEAD = 12;
const SIZE = 13;
const ROW = 28;

/** A table of counts: a cell is the darker the larger it is, zeros bare; each says its number. */
export function matrixPart({ columns, rows }: PictureTable): Part {
  // No word of a heading is cut.
  const longest = Math.max(
    ...columns.flatMap((name) => name.split(" ")).map((word) => textWidth(word, HEAD)),
  );
  const width = Math.ceil(Math.max(longest + 8, (innerOf("wide") - LABELS) / columns.length));
  const heads = columns.map((name) => wrapText(name, HEAD, width - 8));
  const lines = Math.max(0, ...heads.map((head) => head.length));
  const head: Part = {
    height: lines * 15 + 6,
    marks: heads.flatMap((words, column) =>
      words.map((text, index): Mark => ({
        ...{
          kind: "text",
          x: LABELS + width * (column + 1) - 8,
          y: (lines - words.length + index) * 15 + 12,
          text,
        },
        ...{ size: HEAD, tone: "muted", anchor: "end" },
      })),
    ),
  };
  const counts = rows
    .flatMap(({ cells }) => cells.map(({ value }) => value))
    .filter((value) => value !== null && value > 0);
  const classes = quantileClasses(counts as number[], 5);
  const cell = ({ text, value }: PictureTable["rows"][number]["cells"][number], column: number): Mark[] => {
    const rank = value === null || value <= 0 ? undefined : classOf(classes, value);
    const left = LABELS + width * column;
    const ink: Tone = rank === undefined ? "muted" : rank > 2 ? "on-dark" : "on-light";
    return [
      ...(rank === undefined
        ? []
        : [
            {
              kind: "rect" as const,
              x: left + 1,
              y: 1,
              width: width - 2,
              height: ROW - 2,
              tone: `map-${rank}` as Tone,
            },
          ]),
      { kind: "text", x: left + width - 8, y: 19, text: text ?? "—", size: SIZE, tone: ink, anchor: "end" },
    ];
  };
  const body = rows.map(({ label, cells }): Part => {
    const name = paragraph(label, {
      x: 0,
      y: 0,
      size: SIZE,
      tone: "text",
      anchor: "start",
      width: LABELS - 8,
      leading: 1.1,
    });
    return {
      height: Math.max(ROW, name.height + 8),
      marks: [
        ...name.marks.map((mark) => (mark.kind === "text" ? { ...mark, y: mark.y + 6 } : mark)),
        ...cells.flatMap(cell),
      ],
    };
  });
  return { ...stack([head, ...body], 0), width: LABELS + width * columns.length };
}
