import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";

export type Part = { name: string; value: string | Buffer; filename?: string };

const BOUNDARY = "----observatory-test";

/** A form as browsers send it; `close` false leaves its end out. */
export function multipart(parts: readonly Part[], close = true): Buffer {
  const pieces = parts.flatMap(({ name, value, filename }) => [
    Buffer.from(
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${
        filename === undefined ? "" : `; filename="${filename}"\r\nContent-Type: text/csv`
      }\r\n\r\n`,
    ),
    Buffer.isBuffer(value) ? value : Buffer.from(value),
    Buffer.from("\r\n"),
  ]);
  return Buffer.concat([...pieces, Buffer.from(close ? `--${BOUNDARY}--\r\n` : "")]);
}

/** A request that brings a body, in pieces as the network would. @param headers instead of those that fit */
export function requestOf(body: Buffer, headers: Record<string, string | null> = {}) {
  const given = new Headers({
    "content-type": `multipart/form-data; boundary=${BOUNDARY}`,
    "content-length": String(body.length),
  });
  for (const [name, value] of Object.entries(headers))
    if (value === null) given.delete(name);
    else given.set(name, value);
  const pieces = function* () {
    for (let at = 0; at < body.length; at += 65_536) yield body.subarray(at, at + 65_536);
  };
  return { headers: given, body: Readable.toWeb(Readable.from(pieces())) as ReadableStream };
}
