import { Readable, pipeline } from "node:stream";
import { parse, type InfoRecord } from "csv-parse";
import { faultOf, holdsLoneCr, widthFault } from "./csv-faults";
import { Lines } from "./csv-lines";
import { piecesOf, type Encoding } from "./decode";
import { FileFault } from "./errors";
import type { EditionFile } from "./types";

/** A record and the physical line it starts on, 1-based. */
export type CsvRecord = { cells: string[]; line: number };

export type Dialect = { encoding: Encoding; delimiter: EditionFile["delimiter"] };

/** A record longer than this is a quote that nobody closed. */
const MAX_RECORD = 1_000_000;

const LF = 10;
const CR = 13;

/** What a reading says besides the records. */
export type Remarks = {
  /** Told the first and last line of each run of blank lines. */
  onBlank?: (first: number, last: number) => void;
  /** Told the line of the last record when the file stops without a line end. */
  onOpenEnd?: (line: number) => void;
};

/**
 * Reads the records of a CSV file one after another, the header first. All have as many cells as the header; lines
 * with nothing written are left out. LF, CRLF and (in a file that has no LF) CR end a record.
 * @throws FileFault at the line where the record starts
 */
export async function* readRecords(
  bytes: Buffer,
  { encoding, delimiter }: Dialect,
  { onBlank, onOpenEnd }: Remarks = {},
): AsyncGenerator<CsvRecord> {
  const newline = bytes.includes(LF) || !bytes.includes(CR) ? LF : CR;
  const open = ![LF, CR].includes(bytes[bytes.length - 1] ?? LF);
  const lines = new Lines(newline);
  let next = 1;
  let width = 0;
  let lastLine = 1;
  let fault: FileFault | undefined;
  let ended = false;
  let blank: { first: number; last: number } | null = null;

  async function* pieces(): AsyncGenerator<Buffer> {
    for await (const piece of piecesOf(bytes, encoding)) {
      lines.see(piece);
      yield piece;
    }
    ended = true;
  }

  /**
   * Called at each record's end; what it answers is what the parser gives. A fault is handed over in its turn: thrown
   * here, it would come before the records that precede it.
   */
  function toRecord(cells: string[], info: InfoRecord): CsvRecord | FileFault | null {
    const line = next;
    next = lines.lineAt(info.bytes);
    if (cells.every((cell) => cell.trim() === "")) {
      blank = { first: blank?.first ?? line, last: Math.max(line, next - 1) };
      return null;
    }
    if (blank) onBlank?.(blank.first, blank.last);
    blank = null;
    width ||= cells.length;
    lastLine = line;
    if (cells.length !== width) {
      const mixed = newline === LF && holdsLoneCr(cells);
      const cut = ended && open && cells.length < width;
      fault ??= widthFault(cells.length, width, line, { cut, mixed });
      return fault;
    }
    return { cells, line };
  }

  const parser = parse({
    delimiter,
    record_delimiter: newline === LF ? ["\r\n", "\n"] : ["\r"],
    relax_column_count: true,
    max_record_size: MAX_RECORD,
    on_record: toRecord as unknown as (cells: string[], info: InfoRecord) => string[] | null,
  });
  // One piece at a time, or the turns left to the event loop would all come first, and no record between them.
  // An error comes out of the loop below; when the loop is left early, what feeds the parser is stopped.
  pipeline(Readable.from(pieces(), { highWaterMark: 1 }), parser, () => undefined);
  try {
    for await (const record of parser as AsyncIterable<CsvRecord | FileFault>) {
      if (record instanceof FileFault) throw record;
      yield record;
    }
  } catch (error) {
    // What the parser refuses comes at once, before what was found in earlier records.
    throw fault ?? faultOf(error, next);
  }
  if (blank) onBlank?.(blank["first"], blank["last"]);
  else if (open) onOpenEnd?.(lastLine);
}
