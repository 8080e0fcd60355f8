import { columnsOf, type FileColumn } from "@/lib/editions/file-schema";
import type { PublicFile } from "@/lib/editions/public-file";
import type { Bilingual, EditionFile } from "@/lib/editions/types";
import type { LoadedEdition } from "@/lib/engine/state";
import { termOf } from "@/lib/glossary";
import { citationOf, type Citation } from "./citation";
import { whatOf } from "./format-names";
import { provenanceOf, type Provenance } from "./provenance";

/** A column of the source, in words; what is not read has none. */
type SourceColumn = FileColumn & { label: Bilingual | null; definition: Bilingual | null };

/** Everything a source file says of itself. */
export type SourceFileMetadata = Provenance & {
  name: string;
  what: Bilingual;
  /** Of the file as sent. */
  bytes: number;
  sha256: string;
  media_type: "text/csv";
  encoding: EditionFile["encoding"];
  delimiter: EditionFile["delimiter"];
  rows: number;
  /** Cells left empty because they name people; nothing else differs from the source. */
  emptied_cells: number;
  notice: Bilingual;
  /** The file as published. */
  source: { bytes: number; sha256: string; url: string | null };
  columns: SourceColumn[];
  citation: Citation;
  permalink: string;
  described_by: string;
  produced_at: string;
};

export const SOURCE_TITLES: Readonly<Record<EditionFile["resource"], Bilingual>> = {
  organisations: { fr: "organisations, fichier source", en: "organisations, source file" },
  plateformes: { fr: "plateformes, fichier source", en: "platforms, source file" },
};

/** What was done to the source, in words. */
export function noticeOf(emptied: number): Bilingual {
  if (emptied === 0)
    return {
      fr: "Le fichier source, octet pour octet.",
      en: "The source file, byte for byte.",
    };
  return {
    fr: `Le fichier source, octet pour octet, sauf les cellules qui nomment des personnes (adresses e-mail de contacts), laissées vides\u00a0: ${emptied}.`,
    en: `The source file, byte for byte, but for the cells that name people (e-mail addresses of contacts), left empty: ${emptied}.`,
  };
}

/** Rows that were read of a file. */
export const rowsOf = ({ counts }: LoadedEdition, resource: EditionFile["resource"]): number =>
  resource === "organisations" ? counts.organisations : counts.platforms;

/** @param permalink address of the file */
export function sourceFileMetadata(
  edition: LoadedEdition,
  source: EditionFile,
  file: PublicFile,
  permalink: string,
): SourceFileMetadata {
  const { manifest } = edition;
  const provenance = provenanceOf(edition);
  const producedAt = new Date().toISOString();
  return {
    ...provenance,
    name: source.name,
    what: SOURCE_TITLES[source.resource],
    bytes: file.bytes,
    sha256: file.sha256,
    media_type: "text/csv",
    encoding: source.encoding,
    delimiter: source.delimiter,
    rows: rowsOf(edition, source.resource),
    emptied_cells: file.emptied,
    notice: noticeOf(file.emptied),
    source: {
      bytes: source.bytes,
      sha256: source.sha256,
      url: manifest.sources.find(({ resource }) => resource === source.resource)?.url ?? null,
    },
    columns: columnsOf(source).map((column) => {
      const term = column.name === null ? null : termOf(column.name);
      return { ...column, label: term?.label ?? null, definition: term?.definition ?? null };
    }),
    citation: citationOf({
      edition: edition.id,
      title: manifest.title,
      publisher: manifest.publisher,
      asOf: manifest.asOf,
      what: SOURCE_TITLES[source.resource],
      name: whatOf("source", source.resource),
      licence: provenance.licence,
      permalink,
      producedAt,
    }),
    permalink,
    described_by: `${permalink}?format=metadata`,
    produced_at: producedAt,
  };
}
