import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32, createDeflateRaw } from "node:zlib";
import { Zip, type ZipInputFile } from "fflate";
import { stringify } from "csv-stringify/sync";
import { engineFile } from "./engine-file";
import { fileName } from "./format-names";
import type { Job } from "./job";
import { AHEAD_BYTES, pace } from "./pace";
import { readmeText } from "./readme";

const csv = (lines: readonly (readonly (string | null)[])[]) =>
  stringify(lines as (string | null)[][], { record_delimiter: "\r\n" });

/** The texts beside the rows, by file name. */
function texts({ metadata }: Job): Record<string, string> {
  return {
    "LISEZMOI-README.md": readmeText(metadata),
    "metadata.json": `${JSON.stringify(metadata, null, 2)}\n`,
    "dictionary.csv": csv([
      [
        "column",
        "kind",
        "label_fr",
        "label_en",
        "unit_fr",
        "unit_en",
        "definition_fr",
        "definition_en",
        "source",
      ],
      ...metadata.dictionary.map((entry) => [
        entry.column,
        entry.kind,
        entry.label.fr,
        entry.label.en,
        entry.unit?.fr ?? null,
        entry.unit?.en ?? null,
        entry.definition.fr,
        entry.definition.en,
        entry.source,
      ]),
    ]),
    // Without the file the notes are not known; with its header alone there are none.
    ...(metadata.notes && {
      "notes.csv": csv([
        ["target", "kind", "language", "author", "date", "body"],
        ...metadata.notes.map((note) => [
          note.target,
          note.kind,
          note.language,
          note.author,
          note.date,
          note.body,
        ]),
      ]),
    }),
    "citation.bib": `${metadata.citation.bibtex}\n`,
    "citation.csl.json": `${JSON.stringify([metadata.citation.csl], null, 2)}\n`,
  };
}

type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * Adds a file to a zip as its bytes come. Node compresses them on threads of its own, where the zip's own compression
 * would hold up every other answer.
 * @param pace waits until the reader has caught up; false when it has gone
 */
async function addFile(
  zip: Zip,
  named: Pick<ZipInputFile, "filename" | "mtime">,
  pieces: Pieces,
  pace: () => Promise<boolean>,
): Promise<void> {
  // Size and checksum are told after the bytes.
  const file: ZipInputFile = { ...named, size: 0, crc: 0, compression: 8 };
  zip.add(file);
  await pipeline(
    async function* () {
      for await (const piece of pieces) {
        file.crc = crc32(piece, file.crc);
        file.size += piece.length;
        yield piece;
      }
    },
    createDeflateRaw(),
    async (compressed: AsyncIterable<Uint8Array<ArrayBuffer>>) => {
      for await (const piece of compressed) {
        file.ondata?.(null, piece, false);
        if (!(await pace())) return;
      }
      file.ondata?.(null, new Uint8Array(0), true);
    },
  );
}

/** A zip of the rows as CSV with all that is to be known of them: readme, metadata, dictionary, notes, citation. */
export async function* packFile(job: Job): AsyncGenerator<Uint8Array> {
  const { metadata } = job;
  const rows = await engineFile({ ...job, dialect: "rfc4180" }, "csv");
  const out = new PassThrough({ highWaterMark: AHEAD_BYTES });
  const zip = new Zip((fault, piece, final) => {
    if (fault) return void out.destroy(fault);
    out.write(piece);
    if (final) out.end();
  });
  const files: [string, Pieces][] = [
    ...Object.entries(texts(job)).map(([name, text]): [string, Pieces] => [name, [Buffer.from(text)]]),
    [fileName(metadata.edition, metadata.name, "csv"), rows.pieces],
  ];
  async function fill(): Promise<void> {
    for (const [filename, pieces] of files) {
      await addFile(zip, { filename, mtime: metadata.produced_at }, pieces, () => pace(out));
      if (out.destroyed) return;
    }
    zip.end();
  }
  fill().catch((cause: unknown) => out.destroy(cause as Error));
  try {
    for await (const piece of out) yield piece as Buffer;
  } finally {
    out.destroy();
    await rows.discard();
  }
}
