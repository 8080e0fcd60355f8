import { fold } from "@/lib/codes/fold";
import { FileFault } from "./errors";
import type { KindCode } from "./findings";
import { withoutEmails } from "./personal";
import type { Bilingual, OrganisationRecord, PlatformRecord } from "./types";

/**
 * A column: its name in the program, its published header, other words found for it. A header ending with "…" stands
 * for any that starts with it.
 */
export type Column<Name extends string> = {
  name: Name;
  header: string;
  others?: readonly string[];
  required?: boolean;
};

export type OrganisationColumn = Exclude<
  keyof OrganisationRecord,
  "line" | "region_file" | "population_file" | "longitude_file"
>;
export type PlatformColumn = Exclude<keyof PlatformRecord, "line" | "slug">;

/** Columns of organisations.csv. Case, accents, spaces and punctuation of a header don't count. */
export const ORGANISATION_COLUMNS: readonly Column<OrganisationColumn>[] = [
  { name: "siren", header: "siren", required: true },
  { name: "name", header: "nom", required: true },
  { name: "type", header: "type", required: true },
  { name: "region", header: "regcode", others: ["code region", "region"] },
  { name: "local_url", header: "url-ptf" },
  { name: "local_datasets", header: "nb-ptf" },
  { name: "datagouv_url", header: "url-datagouv" },
  { name: "datagouv_datasets", header: "nb-datagouv" },
  { name: "datagouv_id", header: "id-datagouv" },
  { name: "ods_id", header: "id-ods" },
  { name: "population", header: "pop-insee", others: ["population"] },
  { name: "latitude", header: "lat", others: ["latitude"] },
  { name: "longitude", header: "long", others: ["longitude", "lon", "lng"] },
  { name: "channel", header: "merge" },
  { name: "department", header: "depcode", others: ["departement", "code departement", "dep"] },
  { name: "platforms", header: "ptf", others: ["plateforme", "plateformes"] },
  { name: "technologies", header: "Techno (from Plateformes)", others: ["techno"] },
  { name: "themes", header: "Thématiques", others: ["thématique"] },
  { name: "checked_at", header: "TimeStamp", others: ["last modified"] },
];

/** Columns of plateformes.csv. */
export const PLATFORM_COLUMNS: readonly Column<PlatformColumn>[] = [
  { name: "name", header: "Nom", required: true },
  { name: "region", header: "Regcode", others: ["code region", "region"] },
  { name: "type", header: "Type" },
  { name: "collaboration", header: "Collab" },
  { name: "url", header: "url" },
  { name: "technology", header: "Techno" },
  { name: "bearer", header: "porteur" },
  { name: "theme", header: "thèmatique", others: ["thématiques"] },
  { name: "cluster", header: "grappe" },
  { name: "reuse_url", header: "url-reuse" },
  { name: "reuses", header: "nb-reuse" },
  { name: "forum_url", header: "url-forum-dodo" },
  { name: "hosted_declared", header: "nb-struct-hebergees" },
  { name: "contact_url", header: "contact" },
  { name: "twitter", header: "twitter" },
  { name: "organisations", header: "Organisations…" },
];

/** Where each column of a file is, and what its headers give to say. */
export type Matched<Name extends string> = {
  /** Index of each column present, by its name. */
  columns: ReadonlyMap<Name, number>;
  findings: { kind: KindCode; column: Name | null; value: string | null }[];
};

const french = (headers: readonly string[]) => headers.map((header) => `« ${header.trim()} »`).join(", ");
const english = (headers: readonly string[]) => headers.map((header) => `“${header.trim()}”`).join(", ");

function matches<Name extends string>(column: Column<Name>, folded: string): boolean {
  if (column.header.endsWith("…") && folded.startsWith(fold(column.header))) return true;
  return [column.header, ...(column.others ?? [])].some((word) => fold(word) === folded);
}

/** The first headers, enough to see what file it is. */
function sample(headers: readonly string[]): string[] {
  const first = headers.slice(0, 8).map((header) => withoutEmails(header).slice(0, 40));
  return headers.length > 8 ? [...first, "…"] : first;
}

function noHeader(headers: readonly string[], known: number): Bilingual {
  return {
    fr: `la première ligne ne nomme ${known === 0 ? "aucune colonne connue" : "qu’une colonne connue"} : ${french(sample(headers))}. Mettre la ligne d’en-têtes en tête du fichier.`,
    en: `the first line names ${known === 0 ? "no known column" : "a single known column"}: ${english(sample(headers))}. Put the line of headers at the top of the file.`,
  };
}

function lackOf(missing: readonly string[], headers: readonly string[]): Bilingual {
  const several = missing.length > 1;
  return {
    fr: `il manque ${several ? "les colonnes" : "la colonne"} ${french(missing)}. En-têtes trouvés : ${french(sample(headers))}. Rétablir l’en-tête, ou fournir le bon fichier.`,
    en: `${several ? "columns" : "column"} ${english(missing)} missing. Headers found: ${english(sample(headers))}. Restore the header, or give the right file.`,
  };
}

function twice(headers: readonly string[]): Bilingual {
  return {
    fr: `les en-têtes ${french(headers).replace(", ", " et ")} désignent la même colonne. N’en garder qu’un.`,
    en: `headers ${english(headers).replace(", ", " and ")} name the same column. Keep only one.`,
  };
}

/**
 * Finds each column of a file by its header.
 * @param headers as written, in file order
 * @param line where they are
 * @throws FileFault when no header is known, a required column is missing, or two headers name the same column
 */
export function matchColumns<Name extends string>(
  headers: readonly string[],
  schema: readonly Column<Name>[],
  line = 1,
): Matched<Name> {
  const columns = new Map<Name, number>();
  const findings: Matched<Name>["findings"] = [];
  headers.forEach((header, index) => {
    const column = schema.find((candidate) => matches(candidate, fold(header)));
    const value = withoutEmails(header);
    if (!column) {
      findings.push({ kind: "unread_column", column: null, value });
      return;
    }
    const first = columns.get(column.name);
    if (first === undefined) {
      columns.set(column.name, index);
    } else if (column.header.endsWith("…")) {
      findings.push({ kind: "repeated_column", column: column.name, value });
    } else {
      throw new FileFault(twice([headers[first] ?? "", header]), { line, column: column.name });
    }
  });
  const absent = schema.filter(({ name }) => !columns.has(name));
  const missing = absent.filter(({ required }) => required);
  // One word among many is met by chance, in a title or in a table turned over.
  if (columns.size === 0 || (columns.size === 1 && headers.length > 4))
    throw new FileFault(noHeader(headers, columns.size), { line });
  if (missing.length > 0)
    throw new FileFault(
      lackOf(
        missing.map(({ header }) => header),
        headers,
      ),
      { line, column: missing[0]?.name },
    );
  for (const { name } of absent) findings.push({ kind: "missing_column", column: name, value: null });
  return { columns, findings };
}
