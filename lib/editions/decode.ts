import { isAscii, isUtf8 } from "node:buffer";
import { setImmediate } from "node:timers/promises";
import { FileFault } from "./errors";
import { lineOf } from "./byte-lines";
import { refuseWhatIsNoCsv } from "./not-csv";
import type { EditionFile } from "./types";

/** How to read a file's bytes as text. */
export type Encoding = { name: EditionFile["encoding"]; /** Bytes of the byte-order mark. */ start: 0 | 3 };

/** Bytes handled between two turns of the event loop. */
export const PIECE = 64 * 1024;
/** Bytes scanned between two turns, by functions that go a thousand times faster than parsing. */
const SCAN = 4 * 1024 * 1024;

const NEWLINE = 10;
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
/** Bytes that Windows-1252 gives no character to. */
const UNDEFINED_IN_1252 = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/** Bytes from 80 to 9F that are of use in French: … Œ ‘ ’ “ ” • – — œ Ÿ. */
const WRITTEN_IN_1252 = [0x85, 0x8c, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x9c, 0x9f];

/** How many lines with accents are UTF-8 and how many are not, and where the first that is not starts. */
async function accentedLines(bytes: Buffer): Promise<{ good: number; bad: number; firstBad: number }> {
  const found = { good: 0, bad: 0, firstBad: 0 };
  let turn = 0;
  for (let start = 0; start < bytes.length;) {
    const next = bytes.indexOf(NEWLINE, start);
    const end = next === -1 ? bytes.length : next + 1;
    const line = bytes.subarray(start, end);
    if (!isAscii(line)) {
      if (isUtf8(line)) found.good++;
      else if (found.bad++ === 0) found.firstBad = start;
    }
    if (start - turn > SCAN / 8) {
      turn = start;
      await setImmediate();
    }
    start = end;
  }
  return found;
}

const OTHER_ENCODING = {
  fr: "le texte n’est ni en UTF-8 ni en Windows-1252. L’exporter de nouveau en « CSV UTF-8 ».",
  en: "the text is neither UTF-8 nor Windows-1252. Export it again as “CSV UTF-8”.",
};

/**
 * Bytes that are accented letters in Windows-1252, and bytes that are signs there which French seldom writes (“‚”, “Š”,
 * “Ž”) but accented letters in the encodings of DOS and of old Macs.
 */
function accentsOf(bytes: Buffer): { letters: number; other: number; first: number } {
  const found = { letters: 0, other: 0, first: -1 };
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0xc0) found.letters++;
    else if (byte >= 0x81 && byte < 0xa0 && !WRITTEN_IN_1252.includes(byte)) {
      if (found.other++ === 0) found.first = at;
    }
  }
  return found;
}

/**
 * Finds how a file is encoded: UTF-8, or Windows-1252 when the bytes are not UTF-8.
 * @throws FileFault when it is no CSV text, when it mixes the two, or when it is neither
 */
export async function encodingOf(bytes: Buffer): Promise<Encoding> {
  refuseWhatIsNoCsv(bytes);
  const start = bytes.subarray(0, 3).equals(BOM) ? 3 : 0;
  if (isUtf8(bytes)) return { name: "utf-8", start };
  const { good, bad, firstBad } = await accentedLines(bytes);
  if (start === 3 || good > bad) {
    throw new FileFault(
      {
        fr: "des octets ne sont pas de l’UTF-8 alors que le reste du fichier en est : il a été abîmé ou tronqué. Le télécharger ou l’exporter de nouveau.",
        en: "some bytes are not UTF-8 although the rest of the file is: it was damaged or cut short. Download or export it again.",
      },
      { line: lineOf(bytes, firstBad) },
    );
  }
  const accents = accentsOf(bytes);
  if (accents.other > accents.letters)
    throw new FileFault(OTHER_ENCODING, { line: lineOf(bytes, accents.first) });
  const strange = UNDEFINED_IN_1252.map((byte) => bytes.indexOf(byte)).filter((at) => at !== -1);
  if (strange.length > 0) {
    throw new FileFault(
      {
        fr: "le texte n’est ni en UTF-8 ni en Windows-1252. L’exporter de nouveau en « CSV UTF-8 ».",
        en: "the text is neither UTF-8 nor Windows-1252. Export it again as “CSV UTF-8”.",
      },
      { line: lineOf(bytes, Math.min(...strange)) },
    );
  }
  return { name: "windows-1252", start: 0 };
}

/** The file's text as UTF-8 bytes without byte-order mark, in pieces, leaving the event loop a turn between two. */
export async function* piecesOf(bytes: Buffer, { name, start }: Encoding): AsyncGenerator<Buffer> {
  const decoder = name === "utf-8" ? null : new TextDecoder(name, { fatal: true });
  for (let at: number = start; at < bytes.length; at += PIECE) {
    const piece = bytes.subarray(at, at + PIECE);
    yield decoder ? Buffer.from(decoder.decode(piece)) : piece;
    await setImmediate();
  }
}
