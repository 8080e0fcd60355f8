import type { Cells } from "./cells";

/**
 * The whole number a text means, however a spreadsheet writes it ("1 234", "12,0"); undefined when it means none, or
 * two: "12,000" is twelve in French and twelve thousand in English.
 */
export function parseCount(text: string): number | undefined {
  const digits = /^\d{1,9}$/.test(text)
    ? text
    : /^\d{1,3}( \d{3}){1,2}$/.test(text)
      ? text.replaceAll(" ", "")
      : /^(\d{1,9})[.,](?!000$)0+$/.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The decimal number a text means, with a point or a comma; undefined when it means none. */
export function parseDegrees(text: string): number | undefined {
  const plain = text.replace("−", "-").replace(",", ".");
  return /^[+-]?\d{1,3}(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/**
 * A count of the file (data sets, inhabitants, platforms' reuses): null when blank or unreadable, and a finding says which.
 * @param least 0, or 1 where zero means nothing
 */
export function readCount<C extends string>(cells: Cells<C>, column: C, least: 0 | 1 = 0): number | null {
  const text = cells.text(column);
  if (text === null) return null;
  const count = parseCount(text);
  if (count === undefined || count < least) {
    cells.note("not_a_count", column);
    return null;
  }
  if (String(count) !== text) cells.note("number_format", column, { corrected: count });
  return count;
}

/** A coordinate in decimal degrees: null when blank, unreadable or beyond the limit. */
export function readDegrees<C extends string>(cells: Cells<C>, column: C, limit: 90 | 180): number | null {
  const text = cells.text(column);
  if (text === null) return null;
  const degrees = parseDegrees(text);
  if (degrees === undefined || Math.abs(degrees) > limit) {
    cells.note("not_a_coordinate", column);
    return null;
  }
  if (/[,−+]/.test(text)) cells.note("number_format", column, { corrected: degrees });
  return degrees;
}
