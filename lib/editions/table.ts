import { fold } from "@/lib/codes/fold";
import { Cells } from "./cells";
import { matchColumns, ORGANISATION_COLUMNS, PLATFORM_COLUMNS, type Column } from "./columns";
import { readRecords, type Dialect } from "./csv";
import { holdsLoneCr, mixedFault, swallowFault, swallowsRecords } from "./csv-faults";
import { encodingOf } from "./decode";
import { delimiterOf } from "./delimiter";
import { FileFault } from "./errors";
import { Fit } from "./fit";
import type { FileBytes } from "./files";
import { withoutEmails } from "./personal";
import { publicFile, type PublicFile } from "./public-file";
import type { Batch, Bilingual, EditionFile } from "./types";

/** A CSV file whose encoding, delimiter and header have been accepted. */
export type Table<Name extends string> = {
  file: EditionFile;
  /** The file as anyone may have it, made once. */
  publish: () => Promise<PublicFile>;
  /** Reads every row, in batches, each time it is called. */
  read: <Row extends { line: number }>(
    toRow: (cells: Cells<Name>, line: number) => Row,
    subject: (row: Row) => string | null,
  ) => AsyncGenerator<Batch<Row>>;
};

const GLUED: Bilingual = {
  fr: "la ligne d’en-têtes revient au milieu du fichier : deux fichiers ont été mis bout à bout. Garder le bon.",
  en: "the line of headers comes again in the middle of the file: two files were put end to end. Keep the right one.",
};

const OTHER_FILE: Bilingual = {
  fr: "ses en-têtes sont ceux de l’autre fichier : les organisations et les plateformes ont été échangées. Mettre chaque fichier sous son nom.",
  en: "its headers are those of the other file: organisations and platforms were exchanged. Put each file under its name.",
};

/** Whether headers are rather those of the other file of an edition. */
function isOtherFile(name: EditionFile["name"], headers: readonly string[]): boolean {
  const known = headers.map(fold);
  const among = (columns: readonly { header: string }[]) =>
    columns.filter(({ header }) => known.includes(fold(header))).length;
  const [organisations, platforms] = [among(ORGANISATION_COLUMNS), among(PLATFORM_COLUMNS)];
  return name === "organisations.csv" ? platforms > organisations : organisations > platforms;
}

const LF = 10;

/** Rows handed over at a time. */
const BATCH = 250;

/**
 * Accepts a CSV file: encoding, delimiter, header, and at least one row.
 * @throws FileFault with the line and what to do
 */
export async function openTable<Name extends string>(
  { name, bytes, sha256 }: FileBytes & { name: EditionFile["name"] },
  schema: readonly Column<Name>[],
): Promise<Table<Name>> {
  const encoding = await encodingOf(bytes);
  const dialect: Dialect = { encoding, delimiter: await delimiterOf(bytes, encoding) };
  const records = readRecords(bytes, dialect);
  const first = await records.next();
  const { cells: headers, line } = first.done ? { cells: [], line: 1 } : first.value;
  if (holdsLoneCr(headers) && bytes.includes(LF)) throw mixedFault(line);
  if (swallowsRecords(headers, dialect.delimiter)) throw swallowFault(line);
  if (isOtherFile(name, headers)) throw new FileFault(OTHER_FILE, { line });
  const { columns, findings } = matchColumns(headers, schema, line);
  const second = await records.next();
  await records.return(undefined);
  if (second.done) {
    throw new FileFault({
      fr: "le fichier n’a que son en-tête, aucune ligne. Le télécharger ou l’exporter de nouveau.",
      en: "the file has only its header, no row. Download or export it again.",
    });
  }

  async function* read<Row extends { line: number }>(
    toRow: (cells: Cells<Name>, line: number) => Row,
    subject: (row: Row) => string | null,
  ): AsyncGenerator<Batch<Row>> {
    const cells = new Cells(name, columns);
    if (encoding.name !== "utf-8") cells.noteFile("encoding_windows_1252");
    for (const { kind, column, value } of findings)
      cells.noteFile(kind, { column: column ?? undefined, value });
    const onBlank = (from: number, to: number) =>
      cells.noteFile("blank_lines", { line: from, value: from === to ? String(from) : `${from}-${to}` });
    const lastColumn = [...columns].find(([, index]) => index === headers.length - 1)?.[0];
    const onOpenEnd = (at: number) => cells.noteFile("file_not_ended", { line: at, column: lastColumn });
    const fit = new Fit(columns, headers, line);
    let rows: Row[] = [];
    let isHeader = true;
    const names = headers.map(fold);
    for await (const record of readRecords(bytes, dialect, { onBlank, onOpenEnd })) {
      if (isHeader) {
        isHeader = false;
        continue;
      }
      if (record.cells.every((cell, index) => fold(cell) === names[index]))
        throw new FileFault(GLUED, { line: record.line });
      if (swallowsRecords(record.cells, dialect.delimiter)) throw swallowFault(record.line);
      cells.open(record.cells, record.line);
      const row = toRow(cells, record.line);
      const strange = fit.see(record.cells, cells.close(subject(row)));
      if (strange) cells.noteFile("record_shifted", { line: record.line, column: strange });
      rows.push(row);
      if (rows.length < BATCH) continue;
      yield { rows, findings: cells.take() };
      rows = [];
    }
    const { empty, unfit } = fit.judge();
    for (const column of empty) cells.noteFile("empty_column", { column });
    for (const { column, line: at, count } of unfit)
      cells.noteFile("column_unfit", { line: at, column, value: String(count) });
    const last = { rows, findings: cells.take() };
    if (last.rows.length > 0 || last.findings.length > 0) yield last;
  }

  let published: Promise<PublicFile> | undefined;
  return {
    publish: () =>
      (published ??= publicFile({ bytes, sha256 }, dialect, columns.get("contact_url" as Name) ?? null)),
    file: {
      resource: name === "organisations.csv" ? "organisations" : "plateformes",
      name,
      bytes: bytes.length,
      sha256,
      encoding: encoding.name,
      delimiter: dialect.delimiter,
      headers: headers.map(withoutEmails),
      columns: [...columns.keys()],
    },
    read,
  };
}
