import {
  readOriginal,
  recordsOf,
  withCell,
  withEach,
  write,
  columnAt,
  type FileName,
  type Table,
} from "./table";
import type { Family, Made } from "./variant";

/**
 * Bytes of a text in an encoding of one byte a sign, without what can't be seen; "?" for a sign that it lacks, as
 * programs write it.
 */
function encoded(text: string, table: Readonly<Record<string, number>>): Buffer {
  const byteOf = (sign: string) => (sign < "\u0080" ? sign.charCodeAt(0) : (table[sign] ?? 0x3f));
  return Buffer.from([...text.replace(/\p{Cf}/gu, "")].map(byteOf));
}

const HIGH = Array.from({ length: 128 }, (_, index) => index + 128);
const WINDOWS = Object.fromEntries(
  HIGH.map((byte) => [new TextDecoder("windows-1252").decode(Uint8Array.of(byte)), byte]),
);
const LETTERS = "àâäçéèêëîïôöùûüÀÂÇÉÈÊËÎÏÔÖÙÛÜ";
const places = (bytes: readonly number[]) =>
  Object.fromEntries([...LETTERS].map((letter, index) => [letter, bytes[index] ?? 0]));
// The bytes of each letter above, from the tables of the encodings.
const MAC = {
  ...places([
    0x88, 0x89, 0x8a, 0x8d, 0x8e, 0x8f, 0x90, 0x91, 0x94, 0x95, 0x99, 0x9a, 0x9d, 0x9e, 0x9f, 0xcb, 0xe5,
    0x82, 0x83, 0xe9, 0xe6, 0xe8, 0xeb, 0xec, 0xef, 0x85, 0xf4, 0xf3, 0x86,
  ]),
  "’": 0xd5,
};
const DOS = {
  ...places([
    0x85, 0x83, 0x84, 0x87, 0x82, 0x8a, 0x88, 0x89, 0x8c, 0x8b, 0x93, 0x94, 0x97, 0x96, 0x81, 0xb7, 0xb6,
    0x80, 0x90, 0xd4, 0xd2, 0xd3, 0xd7, 0xd8, 0xe2, 0x99, 0xeb, 0xea, 0x9a,
  ]),
};

/** A text's UTF-8 bytes read as Windows-1252: each byte the sign it is there. */
const twice = (text: string) => new TextDecoder("windows-1252").decode(Buffer.from(text));
const swap16 = (text: string) => Buffer.from(text, "utf16le").swap16();
const wide = (text: string) =>
  Buffer.from([...text].flatMap((sign) => [sign.codePointAt(0) ?? 0, 0].flatMap((n) => [n & 255, n >> 8])));

const nameAt = (table: Table, file: FileName) =>
  columnAt(table, file === "organisations.csv" ? "nom" : "Nom");

