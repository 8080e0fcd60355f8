/** Part of a file: its first and its last byte. */
export type ByteRange = { first: number; last: number };

/**
 * The part of a file that a request asks for, as RFC 9110 has it: one range, of the very bytes that the reader began
 * with (`If-Range`). Several ranges, and what is no range, are ignored.
 * @param tag strong ETag of the file
 * @returns null for the whole file; "beyond" when it has no such part
 */
export function askedRange(headers: Headers, tag: string, size: number): ByteRange | "beyond" | null {
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/i.exec(headers.get("range") ?? "") ?? [];
  if ((headers.get("if-range") ?? tag) !== tag || (from === "" && to === "")) return null;
  // “-500” is the last 500 bytes.
  const first = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === "" || to === "" ? Infinity : Number(to);
  if (last < first) return null;
  return first >= size ? "beyond" : { first, last: Math.min(last, size - 1) };
}

/** A part of a file that is in pieces, none of them copied. */
export function* slicesOf(pieces: Iterable<Buffer>, { first, last }: ByteRange): Generator<Buffer> {
  let at = 0;
  for (const piece of pieces) {
    const [start, end] = [first - at, last + 1 - at];
    at += piece.length;
    if (end <= 0) return;
    if (start < piece.length) yield piece.subarray(Math.max(0, start), Math.min(end, piece.length));
  }
}
