import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { parseAddress } from "./addresses";
import { clean } from "./clean";
import type { Dialect } from "./csv";
import { PIECE } from "./decode";
import { holdsEmail } from "./personal";

/** A source file as anyone may have it: its own bytes but for the cells that name people. */
export type PublicFile = {
  /** The file, piece after piece. */
  pieces: readonly Buffer[];
  bytes: number;
  /** Lowercase hexadecimal SHA-256 of these pieces; the source's own when nothing was taken out. */
  sha256: string;
  /** Cells emptied. */
  emptied: number;
};

const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;

/** A cell that would name someone: it holds an e-mail address, or it is a contact and no web address. */
function namesSomeone(cell: string, isContact: boolean): boolean {
  const { text } = clean(cell);
  if (text === "") return false;
  return holdsEmail(text) || (isContact && parseAddress(text).url === null);
}

/** First bytes of what an e-mail address has besides its words: "@", "%40", "(at)", "[at]", and "＠" in UTF-8. */
const HINTS = new Set([0x40, 0x25, 0x28, 0x5b, 0xef]);

/** The text of a cell, without its quotes. */
function unquoted(written: string): string {
  const text = written.trim();
  return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
}

/** Start and end of each cell to empty, quotes included; commas and line ends stay where they are. */
async function* cellsToEmpty(
  bytes: Buffer,
  { encoding, delimiter }: Dialect,
  contact: number | null,
): AsyncGenerator<[start: number, end: number]> {
  const separator = delimiter.charCodeAt(0);
  // As the reader has it: CR ends a record only in a file that has no LF.
  const newline = bytes.includes(LF) || !bytes.includes(CR) ? LF : CR;
  const decoder = new TextDecoder(encoding.name);
  let [start, column, turn] = [encoding.start as number, 0, 0];
  let [quoted, hinted, written, isHeader] = [false, false, false, true];
  for (let at = start; at <= bytes.length; at++) {
    const byte = bytes[at] ?? newline;
    // A doubled quote closes and opens again: the cell goes on, as it should.
    if (byte === QUOTE) quoted = !quoted;
    const ends = at === bytes.length || (!quoted && (byte === separator || byte === newline));
    if (!ends) {
      hinted ||= HINTS.has(byte);
      written ||= byte > SPACE && byte !== QUOTE;
      continue;
    }
    const end = byte === LF && at > start && bytes[at - 1] === CR ? at - 1 : at;
    const isContact = !isHeader && column === contact;
    if (hinted || (isContact && end > start)) {
      const cell = unquoted(decoder.decode(bytes.subarray(start, end)));
      if (namesSomeone(cell, isContact)) yield [start, end];
    }
    [start, hinted, column] = [at + 1, false, column + 1];
    if (byte === newline) {
      // Blank lines may come before the header.
      if (written) isHeader = false;
      [column, written] = [0, false];
    }
    if (at - turn < PIECE) continue;
    turn = at;
    await setImmediate();
  }
}

/**
 * The source file, byte for byte, less the cells that hold an e-mail address and the contacts that are no web address,
 * which may name a person: those are left empty.
 * @param contact index of the column of contacts, if there is one
 */
export async function publicFile(
  source: { bytes: Buffer; sha256: string },
  dialect: Dialect,
  contact: number | null,
): Promise<PublicFile> {
  const { bytes } = source;
  const pieces: Buffer[] = [];
  let from = 0;
  let emptied = 0;
  for await (const [start, end] of cellsToEmpty(bytes, dialect, contact)) {
    pieces.push(bytes.subarray(from, start));
    from = end;
    emptied++;
  }
  pieces.push(bytes.subarray(from));
  if (emptied === 0) return { pieces, bytes: bytes.length, sha256: source.sha256, emptied };
  const hash = createHash("sha256");
  for (const piece of pieces) hash.update(piece);
  return {
    pieces,
    bytes: pieces.reduce((sum, piece) => sum + piece.length, 0),
    sha256: hash.digest("hex"),
    emptied,
  };
}