/** Encodings that are read, that are refused, and what is left of texts read in the wrong one. */
export const encodingsOf = (folder: string): Family[] => [
  {
    name: "encoding",
    make(file): Made[] {
      const table = readOriginal(folder, file);
      const text = write(table);
      const accents = /[^\0-\x7f]/.exec(text)?.index ?? 0;
      const firstAccent = text.slice(0, accents).split("\n").length;
      const latin = encoded(text, WINDOWS);
      const lines = recordsOf(table);
      const accented = lines.findIndex((line, index) => index > 20 && /[é]/.test(line));
      const mixed = Buffer.concat(
        lines.map((line, index) =>
          index === accented ? encoded(`${line}\n`, WINDOWS) : Buffer.from(`${line}\n`),
        ),
      );
      const half = Buffer.concat(
        lines.map((line, index) =>
          index % 8 === 0 ? Buffer.from(`${line}\n`) : encoded(`${line}\n`, WINDOWS),
        ),
      );
      const none = { line: null };
      return [
        { name: "UTF-8", bytes: text, lossless: true },
        { name: "UTF-8 with its mark", bytes: `\uFEFF${text}`, lossless: true },
        { name: "UTF-8 with two marks", bytes: `\uFEFF\uFEFF${text}`, lossless: true },
        { name: "Latin-1", bytes: latin, lossless: true },
        {
          name: "Windows-1252, semicolons, CRLF",
          bytes: encoded(write(table, { delimiter: ";", end: "\r\n" }), WINDOWS),
          lossless: true,
        },
        { name: "UTF-16 LE with its mark", bytes: Buffer.from(`\uFEFF${text}`, "utf16le"), at: none },
        { name: "UTF-16 BE with its mark", bytes: swap16(`\uFEFF${text}`), at: none },
        { name: "UTF-16 LE without mark", bytes: Buffer.from(text, "utf16le"), at: none },
        { name: "UTF-16 BE without mark", bytes: swap16(text), at: none },
        { name: "UTF-32 LE with its mark", bytes: wide(`\uFEFF${text}`), at: none },
        { name: "old Mac", bytes: encoded(text, MAC), at: { line: firstAccent } },
        { name: "DOS (850)", bytes: encoded(text, DOS), at: { line: firstAccent } },
        { name: "UTF-8 read as Windows-1252 and written again", bytes: twice(text) },
        { name: "the same twice over", bytes: twice(twice(text)) },
        { name: "one line in Latin-1", bytes: mixed, at: { line: accented + 1 } },
        { name: "one line in eight in UTF-8, the others in Latin-1", bytes: half },
        {
          name: "UTF-8 without its last byte of each accent",
          bytes: Buffer.from(Buffer.from(text).toString("latin1").replace(/Ã./g, "Ã"), "latin1"),
        },
        { name: "accents as two signs (NFD)", bytes: text.normalize("NFD"), lossless: true },
        {
          name: "accents as entities",
          bytes: write({ ...table, rows: withEach(table, (cell) => cell.replaceAll("é", "&eacute;")).rows }),
        },
        {
          name: "accents as numbered entities",
          bytes: write({ ...table, rows: withEach(table, (cell) => cell.replaceAll("é", "&#233;")).rows }),
        },
        {
          name: "accents lost as U+FFFD",
          bytes: write({
            ...table,
            rows: withEach(table, (cell) => cell.replace(/[^\0-\x7f]/g, "\uFFFD")).rows,
          }),
        },
      ];
    },
  },
  {
    name: "signs in a cell",
    make(file): Made[] {
      const table = readOriginal(folder, file);
      const column = nameAt(table, file);
      const row = 7;
      const name = table.rows[row]?.[column] ?? "";
      const at = { line: row + 2 };
      const cell = (what: string, changed: string, more: Partial<Made> = {}): Made => ({
        name: what,
        bytes: write(withCell(table, row, column, changed)),
        at,
        ...more,
      });
      const inside = (sign: string) => `${name.slice(0, 2)}${sign}${name.slice(2)}`;
      return [
        cell("a null byte", inside("\0")),
        cell("a control sign", inside("\u0007"), { lossless: true }),
        cell("a zero-width space", inside("\u200b"), { lossless: true }),
        cell("a byte-order mark", inside("\uFEFF"), { lossless: true }),
        cell("a mark of direction", `\u200e${name}\u200e`, { lossless: true }),
        cell("a soft hyphen", inside("\u00ad"), { lossless: true }),
        cell("a no-break space at the end", `${name}\u00a0`, { lossless: true }),
        cell("spaces around", `  ${name} `, { lossless: true }),
        cell("a tab at the end", `${name}\t`, { lossless: true }),
        cell("a line end at the end", `${name}\n`, { lossless: true }),
        cell("U+FFFD", inside("\uFFFD")),
        cell("“Ã©”", inside("Ã©")),
        cell("“Ã ” (à twice encoded)", inside("Ã\u00a0")),
        cell("“Ã‰” (É twice encoded)", inside("Ã‰")),
        cell("“Å“” (œ twice encoded)", inside("Å“")),
        cell("“â€™” (’ twice encoded)", inside("â€™")),
        cell("“½” (œ of Latin-9)", inside("½")),
        cell("“?” for an accent", inside("?")),
        cell("“&amp;”", inside(" &amp; ")),
        cell("half of a sign of two (lone surrogate)", inside("\ud83d")),
      ];
    },
  },
];
