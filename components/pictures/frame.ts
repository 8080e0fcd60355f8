import { paragraph } from "./text";
import type { Mark, Part, Picture } from "./types";

/** Widths of a picture: of a page, and of a phone, where names stand above their bars. */
export const WIDTHS = { wide: 960, narrow: 400 } as const;
export type Width = keyof typeof WIDTHS;
const MARGINS: Readonly<Record<Width, number>> = { wide: 32, narrow: 12 };

/** Width that a picture's content has. */
export const innerOf = (width: Width): number => WIDTHS[width] - 2 * MARGINS[width];

/** The same marks elsewhere. */
export function moved(marks: readonly Mark[], right: number, down: number): Mark[] {
  return marks.map((mark): Mark => {
    if (mark.kind !== "path") return { ...mark, x: mark.x + right, y: mark.y + down };
    const at = mark.at ?? { x: 0, y: 0, scale: 1 };
    return { ...mark, at: { ...at, x: at.x + right, y: at.y + down } };
  });
}

/** Parts one below the other. */
export function stack(parts: readonly Part[], gap: number): Part {
  return parts.reduce<Part>(
    (all, part) => {
      const top = all.height === 0 ? 0 : all.height + gap;
      return { marks: [...all.marks, ...moved(part.marks, 0, top)], height: top + part.height };
    },
    { marks: [], height: 0 },
  );
}

/** What a picture says besides its drawing: it must be quotable where nothing stands around it. */
export type Words = {
  title: string;
  subtitle: string;
  /** The headline, written: value with unit or parts; null where there is none. */
  headline: string | null;
  /** Source, date, licence, address: a line each; none where they stand around the picture. */
  foot: readonly string[];
  /** Of a demonstration edition: that nothing is real. */
  warning: string | null;
};

/** A whole picture: title, subtitle, headline, drawing, source. */
export function framed(words: Words, drawing: Part, description: string, size: Width): Picture {
  const inner = Math.max(innerOf(size), drawing.width ?? 0);
  const margin = MARGINS[size];
  const text = (line: string, size: number, tone: "text" | "muted" | "orange", bold = false): Part =>
    paragraph(line, { x: 0, y: 0, size, tone, anchor: "start", width: inner, bold });
  const head = stack(
    [
      text(words.title, 26, "text", true),
      text(words.subtitle, 16, "muted"),
      ...(words.headline ? [text(words.headline, 20, "text", true)] : []),
      ...(words.warning ? [text(words.warning, 15, "orange", true)] : []),
    ],
    6,
  );
  const rule: Part = {
    marks: [{ kind: "rect", x: 0, y: 0, width: inner, height: 1, tone: "line" }],
    height: 1,
  };
  const foot = stack(
    words.foot.map((line) => text(line, 13, "muted")),
    2,
  );
  const source = foot.height > 0 ? [rule, foot] : [];
  const all = stack([head, ...(drawing.height > 0 ? [drawing] : []), ...source], 18);
  return {
    width: inner + 2 * margin,
    height: Math.ceil(all.height + 2 * margin - 8),
    title: words.title,
    description,
    marks: moved(all.marks, margin, margin - 8),
  };
}
