import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { zipSync } from "fflate";
import { columnAt, readOriginal, recordsOf, withCell, write } from "./table";
import type { Family, Made } from "./variant";

/** A date for what is in an archive, or its bytes would change every other second. */
const DATED = { mtime: "2022-12-31" };

/** Bytes of other files under a CSV's name. */
export const filesOf = (folder: string): Family => ({
  name: "another file",
  make(file): Made[] {
    const text = write(readOriginal(folder, file));
    const bytes = Buffer.from(text);
    const at = { line: null };
    const [header = "", ...rows] = recordsOf(readOriginal(folder, file));
    return [
      { name: "gzip", bytes: gzipSync(bytes), at },
      { name: "deflate", bytes: deflateSync(bytes) },
      { name: "brotli", bytes: brotliCompressSync(bytes) },
      { name: "zstd", bytes: zstdCompressSync(bytes), at },
      { name: "zip", bytes: zipSync({ [file]: bytes }, DATED), at },
      { name: "xlsx", bytes: zipSync({ "[Content_Types].xml": bytes, "xl/workbook.xml": bytes }, DATED), at },
      {
        name: "HTML",
        bytes: `<!DOCTYPE html><html><body><table><tr><td>${text}</td></tr></table></body></html>`,
        at,
      },
      { name: "HTML after a byte-order mark", bytes: `\uFEFF\n<html>${text}</html>`, at },
      { name: "XML", bytes: `<?xml version="1.0"?><rows>${text}</rows>`, at },
      { name: "JSON", bytes: JSON.stringify(rows), at },
      { name: "JSON lines", bytes: rows.map((row) => JSON.stringify({ row })).join("\n"), at },
      { name: "SQL", bytes: rows.map((row) => `INSERT INTO t VALUES (${row});`).join("\n"), at: { line: 1 } },
      {
        name: "Markdown",
        bytes: rows.map((row) => `| ${row.replaceAll(",", " | ")} |`).join("\n"),
        at: { line: 1 },
      },
      { name: "base64", bytes: bytes.toString("base64"), at: { line: 1 } },
      {
        name: "a pointer of Git LFS",
        bytes: "version https://git-lfs.example/spec/v1\noid sha256:4d7a\nsize 12\n",
        at: { line: 1 },
      },
      { name: "nothing", bytes: "", at },
      { name: "a byte-order mark", bytes: "\uFEFF", at },
      { name: "blank lines", bytes: "\n\n \n", at },
      { name: "a header alone", bytes: `${header}\n`, at },
      { name: "a header without line end", bytes: header, at },
      { name: "null bytes after the rows", bytes: `${text}\0\0\0\0`, at: { line: rows.length + 2 } },
      {
        name: "the other file",
        bytes: write(
          readOriginal(folder, file === "organisations.csv" ? "plateformes.csv" : "organisations.csv"),
        ),
        at: { line: 1 },
      },
    ];
  },
});

/** Places at which a file is cut, in shares of its bytes. */
const CUTS = [0.0004, 0.1, 0.25, 1 / 3, 0.5, 2 / 3, 0.75, 0.9, 0.99];

/** Files that stop too early, and cells of beyond measure. */
export const cutsOf = (folder: string): Family => ({
  name: "cut or swollen",
  make(file): Made[] {
    const table = readOriginal(folder, file);
    const bytes = Buffer.from(write(table));
    const text = bytes.toString("utf8");
    const lines = recordsOf(table);
    /** The file up to a byte; what its last line holds tells how many rows are begun. */
    const cut = (name: string, end: number): Made => {
      const part = bytes.subarray(0, end);
      const begun = part.toString("latin1").trimEnd().split("\n").length - 1;
      return { name, bytes: part, rows: [...Array(Math.max(begun, 0)).keys()] };
    };
    const tail = lines.at(-1) ?? "";
    const start = bytes.length - Buffer.byteLength(tail) - 1;
    const quote = bytes.indexOf('"', Math.floor(bytes.length / 2));
    const accent = bytes.findIndex((byte, index) => index > bytes.length / 3 && byte > 0x7f);
    const name = columnAt(table, file === "organisations.csv" ? "nom" : "Nom");
    const cell = (what: string, changed: string, more: Partial<Made> = {}): Made => ({
      name: what,
      bytes: write(withCell(table, 9, name, changed)),
      ...more,
    });
    const clean = table.rows[9]?.[name] ?? "";
    return [
      ...CUTS.map((share) => cut(`cut at ${(share * 100).toFixed(2)} %`, Math.floor(bytes.length * share))),
      ...[1, 2, 3, 4, 6, 9].map((less) => cut(`cut ${less} bytes before its end`, bytes.length - less)),
      cut("cut after the first sign of a row", start + 1),
      cut("cut after the first delimiter of a row", start + tail.indexOf(",") + 1),
      ...(quote === -1 ? [] : [cut("cut in a quoted cell", quote + 3)]),
      cut("cut in a sign of two bytes", accent + 1),
      cut("cut in the header", 20),
      cell("a cell of 300,000 signs in a row", "x".repeat(300_000), { record: true }),
      cell("a cell of two million signs", "x".repeat(2_000_000), { at: { line: 11 } }),
      cell("a cell after 300,000 spaces", " ".repeat(300_000) + clean, { lossless: true }),
      cell("a cell of 50,000 lines", clean + "\n".repeat(50_000), { lossless: true }),
      { name: "the start of the file lost", bytes: text.slice(text.length / 3), at: { line: 1 } },
      {
        name: "the header's start lost",
        bytes: text.slice(file === "organisations.csv" ? 3 : 2),
        at: { line: 1 },
      },
    ];
  },
});
