import { innerOf, moved, stack, type Width } from "./frame";
import { AFTER_GAP, AFTER_SIZE, paragraph, textWidth } from "./text";
import type { Mark, Part } from "./types";

export type PictureBar = {
  label: string;
  /** Length against the longest, from 0 to 1; null is unknown. */
  share: number | null;
  value: string;
  note?: string | undefined;
};
export type BarGroup = { heading: string | null; bars: readonly PictureBar[] };

const SIZE = 15;
const LABELS = 330;
const GAP = 12;
const BAR = 18;

/** The bar itself with its value and note at its end, around a middle line. */
function line({ share, value, note }: PictureBar, start: number, room: number, middle: number): Mark[] {
  const length = (share ?? 0) * room;
  return [
    {
      ...{ kind: "rect", x: start, y: middle - BAR / 2, height: BAR, tone: "blue" },
      width: Math.max(length, share === null ? 0 : 1),
    },
    {
      ...{ kind: "text", x: start + length + 8, y: middle + 5, text: value, after: note },
      ...{ size: SIZE, tone: "text", anchor: "start", bold: true },
    },
  ];
}

/** One bar with its whole name, on as many lines as it takes: at its left, or above it where there is no room. */
function bar(one: PictureBar, longest: number, size: Width): Part {
  const inner = innerOf(size);
  if (size === "narrow") {
    const name = paragraph(one.label, {
      x: 0,
      y: 0,
      size: SIZE,
      tone: "text",
      anchor: "start",
      width: inner,
      leading: 1.2,
    });
    const marks = line(one, 0, inner - longest - GAP, name.height + BAR / 2 + 4);
    return { marks: [...name.marks, ...marks], height: name.height + BAR + 12 };
  }
  const name = paragraph(one.label, {
    x: LABELS,
    y: 0,
    size: SIZE,
    tone: "text",
    anchor: "end",
    width: LABELS,
    leading: 1.2,
  });
  const height = Math.max(name.height, BAR) + 6;
  const start = LABELS + GAP;
  return {
    height,
    marks: [
      ...moved(name.marks, 0, (height - name.height) / 2 - 1),
      ...line(one, start, inner - start - longest - GAP, height / 2),
    ],
  };
}

/** Horizontal bars from zero on one scale, in groups under their headings. */
export function barsPart(groups: readonly BarGroup[], size: Width): Part {
  const all = groups.flatMap(({ bars }) => bars);
  // Room for the longest value with its note, so that no bar pushes its own out.
  const longest = Math.max(
    0,
    ...all.map(
      ({ value, note }) =>
        textWidth(value, SIZE, true) + (note ? AFTER_GAP + textWidth(note, AFTER_SIZE) : 0),
    ),
  );
  const head = (text: string) =>
    paragraph(text, {
      x: 0,
      y: 0,
      size: 16,
      tone: "text",
      anchor: "start",
      width: innerOf(size),
      bold: true,
    });
  return stack(
    groups.map(({ heading, bars }) =>
      stack([...(heading ? [head(heading)] : []), ...bars.map((one) => bar(one, longest, size))], 2),
    ),
    18,
  );
}
