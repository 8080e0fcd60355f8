import "server-only";
import type { LoadedEdition } from "@/lib/engine/state";
import { licenceOf } from "@/lib/export/provenance";
import { pageHref, type Locale } from "@/lib/links";
import type { DataSet } from "./data-set";
import { pageUrl, siteUrl } from "./site-url";

/** The literal of a description in a language. */
function said(value: unknown, locale: Locale): string {
  const literals = value as readonly { "@value": string; "@language": string }[];
  return literals.find((one) => one["@language"] === locale)?.["@value"] ?? "";
}

/** An edition as search engines of data read it: schema.org's Dataset, with a DataDownload a file. */
export function schemaOrgDataset(
  edition: LoadedEdition,
  { node, distributions }: DataSet,
  locale: Locale,
): object {
  const { id, manifest } = edition;
  const { url } = licenceOf(manifest.licence);
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
    dateModified: manifest.asOf,
    temporalCoverage: `../${manifest.asOf}`,
    spatialCoverage: { "@type": "Place", name: "France" },
    ...(url && { license: url }),
    creator: { "@type": "Organization", name: manifest.publisher },
    variableMeasured: distributions
      .flatMap(({ schema }) => schema)
      .flatMap(({ name, header }) =>
        name ? [{ "@type": "PropertyValue", name, alternateName: header }] : [],
      ),
    distribution: distributions.map(({ file, sent }) => ({
      "@type": "DataDownload",
      name: file.name,
      contentUrl: `${api}/files/${file.name}`,
      encodingFormat: "text/csv",
      contentSize: `${sent.bytes} B`,
      sha256: sent.sha256,
    })),
  };
}
