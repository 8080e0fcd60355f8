import "server-only";
import type { LoadedEdition } from "@/lib/engine/state";
import { licenceOf } from "@/lib/export/provenance";
import { issuedOn } from "@/lib/editions/issued";
import type { EditionFile } from "@/lib/editions/types";
import { METADATA_FIELDS, type MetadataField } from "@/lib/editions/trust";
import { pageHref } from "@/lib/links";
import { pageUrl, siteUrl } from "./site-url";

/** A value of a node: a literal, a literal with its language or type, another node, or a reference to one. */
export type Value =
  string | { "@value": string; "@language"?: string; "@type"?: string } | Node | { "@id": string };
/** A thing described, in JSON-LD with prefixed names. */
export type Node = { "@id"?: string; "@type": string } & { [property: string]: Value | readonly Value[] };

export const PREFIXES = {
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  spdx: "http://spdx.org/rdf/terms#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  adms: "http://www.w3.org/ns/adms#",
} as const;

const AUTHORITY = "http://publications.europa.eu/resource/authority";

const text = (fr: string, en: string) => [
  { "@value": fr, "@language": "fr" },
  { "@value": en, "@language": "en" },
];
const typed = (value: string | number, type: string) => ({ "@value": String(value), "@type": `xsd:${type}` });
const iri = (id: string) => ({ "@id": id });
const agent = (name: string): Node => ({ "@type": "foaf:Agent", "foaf:name": name });
const licence = (code: string): Record<string, Value> => {
  const { url } = licenceOf(code);
  return url ? { "dct:license": iri(url) } : {};
};

/** The API, at the first address to ask of it. */
const SERVICE = `${siteUrl}/api/v1/editions`;

/** Address of an edition among those described. */
const datasetIri = (id: string) => `${siteUrl}/api/v1/editions/${id}`;

const WORDS = {
  organisations: text(
    "Organisations : collectivités et acteurs associés qui publient des données ouvertes",
    "Organisations: authorities and associated bodies that publish open data",
  ),
  plateformes: text(
    "Plateformes : portails, géoportails et sites",
    "Platforms: portals, geoportals and sites",
  ),
};

const READ = {
  organisations: text(
    "Organisations, lignes lues et réparées (base corrigée)",
    "Organisations, rows as read and repaired (corrected basis)",
  ),
  plateformes: text("Plateformes, lignes lues", "Platforms, rows as read"),
};

/** The list of the API that has a file's rows. */
const LISTS = { organisations: "organisations", plateformes: "platforms" } as const;

