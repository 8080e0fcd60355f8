import { createHash } from "node:crypto";
import type { EditionContext } from "@/lib/engine/context";
import { contextOf } from "@/lib/engine/engine";
import { BASES, type Basis } from "@/lib/codes/types";
import { fileName, FORMATS, provenanceOf, type Format } from "@/lib/export/provenance";
import { BadAddress, type ParameterError } from "@/lib/queries/request";
import { notFound } from "./problem";

const CORS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, Link, Content-Disposition",
};

/** @throws Problem 404 when no such edition is loaded */
export async function requireContext(edition: string, basis: Basis): Promise<EditionContext> {
  const context = await contextOf(edition, basis);
  if (!context) throw notFound("edition", edition, "See /api/v1/editions.");
  return context;
}

/** The `format` asked for. @throws BadAddress */
export function readFormat(params: URLSearchParams): Format {
  const given = params.getAll("format");
  const format = given[0] ?? "json";
  if (given.length > 1 || !(FORMATS as readonly string[]).includes(format))
    throw new BadAddress([{ parameter: "format", message: `expected one of ${FORMATS.join(", ")}` }]);
  return format as Format;
}

/** `basis` and `format`, for addresses that take nothing else. @throws BadAddress */
export function readBasisAndFormat(params: URLSearchParams): { basis: Basis; format: Format } {
  const errors: ParameterError[] = [...new Set(params.keys())]
    .filter((name) => name !== "basis" && name !== "format")
    .map((name) => ({
      parameter: name.slice(0, 60),
      message: "unknown parameter; known ones are basis, format",
    }));
  const basis = params.get("basis") ?? "corrected";
  if (!(BASES as readonly string[]).includes(basis) || params.getAll("basis").length > 1)
    errors.push({ parameter: "basis", message: `expected ${BASES.join(" or ")}` });
  if (errors.length > 0) throw new BadAddress(errors);
  return { basis: basis as Basis, format: readFormat(params) };
}

/** Headers of an answer computed from one edition; `null` status says the reader's copy is still good. */
function cacheHeaders(
  request: Request,
  identity: string,
): { headers: Record<string, string>; fresh: boolean } {
  const { pathname, search } = new URL(request.url);
  const etag = `"${createHash("sha256").update(`${identity}\n${pathname}${search}`).digest("base64url").slice(0, 27)}"`;
  const known = (request.headers.get("if-none-match") ?? "")
    .split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""));
  return {
    headers: {
      ETag: etag,
      "Cache-Control": "public, max-age=0, must-revalidate",
      Vary: "Accept-Encoding",
      ...CORS,
    },
    fresh: known.includes(etag) || known.includes("*"),
  };
}

/**
 * A JSON answer about editions.
 * @param identity what the answer is computed from: it changes when the answer may
 */
export async function jsonAnswer(
  request: Request,
  identity: string,
  body: () => unknown | Promise<unknown>,
): Promise<Response> {
  const { headers, fresh } = cacheHeaders(request, identity);
  if (fresh) return new Response(null, { status: 304, headers });
  return new Response(JSON.stringify(await body()), {
    headers: { ...headers, "Content-Type": "application/json; charset=utf-8" },
  });
}

/**
 * A file made as it is sent. Its first piece is awaited before anything is answered, so that a broken question is an
 * error and not an empty file; a later failure breaks the transfer off.
 */
export async function fileAnswer(
  request: Request,
  context: EditionContext,
  what: string,
  pieces: () => AsyncGenerator<string>,
): Promise<Response> {
  const { edition } = context;
  const { headers, fresh } = cacheHeaders(request, edition.identity);
  if (fresh) return new Response(null, { status: 304, headers });
  const iterator = pieces();
  // The header line is known beforehand; the first rows are what may fail.
  const ready = [await iterator.next(), await iterator.next()];
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const piece = ready.shift() ?? (await iterator.next());
        if (piece.done) controller.close();
        else controller.enqueue(encoder.encode(piece.value));
      },
      async cancel() {
        await iterator.return(undefined);
      },
    },
    { highWaterMark: 2 },
  );
  const { fictitious, licence_url } = provenanceOf(edition);
  const metadata = new URL(request.url);
  metadata.searchParams.delete("format");
  return new Response(body, {
    headers: {
      ...headers,
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Content-Disposition": `attachment; filename="${fileName(edition.id, what, "csv")}"`,
      // The rows stay pure CSV: who made them and under which licence is said beside them.
      Link: [
        `<${metadata.pathname}${metadata.search}>; rel="describedby"; type="application/json"`,
        ...(licence_url ? [`<${licence_url}>; rel="license"`] : []),
      ].join(", "),
      "X-Edition": edition.id,
      "X-Edition-Fictitious": String(fictitious),
    },
  });
}
