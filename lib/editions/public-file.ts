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

/** A cell that would name someone: it holds an e-mail address, or it is a contact and no web address. */
function namesSomeone(cell: string, isContact: boolean): boolean {
  const { text } = clean(cell);
  if (text === "") return false;
  return holdsEmail(text) || (isContact && parseAddress(text).url === null);
}

/** Start and end of each cell to empty, quotes included; commas and line ends stay where they are. */
async function* cellsToEmpty(
  bytes: Buffer,
  { encoding, delimiter }: Dialect,
  contact: number | null,
): AsyncGenerator<[start: number, end: number]> {
  const separator = delimiter.charCodeAt(0);
  const decoder = new TextDecoder(encoding.name);
  let [start, column, line] = [encoding.start as number, 0, 0];
  let quoted = false;
  let turn = 0;
  for (let at = start; at <= bytes.length; at++) {
    const byte = bytes[at];
    // A doubled quote closes and opens again: the cell goes on, as it should.
    if (byte === QUOTE) quoted = !quoted;
    const ends = byte === undefined || (!quoted && (byte === separator || byte === LF || byte === CR));
    if (!ends) continue;
    if (at > start) {
      const written = decoder.decode(bytes.subarray(start, at));
      const cell = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
      if (namesSomeone(cell, line > 0 && column === contact)) yield [start, at];
    }
    start = at + 1;
    if (byte === separator) column++;
    else [column, line] = [0, line + 1];
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