/** One file: as published, and its rows in the formats that programs take. */
function distributions({ id, manifest }: LoadedEdition, file: EditionFile, sent: SentFile): Node[] {
  const published: Node = {
    "@id": `${datasetIri(id)}/files/${file.name}`,
    "@type": "dcat:Distribution",
    "dct:title": WORDS[file.resource],
    "dcat:accessURL": iri(pageUrl("fr", pageHref("/donnees", { edition: id, basis: "corrected" }))),
    "dcat:downloadURL": iri(`${datasetIri(id)}/files/${file.name}`),
    "dct:format": iri(`${AUTHORITY}/file-type/CSV`),
    "dcat:mediaType": iri("https://www.iana.org/assignments/media-types/text/csv"),
    "dcat:byteSize": typed(sent.bytes, "nonNegativeInteger"),
    "dct:issued": typed(issuedOn(manifest), "date"),
    ...licence(manifest.licence),
    "spdx:checksum": {
      "@type": "spdx:Checksum",
      "spdx:algorithm": iri("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
      "spdx:checksumValue": typed(sent.sha256, "hexBinary"),
    },
  };
  const list = `${datasetIri(id)}/${LISTS[file.resource]}`;
  const made = [
    ["csv", "CSV", "text/csv"],
    ["parquet", "PARQUET", "application/vnd.apache.parquet"],
    ["xlsx", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    ...(file.resource === "organisations" ? [["geojson", "GEOJSON", "application/geo+json"]] : []),
  ].map(([format, code, media]): Node => ({
    "@id": `${list}?format=${format}`,
    "@type": "dcat:Distribution",
    "dct:title": READ[file.resource],
    "dcat:accessURL": iri(`${list}?format=${format}`),
    "dcat:downloadURL": iri(`${list}?format=${format}`),
    "dct:format": iri(`${AUTHORITY}/file-type/${code}`),
    "dcat:mediaType": iri(`https://www.iana.org/assignments/media-types/${media}`),
    "dct:issued": typed(issuedOn(manifest), "date"),
    ...licence(manifest.licence),
    "dcat:accessService": iri(SERVICE),
  }));
  return [published, ...made];
}

/** A file as it is sent: its bytes and hash once what names people is taken out. */
export type SentFile = { bytes: number; sha256: string };

/** The files of an edition as they are sent, by their name. */
export async function sentFiles({ files, source }: LoadedEdition): Promise<Map<string, SentFile>> {
  const sent = new Map<string, SentFile>();
  for (const { name, resource } of files) {
    const file = await source.publicFile(resource);
    if (file) sent.set(name, { bytes: file.bytes, sha256: file.sha256 });
  }
  return sent;
}

/** An edition as DCAT-AP describes a data set, in the words of its manifest. */
export function datasetNode(edition: LoadedEdition, sent: ReadonlyMap<string, SentFile>): Node {
  const { id, manifest } = edition;
  const fictitious = manifest.kind === "demo";
  const files = edition.files.flatMap((file) => {
    const bytes = sent.get(file.name);
    return bytes ? distributions(edition, file, bytes) : [];
  });
  const page = pageUrl("fr", pageHref("/donnees", { edition: id, basis: "corrected" }));
  return {
    "@id": datasetIri(id),
    "@type": "dcat:Dataset",
    "dct:identifier": id,
    "dct:title": text(
      `Observatoire open data des territoires : ${manifest.title.fr}`,
      `Local open data observatory: ${manifest.title.en}`,
    ),
    "dct:description": text(
      `${fictitious ? "Données fictives. " : ""}Qui publie des données ouvertes parmi les collectivités françaises et leurs partenaires, où, et combien : une ligne par organisation, une ligne par plateforme.`,
      `${fictitious ? "Fictitious data. " : ""}Who publishes open data among French local authorities and their partners, where, and how much: one row an organisation, one row a platform.`,
    ),
    "dct:publisher": agent(manifest.publisher),
    ...licence(manifest.licence),
    "dcat:landingPage": iri(page),
    "dct:issued": typed(issuedOn(manifest), "date"),
    "dct:temporal": { "@type": "dct:PeriodOfTime", "dcat:endDate": typed(manifest.asOf, "date") },
    "dct:spatial": iri(`${AUTHORITY}/country/FRA`),
    "dcat:theme": iri(`${AUTHORITY}/data-theme/GOVE`),
    "dcat:keyword": text("open data des territoires", "local open data"),
    "dct:language": [iri(`${AUTHORITY}/language/FRA`)],
    "foaf:page": iri(pageUrl("fr", "/methode")),
    "adms:identifier": { "@type": "adms:Identifier", "dct:identifier": edition.identity },
    "dcat:distribution": files,
  };
}

/** Every edition served, as one catalogue, with the API as its service. */
export function catalogueNode(datasets: readonly Node[]): Node {
  return {
    "@id": `${siteUrl}/api/v1/dcat`,
    "@type": "dcat:Catalog",
    "dct:title": text("Observatoire open data des territoires", "Local open data observatory"),
    "dct:description": text(
      "Les éditions de l’observatoire, leurs fichiers et leurs indicateurs.",
      "The editions of the observatory, their files and their indicators.",
    ),
    "dct:publisher": agent("OpenDataFrance"),
    "foaf:homepage": iri(pageUrl("fr", "/")),
    "dct:language": [iri(`${AUTHORITY}/language/FRA`), iri(`${AUTHORITY}/language/ENG`)],
    "dcat:dataset": datasets,
    "dcat:service": {
      "@id": SERVICE,
      "@type": "dcat:DataService",
      "dct:title": text("API de lecture, version 1", "Read API, version 1"),
      "dcat:endpointURL": iri(SERVICE),
      "dcat:endpointDescription": iri(`${siteUrl}/api/openapi.json`),
      "dcat:servesDataset": datasets.map((node) => iri(String(node["@id"]))),
    },
  };
}

/** The property that fills each recommended field. */
const FILLED_BY: Readonly<Record<MetadataField, string>> = {
  title: "dct:title",
  description: "dct:description",
  publisher: "dct:publisher",
  contact: "dcat:contactPoint",
  licence: "dct:license",
  landing_page: "dcat:landingPage",
  issued: "dct:issued",
  modified: "dct:modified",
  frequency: "dct:accrualPeriodicity",
  temporal: "dct:temporal",
  spatial: "dct:spatial",
  keywords: "dcat:keyword",
  theme: "dcat:theme",
};

/** Which recommended fields a description fills. */
export const filledFields = (node: Node): MetadataField[] =>
  METADATA_FIELDS.filter((field) => FILLED_BY[field] in node);

/** A description as JSON-LD. */
export const jsonLd = (node: Node): object => ({ "@context": PREFIXES, ...node });
