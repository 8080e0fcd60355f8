import type { KindCode } from "./findings";

/** A cell's text without what can't be seen, and the kind of what was taken out. */
export type Cleaned = { text: string; kind: KindCode | null };

// Any white space but single plain spaces between words, any control or format character, any separate accent, any
// quotation mark or sign that a spreadsheet puts before a text.
const SUSPECT = /^[\s"'=]|\s$|\s\s|[^\S ]|[\p{Cc}\p{Cf}\p{M}]/u;
/** Zero-width characters, direction marks, byte-order marks, soft hyphens, control characters. */
const INVISIBLE = /[\p{Cf}\p{Cc}]/gu;
/** White space that a keyboard does not give: no-break, thin, ideographic… */
const UNUSUAL_SPACE = /[^\S \t\r\n]/;
/**
 * A text enclosed in quotation marks, also as a formula (="35"), whose own marks go by two; one after the apostrophe of
 * a spreadsheet.
 */
const ENCLOSED = /^=?"([^"]*(?:(?<![^\s(+=])"[^"]+"[^"]*)*)"$|^'([^']*)'$|^'(.*)$/;
const LAYOUT = /[\t\r\n]+/g;

/**
 * Removes invisible characters and quotation marks around the whole, recomposes accents, trims, and makes any run of
 * white space one plain space.
 */
export function clean(raw: string): Cleaned {
  if (!SUSPECT.test(raw)) return { text: raw, kind: null };
  const laidOut = raw.replace(LAYOUT, " ");
  const visible = laidOut.replace(INVISIBLE, "");
  const spaced = visible.normalize("NFC").trim().replace(/\s+/g, " ");
  const enclosed = ENCLOSED.exec(spaced);
  const text = enclosed ? (enclosed[1] ?? enclosed[2] ?? enclosed[3] ?? "").trim() : spaced;
  if (text === raw) return { text, kind: null };
  if (enclosed) return { text, kind: "outer_quotes" };
  const kind =
    visible !== laidOut || UNUSUAL_SPACE.test(visible)
      ? "invisible_characters"
      : text === raw.trim()
        ? "outer_spaces"
        : text === visible.trim().replace(/\s+/g, " ")
          ? "inner_spaces"
          : "decomposed_accents";
  return { text, kind };
}
