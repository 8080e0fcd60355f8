import type { EditionContext } from "@/lib/engine/context";
import type { Relation } from "@/lib/engine/relation";
import type { Dialect } from "@/lib/export/format-names";
import { fileBody, type FileFormat } from "@/lib/export/formats";
import { metadataOf, type FileMetadata, type FileSubject } from "@/lib/export/metadata";

/** What a file of a relation says of itself, for a test. */
export function metadataFor(
  context: EditionContext,
  relation: Relation,
  rows: number,
  subject: Partial<FileSubject> = {},
): FileMetadata {
  return metadataOf(
    context,
    {
      name: relation.name,
      title: { fr: relation.name, en: relation.name },
      columns: relation.columns,
      rows,
      filters: {},
      q: null,
      permalink: "https://example.org/list",
      describedBy: "https://example.org/list?format=metadata",
      ...subject,
    },
    [],
  );
}

/** A file, whole. */
export async function fileOf(
  format: FileFormat,
  context: EditionContext,
  relation: Relation,
  metadata: FileMetadata,
  dialect: Dialect = "rfc4180",
): Promise<Buffer> {
  const signal = new AbortController().signal;
  const body = await fileBody(format, { context, relation, metadata, dialect, signal });
  const pieces: Uint8Array[] = [];
  for await (const piece of body.pieces) pieces.push(piece);
  await body.discard();
  const bytes = Buffer.concat(pieces);
  if (body.bytes !== null && body.bytes !== bytes.length)
    throw new Error(`${bytes.length} bytes where ${body.bytes} were announced`);
  return bytes;
}
