import { Parser, type Quad } from "n3";
import { expect, test } from "vitest";
import { readWritten } from "@/tests/support/folder";
import type { LoadedEdition } from "@/lib/engine/state";
import { catalogueNode, datasetNode, filledFields, jsonLd, PREFIXES, sentFiles } from "./dcat";
import { siteUrl } from "./site-url";
import { turtle } from "./turtle";

/** An edition of one organisation and one platform, whose contact is a person. */
async function edition(): Promise<LoadedEdition> {
  const { source } = await readWritten({
    files: {
      "organisations.csv": "siren,nom,type\n213500010,ACIGNE,COM\n",
      "plateformes.csv": "Nom,contact\nA,jean@a.fr\n",
    },
  });
  const counts = { organisations: 1, platforms: 1, findings: 0 };
  return { id: source.manifest.id, ...source, source, counts };
}

const { dcat, dct, spdx, xsd } = PREFIXES;
const of = (quads: readonly Quad[], subject: string, property: string) =>
  quads
    .filter((quad) => quad.subject.value === subject && quad.predicate.value === property)
    .map(({ object }) => object);

test("an edition read back from Turtle by another program has what DCAT-AP requires, and the hash of what is sent", async () => {
  const loaded = await edition();
  const sent = await sentFiles(loaded);
  const quads = new Parser({ format: "text/turtle" }).parse(await turtle(datasetNode(loaded, sent)));
  const set = `${siteUrl}/api/v1/editions/${loaded.id}`;
  expect(of(quads, set, `${dct}title`).map((title) => "language" in title && title.language)).toEqual([
    "fr",
    "en",
  ]);
  expect(of(quads, set, `${dct}description`)).toHaveLength(2);
  const files = of(quads, set, `${dcat}distribution`).map(({ value }) => value);
  // A file and its three other formats, twice.
  expect(files).toHaveLength(8);
  for (const file of files) expect(of(quads, file, `${dcat}accessURL`), file).toHaveLength(1);

  const [checksum] = of(quads, `${set}/files/plateformes.csv`, `${spdx}checksum`);
  const [hash] = of(quads, checksum!.value, `${spdx}checksumValue`);
  // printf 'Nom,contact\\nA,\\n' | sha256sum
  expect(hash?.value).toBe("3cb774643864c85332fa6eeb4a1e98c6dd19c2b4944a8d9d4c3b42d616d3ae0b");
  const [bytes] = of(quads, `${set}/files/plateformes.csv`, `${dcat}byteSize`);
  expect([bytes?.value, bytes && "datatype" in bytes && bytes.datatype.value]).toEqual([
    "15",
    `${xsd}nonNegativeInteger`,
  ]);
});

test("Turtle and JSON-LD say the same number of things, of every edition", async () => {
  const loaded = await edition();
  const catalogue = catalogueNode([datasetNode(loaded, await sentFiles(loaded))]);
  const quads = new Parser().parse(await turtle(catalogue));
  const count = (value: unknown): number => {
    if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + count(one), 0);
    if (typeof value !== "object" || value === null || "@value" in value || !("@type" in value)) return 1;
    // Its own type, then what it says; a thing that stands inside another is itself said of it.
    return Object.entries(value).reduce((sum, [name, one]) => (name === "@id" ? sum : sum + count(one)), 1);
  };
  expect(quads).toHaveLength(count(catalogue) - 1);
  expect(jsonLd(catalogue)).toMatchObject({ "@context": { dcat }, "@type": "dcat:Catalog" });
});

test("fields are filled by what a manifest says: contact, first issue and frequency are not among it", async () => {
  const loaded = await edition();
  expect(filledFields(datasetNode(loaded, new Map()))).toEqual([
    ...["title", "description", "publisher", "licence", "landing_page", "modified"],
    ...["temporal", "spatial", "keywords", "theme"],
  ]);
});
