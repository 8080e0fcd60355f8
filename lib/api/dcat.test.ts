import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { Parser, type Quad } from "n3";
import { expect, test } from "vitest";
import { readWritten } from "@/tests/support/folder";
import { issuedOn } from "@/lib/editions/issued";
import type { LoadedEdition } from "@/lib/engine/state";
import { catalogueNode, datasetNode, filledFields, jsonLd, PREFIXES, sentFiles, type Node } from "./dcat";
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
  // Each source file and its rows as CSV, Parquet and xlsx; those of organisations as GeoJSON too.
  expect(files).toHaveLength(9);
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

/** Every statement of a JSON-LD tree, expanded here by hand: things without a name are told by what is said of them. */
function statements(node: Node): string[] {
  const full = (name: string) => {
    const [prefix = "", rest = ""] = name.split(":");
    return `${PREFIXES[prefix as keyof typeof PREFIXES]}${rest}`;
  };
  const subject = node["@id"] ?? "_";
  const found = [`${subject} type ${full(node["@type"])}`];
  for (const [name, values] of Object.entries(node)) {
    if (name.startsWith("@")) continue;
    for (const value of [values].flat() as unknown[]) {
      if (typeof value === "string") found.push(`${subject} ${full(name)} ${value}`);
      else {
        const one = value as Record<string, string>;
        if ("@value" in one)
          found.push(`${subject} ${full(name)} ${one["@value"]} ${one["@language"] ?? ""}`.trim());
        else {
          found.push(`${subject} ${full(name)} ${one["@id"] ?? "_"}`);
          if ("@type" in one) found.push(...statements(one as unknown as Node));
        }
      }
    }
  }
  return found;
}

test("Turtle and JSON-LD say the same things, of every edition", async () => {
  const loaded = await edition();
  const catalogue = catalogueNode([datasetNode(loaded, await sentFiles(loaded))]);
  const name = (term: Quad["subject"] | Quad["object"]) => (term.termType === "BlankNode" ? "_" : term.value);
  const quads = new Parser().parse(await turtle(catalogue)).map(({ subject, predicate, object }) => {
    const property = predicate.value.endsWith("#type") ? "type" : predicate.value;
    const language = object.termType === "Literal" ? object.language : "";
    return `${name(subject)} ${property} ${name(object)} ${language}`.trim();
  });
  expect(quads.toSorted()).toEqual(statements(catalogue).toSorted());
});

const valid = new Ajv({ strict: false }).compile(
  JSON.parse(readFileSync("tests/support/dcat-ap.schema.json", "utf8")) as object,
);

test("JSON-LD has what DCAT-AP makes mandatory, of an edition and of the catalogue", async () => {
  const loaded = await edition();
  const node = datasetNode(loaded, await sentFiles(loaded));
  // As it is sent.
  const check = (document: object) => {
    const accepted = valid(JSON.parse(JSON.stringify(document)));
    return accepted ? [] : valid.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
  expect(check(jsonLd(node))).toEqual([]);
  expect(check(jsonLd(catalogueNode([node])))).toEqual([]);
  for (const property of ["dct:title", "dct:publisher", "dct:issued", "dcat:distribution"]) {
    const lacking = Object.fromEntries(Object.entries(node).filter(([name]) => name !== property));
    expect(check(jsonLd(lacking as Node)), property).not.toEqual([]);
  }
});

test("an edition is issued when it was put online if that is known, else on the day of its state", () => {
  expect(issuedOn({ id: "2022", kind: "official", asOf: "2022-12-31" })).toBe("2023-02-02");
  expect(issuedOn({ id: "2022", kind: "snapshot", asOf: "2022-12-31" })).toBe("2022-12-31");
  expect(issuedOn({ id: "2022-10", kind: "snapshot", asOf: "2022-10-19" })).toBe("2022-10-19");
});

test("fields are filled by what a manifest says: contact, modification and frequency are not among it", async () => {
  const loaded = await edition();
  expect(filledFields(datasetNode(loaded, new Map()))).toEqual([
    ...["title", "description", "publisher", "licence", "landing_page", "issued"],
    ...["temporal", "spatial", "keywords", "theme"],
  ]);
});
