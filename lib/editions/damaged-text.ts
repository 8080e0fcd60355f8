// What a letter's UTF-8 bytes become once read as Windows-1252 or Latin-1: a letter of the first byte, a sign of the second.
const SECOND =
  "\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178";
const TWICE_ENCODED = new RegExp(`Ã|[ÂÄÅ][${SECOND}]|â[€‚„][${SECOND}]|ï»¿`);
/** What becomes of "œ" in Latin-9, "é" in a web page, or an accent that an encoding lacks. */
const OTHERWISE =
  /\uFFFD|\p{L}[¼½¾]|[¼½¾]\p{L}|&(?:#\d{2,5}|#x[\da-f]{2,4}|[a-z]{3,6}\d?);|^[^/]*\p{L}\?\p{L}/iu;

/** Anything but the letters and signs of plain texts, or one of two signs that stand for others. */
const SUSPECT = /[^ -~]|[&?]/;

/** Whether a text bears the trace of bytes once read in the wrong encoding, or of signs once lost or escaped. */
export function isGarbled(text: string): boolean {
  return SUSPECT.test(text) && (TWICE_ENCODED.test(text) || OTHERWISE.test(text));
}

const ERROR =
  /^#(?:REF!|N\/A|N\/D|NAME\?|NOM\s?\?|VALUE!|VALEUR\s?!|DIV\/0\s?!|NULL!|NUL\s?!|NUM!|NOMBRE\s?!|SPILL!|CALC!|#+)$|^Err\s?:\s?\d{3}$/i;

/** Whether a cell holds what a spreadsheet writes for a value it could not work out or show. */
export const isSpreadsheetError = (text: string): boolean => ERROR.test(text);
