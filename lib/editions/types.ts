/**
 * The shapes that cross from `lib/editions` (which reads files) to `lib/engine` (which loads them).
 * Everything here is already clean: past this border nothing re-checks a cell.
 */
import type { PublicFile } from "./public-file";
import type { ChannelCode, TypeCode } from "@/lib/codes/types";

/** A text in both languages of the site. */
export type Bilingual = { fr: string; en: string };

/** `edition.json`, as described in docs/contrat.md; parsed by `lib/editions/manifest.ts`. */
export type Manifest = {
  id: string;
  title: Bilingual;
  /** ISO date, state of the data. */
  asOf: string;
  kind: "official" | "snapshot" | "demo";
  /** The set of denominators the edition is measured against. */
  reference: "2022" | "2021";
  licence: string;
  publisher: string;
  sources: { resource: string; url: string }[];
};

export type EditionFile = {
  resource: "organisations" | "plateformes";
  /** File name inside the edition's folder. */
  name: "organisations.csv" | "plateformes.csv";
  bytes: number;
  /** Lowercase hexadecimal SHA-256 of the file as published. */
  sha256: string;
  encoding: "utf-8" | "windows-1252";
  delimiter: "," | ";";
  /** Headers as written, in file order. */
  headers: string[];
  /** Canonical names of the columns present (see `lib/editions/columns.ts`); an absent one is "not in this edition". */
  columns: string[];
};

/**
 * What a reading found to say about one cell, row or file.
 * `repaired`: the value was replaced (`corrected` says by what); `dropped`: it could not be read, the cell is
 * unknown; `kept`: a doubt, the value stands.
 * `basis`: "both" when it changes how the cell is read whatever the basis (cleaning), "corrected" when only the
 * corrected basis uses the new value.
 */
export type Finding = {
  file: "organisations.csv" | "plateformes.csv";
  /** 1-based line of the file where the record starts; null when it concerns the whole file. */
  line: number | null;
  /** Canonical column name (`siren`, `region`, …) or null for a whole row or file. */
  column: string | null;
  /** SIREN of the organisation or slug of the platform, when the row has one. */
  subject: string | null;
  /** Kind of fault, a key of FINDING_KINDS in `lib/editions/findings.ts`. */
  kind: string;
  outcome: "repaired" | "dropped" | "kept";
  basis: "both" | "corrected";
  /** The cell as the file has it. */
  value: string | null;
  corrected: string | null;
};

/** One row of organisations.csv. Unknown is null, an empty list is []. */
export type OrganisationRecord = {
  line: number;
  siren: string | null;
  name: string;
  /** null when the file's code is not one of the list (a finding says so). */
  type: TypeCode | null;
  /** Region code as the file has it (canonical spelling, e.g. "BRE-53"). */
  region_file: string | null;
  /** The same after the repair from the département. */
  region: string | null;
  /** INSEE code, "2A", "974"; of a cell with two values the first is kept, with a finding. */
  department: string | null;
  local_url: string | null;
  /** nb-ptf: data sets on the local platform. */
  local_datasets: number | null;
  datagouv_url: string | null;
  datagouv_datasets: number | null;
  /** 24 hexadecimal characters, or null when the file's value is not. */
  datagouv_id: string | null;
  ods_id: string | null;
  population_file: number | null;
  /** From the register where the SIREN matches, else the file's. */
  population: number | null;
  latitude: number | null;
  longitude_file: number | null;
  /** After the repair of the sign for New Caledonia. */
  longitude: number | null;
  channel: ChannelCode | null;
  platforms: string[];
  /** Canonical spelling. */
  technologies: string[];
  themes: string[];
  /** ISO date and time of the file's TimeStamp, when it has one. */
  checked_at: string | null;
};

/** One row of plateformes.csv. E-mail addresses of contacts never get here. */
export type PlatformRecord = {
  line: number;
  /** Lowercase ASCII words of the name joined by "-", unique in the edition ("-2" for a second of the same name). */
  slug: string;
  name: string;
  region: string | null;
  /** Portail, Géoportail, Site web, or as written. */
  type: string | null;
  /** Dédié, Partagé, Mutualisé, Partenarial, or as written. */
  collaboration: string | null;
  url: string | null;
  technology: string | null;
  bearer: string | null;
  theme: string | null;
  cluster: string | null;
  reuse_url: string | null;
  reuses: number | null;
  forum_url: string | null;
  hosted_declared: number | null;
  /** The contact when it is a web address; an e-mail is left out for good. */
  contact_url: string | null;
  twitter: string | null;
  /** SIREN listed by the platform's row. */
  organisations: string[];
};

export type Batch<Row> = { rows: Row[]; findings: Finding[] };

/**
 * An edition whose manifest, headers and bytes have been accepted; rows come in batches (about 2,000) so that an
 * edition of a million rows does not sit in memory twice. A broken record makes the iteration throw `EditionError`
 * and the whole edition is refused. Iterate `platforms` before `organisations` (names of platforms are checked).
 */
export type EditionSource = {
  manifest: Manifest;
  /** SHA-256 over the manifest's and files' hashes: the edition's identity and cache key. */
  identity: string;
  files: EditionFile[];
  /** null when the edition has no plateformes.csv. */
  platforms: (() => AsyncIterable<Batch<PlatformRecord>>) | null;
  organisations: () => AsyncIterable<Batch<OrganisationRecord>>;
  /** A source file as anyone may have it; null when the edition has no such file. */
  publicFile: (resource: EditionFile["resource"]) => Promise<PublicFile> | null;
};

/** Why a folder is not served. Never carries a path of the machine, only the file's name inside the edition. */
export type Refusal = {
  edition: string;
  file: string | null;
  line: number | null;
  column: string | null;
  reason: Bilingual;
};
