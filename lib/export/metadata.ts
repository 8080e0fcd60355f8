import type { Basis } from "@/lib/codes/types";
import type { Bilingual } from "@/lib/editions/types";
import type { EditionContext } from "@/lib/engine/context";
import type { Column } from "@/lib/engine/kinds";
import { citationOf, type Citation } from "./citation";
import { correctionWords, fileCorrections, type FileCorrections } from "./corrections";
import { dictionaryOf, type DictionaryEntry } from "./dictionary";
import { filterWords } from "./filter-words";
import { provenanceOf, type Provenance } from "./provenance";

/** A published note on something that a file holds. */
export type FileNote = {
  target: string;
  kind: string;
  language: string;
  body: string;
  author: string;
  date: string;
};

/** What a file is asked to hold. */
export type FileSubject = {
  /** As in the file's name: "organisations", "indicator-by-type". */
  name: string;
  title: Bilingual;
  columns: readonly Column[];
  rows: number;
  filters: Readonly<Record<string, readonly string[] | undefined>>;
  q: string | null;
  /** Published corrections that its cells were read with; null or none: cells as published. */
  corrections?: FileCorrections | null;
  /** Address that gives the same again. */
  permalink: string;
  /** Address of these very metadata. */
  describedBy: string;
};

/** Everything a file says of itself; `fr` and `en` wherever a person reads it. */
export type FileMetadata = Provenance & {
  name: string;
  what: Bilingual;
  basis: Basis;
  basis_words: Bilingual;
  filters: Bilingual;
  corrections_words: Bilingual;
  /** Cells that published corrections replaced, and those that could not be; null: cells as published. */
  corrections: FileCorrections | null;
  rows: number;
  columns: number;
  sources: { name: string; sha256: string; bytes: number; url: string | null }[];
  conventions: Bilingual;
  dictionary: DictionaryEntry[];
  /** Published notes on what the file holds; null when they could not be read. */
  notes: FileNote[] | null;
  citation: Citation;
  permalink: string;
  described_by: string;
  produced_at: string;
};

const BASIS_WORDS: Record<Basis, Bilingual> = {
  corrected: {
    fr: "Base corrigée : régions, populations et longitudes manifestement fausses sont réparées.",
    en: "Corrected basis: regions, populations and longitudes that are plainly wrong are repaired.",
  },
  file: {
    fr: "Base du fichier : valeurs telles que le fichier les donne.",
    en: "File basis: values as the file gives them.",
  },
};

const CONVENTIONS: Bilingual = {
  fr: "Une cellule vide (null en JSON) est inconnue, jamais nulle. Identifiants et codes sont du texte. Une liste est un tableau en JSON, GeoJSON et Parquet ; en CSV et Excel ses valeurs sont séparées par une virgule, qu’aucune ne contient. En CSV, un texte qu’un tableur prendrait pour une formule est précédé d’une apostrophe : retirez-en une pour retrouver le texte.",
  en: "An empty cell (null in JSON) is unknown, never zero. Identifiers and codes are text. A list is an array in JSON, GeoJSON and Parquet; in CSV and Excel its values are separated by commas, which none of them holds. In CSV, a text that a spreadsheet would take for a formula has an apostrophe in front: take one away to get the text back.",
};

/** What a file of this context says of itself. @param notes published ones on what it holds; null: not known */
export function metadataOf(
  context: EditionContext,
  subject: FileSubject,
  notes: FileNote[] | null,
): FileMetadata {
  const { edition, basis } = context;
  const { manifest } = edition;
  const provenance = provenanceOf(edition);
  const producedAt = new Date().toISOString();
  return {
    ...provenance,
    name: subject.name,
    what: subject.title,
    basis,
    basis_words: BASIS_WORDS[basis],
    filters: filterWords(subject.name, subject.filters, subject.q),
    corrections_words: correctionWords(subject.corrections ?? null),
    corrections: subject.corrections ? fileCorrections(subject.corrections) : null,
    rows: subject.rows,
    columns: subject.columns.length,
    sources: edition.files.map(({ name, sha256, bytes, resource }) => ({
      name,
      sha256,
      bytes,
      url: manifest.sources.find((source) => source.resource === resource)?.url ?? null,
    })),
    conventions: CONVENTIONS,
    dictionary: dictionaryOf(subject.columns),
    notes,
    citation: citationOf({
      edition: edition.id,
      title: manifest.title,
      publisher: manifest.publisher,
      asOf: manifest.asOf,
      what: subject.title,
      name: subject.name,
      licence: provenance.licence,
      permalink: subject.permalink,
      producedAt,
    }),
    permalink: subject.permalink,
    described_by: subject.describedBy,
    produced_at: producedAt,
  };
}

/** The same as texts by name, for formats that hold nothing else; what is made of parts is JSON. */
export function metadataPairs(metadata: FileMetadata): Record<string, string> {
  return Object.fromEntries(
    Object.entries(metadata).map(([name, value]) => [
      name,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  );
}
