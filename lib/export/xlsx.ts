import { PassThrough } from "node:stream";
import ExcelJS from "exceljs";
import type { ColumnKind } from "@/lib/engine/kinds";
import { relationRows } from "@/lib/engine/relation";
import type { CellValue } from "@/lib/engine/values";
import type { Job } from "./job";
import type { FileMetadata } from "./metadata";
import { AHEAD_BYTES, pace, slices } from "./pace";
import { readmeLines } from "./readme";

const WIDTHS: Record<ColumnKind, number> = { text: 22, integer: 14, number: 14, boolean: 10, list: 36 };
/** The first row stays in sight; on paper, sheets lie and every column is on the page. */
const SHEET: Partial<ExcelJS.AddWorksheetOptions> = {
  views: [{ state: "frozen", ySplit: 1 }],
  pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
};
const HEADER = { font: { bold: true }, alignment: { vertical: "top" as const } };
const WRAPPED = { alignment: { vertical: "top" as const, wrapText: true } };

type Book = ExcelJS.stream.xlsx.WorkbookWriter;

/** A text stays a text in a sheet, never a formula; a list is one text; unknown leaves the cell empty. */
const cellOf = (value: CellValue | undefined) =>
  Array.isArray(value) ? (value.length > 0 ? value.join(",") : null) : (value ?? null);

/** A sheet of texts: a header, then lines. */
function textSheet(
  book: Book,
  name: string,
  headers: readonly [string, number][],
  lines: (string | null)[][],
) {
  const sheet = book.addWorksheet(name, SHEET);
  sheet.columns = headers.map(([header, width]) => ({ header, width, style: WRAPPED }));
  sheet.getRow(1).font = HEADER.font;
  for (const line of lines) sheet.addRow(line).commit();
  sheet.commit();
}

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
    metadata.notes?.map((note) => [
      note.target,
      note.kind,
      note.language,
      note.body,
      note.author,
      note.date,
    ]) ?? [["Notes indisponibles au moment de l’export / Notes not available at the time of export"]],
  );
}

/** Writes the workbook, chunk by chunk, resting while what it wrote waits to be read. */
async function write({ context, relation, metadata, signal }: Job, out: PassThrough): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
  book.title = `${metadata.what.fr}, ${metadata.edition}`;
  book.creator = metadata.attribution;
  const { columns } = relation;
  const sheet = book.addWorksheet("Données", SHEET);
  sheet.columns = columns.map(({ key, kind }) => ({
    header: key,
    key,
    width: key === "name" ? 40 : WIDTHS[kind],
    // "@" is the format of text: a spreadsheet then leaves digits and leading zeros as they are.
    ...((kind === "text" || kind === "list") && { style: { numFmt: "@" } }),
  }));
  sheet.getRow(1).font = HEADER.font;
  sheet.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: metadata.rows + 1, column: columns.length },
  };
  for await (const rows of relationRows(context, relation, signal)) {
    for (const slice of slices(rows)) {
      for (const row of slice) sheet.addRow(columns.map(({ key }) => cellOf(row[key]))).commit();
      if (!(await pace(out))) return;
    }
  }
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
