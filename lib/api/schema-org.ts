import "server-only";
import { columnsOf } from "@/lib/editions/file-schema";
import { issuedOn } from "@/lib/editions/issued";
import type { LoadedEdition } from "@/lib/engine/state";
import { licenceOf } from "@/lib/export/provenance";
import { pageHref, type Locale } from "@/lib/links";
import { datasetNode, sentFiles } from "./dcat";
import { pageUrl, siteUrl } from "./site-url";

/** The literal of a description in a language. @throws Error when it has none */
function said(value: unknown, locale: Locale): string {
  const literals = value as readonly { "@value": string; "@language": string }[];
  const found = literals.find((one) => one["@language"] === locale);
  if (!found) throw new Error(`nothing is said in ${locale}`);
  return found["@value"];
}

/** An edition as search engines of data read it: schema.org's Dataset, with a DataDownload a file. */
export async function schemaOrgDataset(edition: LoadedEdition, locale: Locale): Promise<object> {
  const { id, manifest } = edition;
  const { url } = licenceOf(manifest.licence);
  const sent = await sentFiles(edition);
  const node = datasetNode(edition, sent);
  const api = `${siteUrl}/api/v1/editions/${id}`;
  return {
    "@type": "Dataset",
    "@id": api,
    identifier: id,
    version: edition.identity,
    name: said(node["dct:title"], locale),
    description: said(node["dct:description"], locale),
    url: pageUrl(locale, pageHref("/donnees", { edition: id, basis: "corrected" })),
    inLanguage: "fr",
    isAccessibleForFree: true,
    datePublished: issuedOn(manifest),
    temporalCoverage: `../${manifest.asOf}`,
    spatialCoverage: { "@type": "Place", name: "France" },
    ...(url && { license: url }),
    creator: { "@type": "Organization", name: manifest.publisher },
    publisher: { "@type": "Organization", name: manifest.publisher },
    variableMeasured: edition.files
      .flatMap(columnsOf)
      .flatMap(({ name, header }) =>
        name ? [{ "@type": "PropertyValue", name, alternateName: header }] : [],
      ),
    distribution: edition.files.flatMap(({ name }) => {
      const file = sent.get(name);
      if (!file) return [];
      return {
        "@type": "DataDownload",
        name,
        contentUrl: `${api}/files/${name}`,
        encodingFormat: "text/csv",
        contentSize: `${file.bytes} B`,
        sha256: file.sha256,
        ...(url && { license: url }),
      };
    }),
  };
}
