import type { KindCode } from "./findings";

/** A cell's text without what can't be seen, and the kind of what was taken out. */
export type Cleaned = { text: string; kind: KindCode | null };

// Any white space but single plain spaces between words, any control or format character, any separate accent.
const SUSPECT = /^\s|\s$|\s\s|[^\S ]|[\p{Cc}\p{Cf}\p{M}]/u;
/** Zero-width characters, direction marks, byte-order marks, soft hyphens, control characters. */
const INVISIBLE = /[\p{Cf}\p{Cc}]/gu;
/** White space that a keyboard does not give: no-break, thin, ideographic… */
const UNUSUAL_SPACE = /[^\S \t\r\n]/;
const LAYOUT = /[\t\r\n]+/g;

/** Removes invisible characters, recomposes accents, trims, and makes any run of white space one plain space. */
export function clean(raw: string): Cleaned {
  if (!SUSPECT.test(raw)) return { text: raw, kind: null };
  const laidOut = raw.replace(LAYOUT, " ");
  const visible = laidOut.replace(INVISIBLE, "");
  const text = visible.normalize("NFC").trim().replace(/\s+/g, " ");
  if (text === raw) return { text, kind: null };
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

/** Whether a text bears the trace of bytes once read in the wrong encoding. */
export function isGarbled(text: string): boolean {
  return /�|Ã[\u00a0-\u00bf‰€]|â€/.test(text);
}
