import { PassThrough } from "node:stream";
import { Zip, ZipDeflate } from "fflate";
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
  const entry = (name: string) => {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = metadata.produced_at;
    zip.add(file);
    return file;
  };
  async function fill(): Promise<void> {
    for (const [name, text] of Object.entries(texts(job)))
      entry(name).push(new TextEncoder().encode(text), true);
    const file = entry(fileName(metadata.edition, metadata.name, "csv"));
    for await (const piece of rows.pieces) {
      file.push(piece);
      // Compression is work of this thread: others get their turn, and the reader sets the pace.
      if (!(await pace(out))) return;
    }
    file.push(new Uint8Array(0), true);
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
