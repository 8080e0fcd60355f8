import { clean } from "./clean";
import { isGarbled, isSpreadsheetError } from "./damaged-text";
import { FINDING_KINDS, type KindCode } from "./findings";
import { EMAIL_MARK, holdsEmail, withoutEmails } from "./personal";
import type { EditionFile, Finding } from "./types";

/** A finding's value is to be recognised, not to be read in full. */
const MAX_QUOTED = 300;

/** More than any value has: the longest list of the published files has under five thousand. */
const OVERSIZED = 10_000;

/** What is no fault in one row, but tells of exchanged columns when most rows have it. */
export type Hint = "identifier_repeated" | "platform_name" | "platforms_missing" | "reuses_without_page";

export type Hinted = { hint: Hint; column: string };

type Said = { value?: string | null; corrected?: string | number | null };

/** The cells of one record after another, by canonical column, with what is found to say about them. */
export class Cells<Column extends string = string> {
  readonly #file: EditionFile["name"];
  readonly #columns: ReadonlyMap<Column, number>;
  readonly #said = new Set<KindCode>();
  #findings: Finding[] = [];
  #hints: Hinted[] = [];
  #record: readonly string[] = [];
  #line: number | null = null;
  /** Where the findings of the current record start. */
  #start = 0;

  constructor(file: EditionFile["name"], columns: ReadonlyMap<Column, number>) {
    this.#file = file;
    this.#columns = columns;
  }

  /** Whether the file has this column: without it, a value is not in this edition rather than missing. */
  has(column: Column): boolean {
    return this.#columns.has(column);
  }

  /** Moves to a record, given with the line it starts on. */
  open(record: readonly string[], line: number): void {
    this.#record = record;
    this.#line = line;
    this.#start = this.#findings.length;
  }

  /** Gives a hint about a column of the current record. */
  hint(hint: Hint, column: Column): void {
    this.#hints.push({ hint, column });
  }

  /**
   * Ends a record: its findings are about this SIREN or slug.
   * @returns them, and the hints given
   */
  close(subject: string | null): { noted: Finding[]; hints: Hinted[] } {
    const noted = this.#findings.slice(this.#start).filter(({ line }) => line !== null);
    for (const finding of noted) finding.subject = subject;
    this.#line = null;
    const hints = this.#hints;
    this.#hints = [];
    return { noted, hints };
  }

  /** The cell as the file has it; "" when the file has no such column. */
  raw(column: Column): string {
    const index = this.#columns.get(column);
    return index === undefined ? "" : (this.#record[index] ?? "");
  }

  /**
   * The cleaned text of a cell, null when nothing is left. An e-mail address empties the cell, and nothing of what
   * stood beside it is kept.
   */
  text(column: Column): string | null {
    const raw = this.raw(column);
    if (raw === "") return null;
    const { text, kind } = clean(raw);
    if (isSpreadsheetError(text)) {
      this.note("spreadsheet_error", column);
      return null;
    }
    if (holdsEmail(text)) {
      this.note("email_removed", column, { value: EMAIL_MARK });
      return null;
    }
    if (kind && text !== "") this.note(kind, column, { corrected: text });
    if (text.length > OVERSIZED) this.note("oversized_text", column);
    if (isGarbled(raw)) this.note("garbled_text", column);
    return text === "" ? null : text;
  }

  /**
   * Records a finding about the current record.
   * @param said.value what to quote instead of the whole cell
   * @param said.corrected what the row has instead
   */
  note(kind: KindCode, column: Column | null, said: Said = {}): void {
    const value = said.value === undefined && column !== null ? this.raw(column) : said.value;
    // A blank cell has no value to quote.
    this.#add(kind, this.#line, column, value || null, said.corrected ?? null);
  }

  /** Records a finding about the whole file, or about lines that hold no record. */
  noteFile(kind: KindCode, said: Said & { column?: string; line?: number } = {}): void {
    this.#add(kind, said.line ?? null, said.column ?? null, said.value ?? null, said.corrected ?? null);
  }

  /** Records a finding about the whole file the first time it is met. */
  noteOnce(kind: KindCode, column: Column, corrected: string): void {
    if (this.#said.has(kind)) return;
    this.#said.add(kind);
    this.noteFile(kind, { column, value: this.raw(column), corrected });
  }

  /** The findings since the last call. */
  take(): Finding[] {
    const taken = this.#findings;
    this.#findings = [];
    this.#start = 0;
    return taken;
  }

  #add(
    kind: KindCode,
    line: number | null,
    column: string | null,
    value: string | null,
    corrected: string | number | null,
  ): void {
    const { outcome, basis } = FINDING_KINDS[kind];
    this.#findings.push({
      file: this.#file,
      line,
      column,
      subject: null,
      kind,
      outcome,
      basis,
      value: value === null ? null : quoted(value),
      corrected: corrected === null ? null : quoted(String(corrected)),
    });
  }
}

function quoted(text: string): string {
  const safe = withoutEmails(text);
  return safe.length > MAX_QUOTED ? `${safe.slice(0, MAX_QUOTED)}…` : safe;
}
