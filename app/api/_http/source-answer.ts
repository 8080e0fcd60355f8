import type { PublicFile } from "@/lib/editions/public-file";
import type { EditionFile } from "@/lib/editions/types";
import type { EditionContext } from "@/lib/engine/context";
import { provenanceOf } from "@/lib/export/provenance";

/**
 * A source file as it is, its hash with it. When cells were emptied, the answer says how many and gives the hash of
 * the file as published beside that of what is sent.
 */
export function sourceAnswer(
  request: Request,
  { edition }: EditionContext,
  source: EditionFile,
  file: PublicFile,
): Response {
  const { fictitious, licence_url } = provenanceOf(edition);
  const etag = `"${file.sha256}"`;
  const digest = Buffer.from(file.sha256, "hex").toString("base64");
  const headers = {
    ETag: etag,
    "Cache-Control": "public, max-age=0, must-revalidate",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers":
      "ETag, Link, Content-Disposition, Repr-Digest, X-Content-SHA256, X-Source-SHA256, X-Emptied-Cells",
    "X-Content-SHA256": file.sha256,
    "Repr-Digest": `sha-256=:${digest}:`,
    "X-Source-SHA256": source.sha256,
    "X-Emptied-Cells": String(file.emptied),
    "X-Edition": edition.id,
    "X-Edition-Fictitious": String(fictitious),
    Link: [
      `</api/v1/editions/${edition.id}>; rel="describedby"; type="application/json"`,
      ...(licence_url ? [`<${licence_url}>; rel="license"`] : []),
    ].join(", "),
    ...(file.emptied > 0 && {
      // RFC 9110 has no better word for an answer that is not quite its source.
      "X-Notice": `${file.emptied} cells that name people (e-mail addresses of contacts) are left empty; all else is the source, byte for byte`,
    }),
  };
  const known = (request.headers.get("if-none-match") ?? "").split(",").map((tag) => tag.trim());
  if (known.includes(etag) || known.includes(`W/${etag}`) || known.includes("*"))
    return new Response(null, { status: 304, headers });
  const iterator = file.pieces.values();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = iterator.next();
      if (piece.done) controller.close();
      else controller.enqueue(piece.value);
    },
  });
  return new Response(body, {
    headers: {
      ...headers,
      "Content-Type": `text/csv; charset=${source.encoding}; header=present`,
      "Content-Length": String(file.bytes),
      "Content-Disposition": `attachment; filename="observatoire-${edition.id}-${source.name}"`,
    },
  });
}
