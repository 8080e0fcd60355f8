import { siteUrl } from "@/lib/api/site-url";
import type { PublicFile } from "@/lib/editions/public-file";
import type { EditionFile } from "@/lib/editions/types";
import type { EditionContext } from "@/lib/engine/context";
import { fileName } from "@/lib/export/format-names";
import { provenanceOf } from "@/lib/export/provenance";
import { noticeOf, sourceFileMetadata } from "@/lib/export/source-file";
import { cacheHeaders, jsonAnswer } from "./answer";

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

function bodyOf({ pieces }: PublicFile): ReadableStream<Uint8Array> {
  const iterator = pieces.values();
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = iterator.next();
      if (piece.done) controller.close();
      else controller.enqueue(piece.value);
    },
  });
}

/**
 * A source file as it is, its hash with it. When cells were emptied, the answer says how many, and gives the hash of
 * the file as published beside that of what is sent.
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
  const headers = {
    ...cached,
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
    "Content-Length": String(file.bytes),
    "Content-Disposition": `attachment; filename="${fileName(edition.id, `source-${source.resource}`, "csv")}"`,
  };
  return new Response(request.method === "HEAD" ? null : bodyOf(file), { headers: answer });
}
