import { cacheHeaders, jsonAnswer, type Shape } from "./answer";
import { identityWithNotes, notesIn, type Noted } from "./notes";
import { Problem } from "./problem";
import { siteUrl } from "@/lib/api/site-url";
import type { EditionContext } from "@/lib/engine/context";
import type { Relation } from "@/lib/engine/relation";
import { fileName, XLSX_MAX_ROWS, type Format } from "@/lib/export/format-names";
import { fileBody, mediaType } from "@/lib/export/formats";
import type { Body } from "@/lib/export/job";
import { metadataOf, type FileMetadata, type FileSubject } from "@/lib/export/metadata";
import { provenanceOf } from "@/lib/export/provenance";
import { saySize } from "@/lib/response-status";

/** What is asked, without how it is written: the addresses are added here. */
export type Subject = Omit<FileSubject, "permalink" | "describedBy"> & Noted;

/**
 * The same address in another format; without one, the address that gives the same result again. It is where readers
 * reach the site: a request, behind a proxy, has the name of this machine.
 */
function addressIn(request: Request, format?: Format): URL {
  const { pathname, search } = new URL(request.url);
  const address = new URL(`${pathname}${search}`, siteUrl);
  for (const name of ["format", "dialect", "page", "page_size", "facets"]) address.searchParams.delete(name);
  if (format) address.searchParams.set("format", format);
  return address;
}

/** What the answer to a request says of itself. */
export async function describe(
  request: Request,
  context: EditionContext,
  subject: Subject,
): Promise<FileMetadata> {
  const addresses = {
    permalink: addressIn(request).href,
    describedBy: addressIn(request, "metadata").href,
  };
  return metadataOf(context, { ...subject, ...addresses }, await notesIn(context, subject));
}

/** Sends a file's pieces; what it holds is freed when it is read to its end, broken off, or left by the reader. */
function streamOf({ pieces, discard }: Body): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const piece = await iterator.next();
          if (!piece.done) return controller.enqueue(piece.value);
          await discard();
          controller.close();
        } catch (cause) {
          await discard();
          throw cause;
        }
      },
      cancel: discard,
    },
    { highWaterMark: 2 },
  );
}

/**
 * A result as a file, or what its files say of themselves. The file is written, or its first piece made, before
 * anything is answered, so that a broken question is an error and not an empty file.
 */
export async function fileAnswer(
  request: Request,
  context: EditionContext,
  { format, dialect }: Shape & { format: Exclude<Format, "json"> },
  what: () => Promise<{ subject: Subject; relation: Relation }>,
): Promise<Response> {
  const { edition } = context;
  const identity = await identityWithNotes(edition);
  if (format === "metadata")
    return jsonAnswer(request, identity, async () => describe(request, context, (await what()).subject));
  const { headers, fresh } = cacheHeaders(request, identity);
  if (fresh) return new Response(null, { status: 304, headers });
  const { subject, relation } = await what();
  if (format === "xlsx" && subject.rows > XLSX_MAX_ROWS)
    throw new Problem(400, "Too many rows", `A sheet holds ${XLSX_MAX_ROWS} rows.`, [
      { parameter: "format", message: "narrow the filters, or take csv, ndjson or parquet" },
    ]);
  const { fictitious, licence_url } = provenanceOf(edition);
  const metadata = addressIn(request, "metadata");
  const name = subject.corrections ? `${subject.name}-corrections` : subject.name;
  const answer = {
    ...headers,
    "Content-Type": mediaType(format, dialect),
    "Content-Disposition": `attachment; filename="${fileName(edition.id, name, format)}"`,
    // The rows of a CSV stay pure: who made them and under which licence is said beside them.
    Link: [
      `<${metadata.pathname}${metadata.search}>; rel="describedby"; type="application/json"`,
      ...(licence_url ? [`<${licence_url}>; rel="license"`] : []),
    ].join(", "),
    "X-Edition": edition.id,
    "X-Edition-Fictitious": String(fictitious),
  };
  if (request.method === "HEAD") return new Response(null, { headers: answer });
  const body = await fileBody(format, {
    context,
    relation,
    metadata: await describe(request, context, subject),
    dialect,
    signal: request.signal,
  });
  if (body.bytes !== null) saySize(body.bytes);
  return new Response(streamOf(body), { headers: answer });
}
