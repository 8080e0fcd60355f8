import type { FileMetadata } from "./metadata";

/** One line of a file's readme: its heading in both languages, and what it says. */
export type ReadmeLine = { fr: string; en: string; value: string };

/** What a person wants to know of a file, in order. */
export function readmeLines(metadata: FileMetadata): ReadmeLine[] {
  const both = ({ fr, en }: { fr: string; en: string }) => (fr === en ? fr : `${fr}\n${en}`);
  const line = (fr: string, en: string, value: string): ReadmeLine => ({ fr, en, value });
  return [
    ...(metadata.fictitious
      ? [
          line(
            "Avertissement",
            "Warning",
            "Données fictives de démonstration · Fictitious demonstration data",
          ),
        ]
      : []),
    line("Contenu", "Content", both(metadata.what)),
    line("Édition", "Edition", `${metadata.edition}\n${both(metadata.title)}`),
    line("État au", "As of", metadata.as_of),
    line("Filtres", "Filters", both(metadata.filters)),
    line("Base", "Basis", both(metadata.basis_words)),
    line("Corrections", "Corrections", both(metadata.corrections_words)),
    line("Lignes, colonnes", "Rows, columns", `${metadata.rows}, ${metadata.columns}`),
    ...metadata.sources.map(({ name, sha256, url }) =>
      line(`Source ${name}`, `Source ${name}`, `SHA-256 ${sha256}${url ? `\n${url}` : ""}`),
    ),
    line("Conventions", "Conventions", both(metadata.conventions)),
    line(
      "Licence",
      "Licence",
      `${metadata.licence}${metadata.licence_url ? `\n${metadata.licence_url}` : ""}`,
    ),
    line("Attribution", "Attribution", metadata.attribution),
    line("Citer", "Cite as", `${metadata.citation.fr}\n${metadata.citation.en}`),
    line("BibTeX", "BibTeX", metadata.citation.bibtex),
    line("Adresse permanente", "Permalink", metadata.permalink),
    line("Produit le", "Produced at", metadata.produced_at),
  ];
}

/** The readme as a text file. */
export function readmeText(metadata: FileMetadata): string {
  const lines = readmeLines(metadata).map(
    ({ fr, en, value }) => `## ${fr === en ? fr : `${fr} / ${en}`}\n\n${value.replaceAll("\n", "\n\n")}\n`,
  );
  return `# ${metadata.what.fr} / ${metadata.what.en}\n\n${lines.join("\n")}`;
}
