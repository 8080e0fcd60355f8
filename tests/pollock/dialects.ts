import {
  PLAIN,
  columnAt,
  joined,
  readOriginal,
  recordsOf,
  withCell,
  withEach,
  write,
  type Style,
} from "./table";
import type { Family, Made } from "./variant";

const style = (changed: Partial<Style>): Style => ({ ...PLAIN, ...changed });

/** Delimiter, quote, escape and line end, each another than RFC 4180's; some are read, none is misread. */
export const dialectsOf = (folder: string): Family[] => [
  {
    name: "delimiter",
    make(file) {
      const table = readOriginal(folder, file);
      const whole = (name: string, delimiter: string, more: Partial<Made> = {}): Made => ({
        name,
        bytes: write(table, { delimiter }),
        at: { line: 1 },
        ...more,
      });
      const records = recordsOf(table);
      const half = recordsOf(table, style({ delimiter: ";" })).with(0, records[0] ?? "");
      const middle = Math.floor(records.length / 2);
      return [
        { name: "comma", bytes: write(table), lossless: true },
        { name: "semicolon", bytes: write(table, { delimiter: ";" }), lossless: true },
        whole("tab", "\t"),
        whole("vertical bar", "|"),
        whole("two bars", "||"),
        whole("colon", ":", { at: undefined }),
        whole("two colons", "::", { at: undefined }),
        whole("caret", "^"),
        whole("tilde", "~"),
        whole("space", " "),
        whole("unit separator (1F)", "\u001f"),
        whole("start of heading (01)", "\u0001"),
        whole("comma and space", ", ", { at: undefined }),
        { name: "comma in the header, semicolons below", bytes: joined(half), at: { line: 2 } },
        {
          name: "semicolons from the middle on",
          bytes: joined([...records.slice(0, middle), ...half.slice(middle)]),
          at: { line: middle + 1 },
        },
        {
          name: "unquoted, delimiters in cells",
          bytes: write(table, { quoting: "none" }),
        },
      ];
    },
  },
  {
    name: "quote and escape",
    make(file) {
      const table = readOriginal(folder, file);
      const name = columnAt(table, file === "organisations.csv" ? "nom" : "Nom");
      const quoted = withCell(table, 4, name, 'Le "Lab", suite');
      const record = { record: true } as const;
      return [
        { name: "every cell quoted", bytes: write(table, { quoting: "all" }), lossless: true },
        {
          name: "every cell quoted, semicolons",
          bytes: write(table, { quoting: "all", delimiter: ";" }),
          lossless: true,
        },
        {
          name: "single quotes around every cell",
          bytes: write(table, { quoting: "all", quote: "'", escaped: "''" }),
        },
        { name: "single quotes where needed", bytes: write(table, { quote: "'", escaped: "''" }) },
        { name: "typographic quotes", bytes: write(table, { quoting: "all", quote: "”", escaped: "””" }) },
        { name: "quotes escaped by a backslash", bytes: write(quoted, { escaped: '\\"' }), at: { line: 6 } },
        { name: "quotes not escaped", bytes: write(quoted, { escaped: '"' }), at: { line: 6 } },
        {
          name: "cells quoted twice",
          bytes: write(withEach(table, (cell) => (cell === "" ? "" : `"${cell}"`))),
          lossless: true,
        },
        {
          name: "a space before each quote",
          bytes: write(table, { quoting: "all" }).replaceAll(',"', ', "'),
          at: { line: 1 },
        },
        {
          name: "a space after each quote",
          bytes: write(table, { quoting: "all" }).replaceAll('",', '" ,'),
          at: { line: 1 },
        },
        {
          name: "records quoted whole",
          bytes: joined(recordsOf(table).map((line) => `"${line.replaceAll('"', '""')}"`)),
          at: { line: 1 },
          ...record,
        },
        {
          name: 'cells as formulas (="…")',
          bytes: write(withEach(table, (cell) => (cell === "" ? "" : `="${cell}"`))),
          lossless: true,
        },
        {
          name: "an apostrophe before each cell",
          bytes: write({
            ...table,
            rows: table.rows.map((cells) => cells.map((cell) => (cell === "" ? "" : `'${cell}`))),
          }),
        },
      ];
    },
  },
  {
    name: "line end",
    make(file) {
      const table = readOriginal(folder, file);
      const records = recordsOf(table);
      const middle = Math.floor(records.length / 2);
      const mixed = (ends: readonly string[]) =>
        records.map((record, index) => record + (ends[index % ends.length] ?? "")).join("");
      return [
        { name: "LF", bytes: write(table, { end: "\n" }), lossless: true },
        { name: "CRLF", bytes: write(table, { end: "\r\n" }), lossless: true },
        { name: "CR", bytes: write(table, { end: "\r" }), lossless: true },
        { name: "LF and CRLF in turn", bytes: mixed(["\n", "\r\n"]), lossless: true },
        { name: "CR and LF in turn", bytes: mixed(["\r", "\n"]), at: { line: 1 } },
        {
          name: "one CR in the middle",
          bytes: records.slice(0, middle).join("\n") + "\r" + joined(records.slice(middle)),
          at: { line: middle },
        },
        { name: "CR CR LF", bytes: write(table, { end: "\r\r\n" }), lossless: "or refused" },
        { name: "LF CR", bytes: write(table, { end: "\n\r" }), lossless: "or refused" },
        { name: "line separators (U+2028)", bytes: write(table, { end: "\u2028" }) },
        { name: "vertical tabs", bytes: write(table, { end: "\v" }) },
        { name: "no line end at all", bytes: write(table, { end: "" }) },
        { name: "none after the last record", bytes: write(table, { ended: false }), lossless: true },
        { name: "two after each record", bytes: write(table, { end: "\n\n" }), lossless: true },
      ];
    },
  },
];
