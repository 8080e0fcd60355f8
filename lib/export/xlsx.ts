import { PassThrough } from "node:stream";
import ExcelJS from "exceljs";
import type { ColumnKind } from "@/lib/engine/kinds";
import { relationRows } from "@/lib/engine/relation";
import type { Chunk } from "@/lib/engine/run";
import type { CellValue } from "@/lib/engine/values";
import type { Job } from "./job";
import type { FileMetadata } from "./metadata";
import { AHEAD_BYTES, pace, slices } from "./pace";
import { readmeLines } from "./readme";

/** Widest that a column may be, in characters. */
const WIDEST: Record<ColumnKind, number> = { text: 50, integer: 14, number: 14, boolean: 10, list: 50 };
/** Beside a header, the arrow of its filter. */
const ARROW = 4;
/** Rows looked at for how wide columns are. */
const LOOKED_AT = 200;
/** Points of a line of text, and of the tallest row that a sheet may have. */
const LINE = 15;
const TALLEST = 409;
/** The first row stays in sight; on paper, sheets lie and every column is on the page. */
const SHEET: Partial<ExcelJS.AddWorksheetOptions> = {
  views: [{ state: "frozen", ySplit: 1 }],
  pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
};
const HEADER = { name: "Calibri", family: 2, size: 11, bold: true };
const WRAPPED = { alignment: { vertical: "top" as const, wrapText: true } };

type Book = ExcelJS.stream.xlsx.WorkbookWriter;

/** A text stays a text in a sheet, never a formula; a list is one text; unknown leaves the cell empty. */
const cellOf = (value: CellValue | undefined) =>
  Array.isArray(value) ? (value.length > 0 ? value.join(",") : null) : (value ?? null);

/** A text of several lines, in the way that every spreadsheet breaks them. */
const textCell = (text: string | null) => (text?.includes("\n") ? { richText: [{ text }] } : text);

/** Lines that a text takes in a column of so many characters. */
const linesOf = (text: string | null, width: number): number =>
  (text ?? "").split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width - 2))), 0);

/** A sheet of texts: a header, then lines, each as high as what it holds: not every spreadsheet sees to it. */
function textSheet(
  book: Book,
  name: string,
  headers: readonly [string, number][],
  lines: (string | null)[][],
) {
  const sheet = book.addWorksheet(name, SHEET);
  sheet.columns = headers.map(([header, width]) => ({ header, width, style: WRAPPED }));
  sheet.getRow(1).font = HEADER;
  for (const line of lines) {
    const row = sheet.addRow(line.map(textCell));
    const tallest = Math.max(...line.map((text, index) => linesOf(text, headers[index]?.[1] ?? 0)));
    row.height = Math.min(TALLEST, tallest * LINE);
    row.commit();
  }
  sheet.commit();
}

const NO_NOTE =
  "Aucune note publiée sur ce que contient ce fichier / No published note on what this file holds";
const NOTES_AWAY = "Notes indisponibles au moment de l’export / Notes not available at the time of export";

/** Sheets beside the rows: what the file is, what its columns mean, what has been noted on it. */
function wordSheets(book: Book, metadata: FileMetadata): void {
  textSheet(
    book,
    "Lisez-moi",
    [
      ["Rubrique", 22],
      ["Heading", 18],
      ["Contenu / Content", 100],
    ],
    readmeLines(metadata).map(({ fr, en, value }) => [fr, en, value]),
  );
  textSheet(
    book,
    "Dictionnaire",
    [
      ["Colonne / Column", 22],
      ["Libellé", 28],
      ["Label", 28],
      ["Unité / Unit", 16],
      ["Définition", 60],
      ["Definition", 60],
      ["Source", 28],
    ],
    metadata.dictionary.map((entry) => [
      entry.column,
      entry.label.fr,
      entry.label.en,
      entry.unit ? `${entry.unit.fr} / ${entry.unit.en}` : null,
      entry.definition.fr,
      entry.definition.en,
      entry.source,
    ]),
  );
  textSheet(
    book,
    "Notes",
    [
      ["Objet / Target", 28],
      ["Nature / Kind", 14],
      ["Langue / Language", 12],
      ["Note", 90],
      ["Auteur / Author", 20],
      ["Date", 20],
    ],
    metadata.notes && metadata.notes.length > 0
      ? metadata.notes.map((note) => [
          ...[note.target, note.kind, note.language],
          ...[note.body, note.author, note.date],
        ])
      : [[null, null, null, metadata.notes ? NO_NOTE : NOTES_AWAY]],
  );
}

/** The sheet of the rows, its columns as wide as the first of them. */
function dataSheet(book: Book, { relation, metadata }: Job, rows: Chunk) {
  const { columns } = relation;
  const sheet = book.addWorksheet("Données", SHEET);
  const looked = rows.slice(0, LOOKED_AT);
  sheet.columns = columns.map(({ key, kind }) => {
    const longest = Math.max(0, ...looked.map((row) => String(cellOf(row[key]) ?? "").length + 2));
    return {
      header: key,
      key,
      width: Math.max(key.length + ARROW, Math.min(WIDEST[kind], longest)),
      // "@" is the format of text: a spreadsheet then leaves digits and leading zeros as they are.
      ...((kind === "text" || kind === "list") && { style: { numFmt: "@" } }),
    };
  });
  sheet.getRow(1).font = HEADER;
  sheet.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: metadata.rows + 1, column: columns.length },
  };
  return sheet;
}

/** Writes the workbook, chunk by chunk, resting while what it wrote waits to be read. */
async function write(job: Job, out: PassThrough): Promise<void> {
  const { context, relation, metadata, signal } = job;
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
  book.title = `${metadata.what.fr}, ${metadata.edition}`;
  book.creator = metadata.attribution;
  const { columns } = relation;
  let sheet: ReturnType<typeof dataSheet> | undefined;
  for await (const rows of relationRows(context, relation, signal)) {
    sheet ??= dataSheet(book, job, rows);
    for (const slice of slices(rows)) {
      for (const row of slice) sheet.addRow(columns.map(({ key }) => cellOf(row[key]))).commit();
      if (!(await pace(out))) return;
    }
  }
  sheet ??= dataSheet(book, job, []);
  sheet.commit();
  wordSheets(book, metadata);
  await book.commit();
}

/** A workbook: the rows under a frozen, filtered header, then what the file is, its columns and its notes. */
export async function* xlsxFile(job: Job): AsyncGenerator<Uint8Array> {
  const out = new PassThrough({ highWaterMark: AHEAD_BYTES });
  write(job, out).catch((cause: unknown) => out.destroy(cause as Error));
  try {
    for await (const piece of out) yield piece as Buffer;
  } finally {
    out.destroy();
  }
}
