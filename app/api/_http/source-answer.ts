import { siteUrl } from "@/lib/api/site-url";
import type { PublicFile } from "@/lib/editions/public-file";
import type { EditionFile } from "@/lib/editions/types";
import type { EditionContext } from "@/lib/engine/context";
import { fileName, whatOf } from "@/lib/export/format-names";
import { provenanceOf } from "@/lib/export/provenance";
import { askedRange, slicesOf, type ByteRange } from "@/lib/http/byte-range";
import { noticeOf, sourceFileMetadata } from "@/lib/export/source-file";
import { saySize } from "@/lib/response-status";
import { cacheHeaders, jsonAnswer } from "./answer";
import { Problem, problemResponse } from "./problem";

/** What a source file says of itself. */
export function sourceMetadataAnswer(
  request: Request,
  { edition }: EditionContext,
  source: EditionFile,
  file: PublicFile,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  return jsonAnswer(request, edition.identity, () =>
    sourceFileMetadata(edition, source, file, `${siteUrl}${pathname}`),
  );
}

function bodyOf(pieces: Iterable<Buffer>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.iterator]();
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = iterator.next();
      if (piece.done) controller.close();
      else controller.enqueue(piece.value);
    },
  });
}

/** A part of a file: the hashes that come with it are those of the whole. */
function partAnswer(file: PublicFile, part: ByteRange, headers: Record<string, string>): Response {
  const { first, last } = part;
  saySize(last + 1 - first);
  return new Response(bodyOf(slicesOf(file.pieces, part)), {
    status: 206,
    headers: { ...headers, "Content-Range": `bytes ${first}-${last}/${file.bytes}` },
  });
}

/** Says how long the file is to who asked for a part beyond its end. */
function beyondAnswer({ bytes }: PublicFile): Response {
  const detail = `The file has ${bytes} bytes, and none of those asked for.`;
  const answer = problemResponse(new Problem(416, "Range not satisfiable", detail));
  answer.headers.set("Content-Range", `bytes */${bytes}`);
  return answer;
}

/**
 * A source file as it is, or the part of it that is asked for, its hash with it. When cells were emptied, the answer
 * says how many, and gives the hash of the file as published beside that of what is sent.
 */
export function sourceAnswer(
  request: Request,
  { edition }: EditionContext,
  source: EditionFile,
  file: PublicFile,
): Response {
  const { fictitious, licence_url } = provenanceOf(edition);
  const { headers: cached, fresh } = cacheHeaders(request, file.sha256);
  const { pathname } = new URL(request.url);
  // Never compressed, so that the tag is that of the very bytes.
  const tag = cached.ETag.replace(/^W\//, "");
  const headers = {
    ...cached,
    ETag: tag,
    "Accept-Ranges": "bytes",
    // Compressed on the way, it would not be the bytes that the digest is of.
    "Cache-Control": `${cached["Cache-Control"]}, no-transform`,
    "Repr-Digest": `sha-256=:${Buffer.from(file.sha256, "hex").toString("base64")}:`,
    "X-Content-SHA256": file.sha256,
    "X-Source-SHA256": source.sha256,
    "X-Emptied-Cells": String(file.emptied),
    "X-Notice": noticeOf(file.emptied).en,
    "X-Edition": edition.id,
    "X-Edition-Fictitious": String(fictitious),
    Link: [
      `<${pathname}?format=metadata>; rel="describedby"; type="application/json"`,
      ...(licence_url ? [`<${licence_url}>; rel="license"`] : []),
    ].join(", "),
  };
  if (fresh) return new Response(null, { status: 304, headers });
  const answer = {
    ...headers,
    "Content-Type": `text/csv; charset=${source.encoding}; header=present`,
    "Content-Disposition": `attachment; filename="${fileName(edition.id, whatOf("source", source.resource), "csv")}"`,
  };
  const isHead = request.method === "HEAD";
  const part = isHead ? null : askedRange(request.headers, tag, file.bytes);
  if (part === "beyond") return beyondAnswer(file);
  if (part) return partAnswer(file, part, answer);
  saySize(file.bytes);
  return new Response(isHead ? null : bodyOf(file.pieces), { headers: answer });
}
