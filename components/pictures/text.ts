import type { Mark, TextMark } from "./types";

/** Advance widths of the signs from space to "~", in thousandths of the size: those of Geist, the font of the PNG. */
const WIDTHS = [
  250, 213, 346, 478, 629, 802, 620, 178, 274, 274, 430, 558, 201, 419, 201, 480, 663, 384, 619, 613, 615,
  626, 593, 524, 604, 593, 297, 297, 544, 540, 544, 559, 906, 668, 680, 703, 694, 603, 590, 700, 713, 270,
  597, 640, 580, 877, 743, 739, 650, 733, 672, 640, 552, 689, 667, 945, 606, 576, 544, 347, 455, 347, 426,
  557, 248, 551, 595, 546, 595, 561, 395, 594, 581, 244, 260, 590, 267, 877, 581, 573, 595, 595, 379, 520,
  392, 575, 536, 819, 585, 537, 537, 389, 264, 389, 523,
];
const OTHERS: Readonly<Record<string, number>> = {
  "«": 533,
  "»": 537,
  "’": 203,
  "–": 591,
  "—": 907,
  "·": 201,
  "…": 571,
  "\u00a0": 250,
  œ: 958,
  Œ: 1100,
  "≥": 544,
  "\u202f": 180,
};
/** A reader's own font may be wider, and bold is. */
const MARGIN = 1.12;
const BOLD = 1.06;

const widthOf = (sign: string): number =>
  OTHERS[sign] ?? WIDTHS[sign.normalize("NFD").charCodeAt(0) - 32] ?? 700;

/** How wide a text is at most, in units of the picture. */
export function textWidth(text: string, size: number, bold = false): number {
  const units = [...text].reduce((sum, sign) => sum + widthOf(sign), 0);
  return (units / 1000) * size * MARGIN * (bold ? BOLD : 1);
}

/** Of what follows on a line. */
export const AFTER_SIZE = 13;
export const AFTER_GAP = 8;

/** Cuts a word that is wider than its line; no sign is lost. */
function cut(word: string, fits: (text: string) => boolean): string[] {
  const pieces = [""];
  for (const sign of word) {
    const last = pieces.length - 1;
    if (pieces[last] !== "" && !fits(`${pieces[last]}${sign}`)) pieces.push(sign);
    else pieces[last] += sign;
  }
  return pieces;
}

/** A text in lines no wider than they may be, broken at spaces and after hyphens, at a no-break space never; nothing is left out. */
export function wrapText(text: string, size: number, width: number, bold = false): string[] {
  const fits = (line: string) => textWidth(line, size, bold) <= width;
  const lines: string[] = [];
  for (const piece of text.match(/[^ \n\t-]*-+|[^ \n\t-]+|[ \n\t]+/g) ?? []) {
    const last = lines.at(-1);
    const joined = `${last ?? ""}${/^\s/.test(piece) ? " " : piece}`;
    if (last !== undefined && fits(joined.trimEnd())) lines[lines.length - 1] = joined;
    else if (!/^\s/.test(piece)) lines.push(...(fits(piece) ? [piece] : cut(piece, fits)));
  }
  return lines.map((line) => line.trim());
}

/** Lines of text one below the other, from the top of the first. */
export function paragraph(
  text: string,
  place: Omit<TextMark, "kind" | "text"> & { width: number; leading?: number },
): { marks: Mark[]; height: number } {
  const { width, leading = 1.35, y, ...shared } = place;
  const lines = wrapText(text, shared.size, width, shared.bold);
  const step = shared.size * leading;
  return {
    marks: lines.map((line, index) => ({
      kind: "text",
      ...shared,
      text: line,
      y: y + step * index + shared.size,
    })),
    height: step * lines.length,
  };
}
