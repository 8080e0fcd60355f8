import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import {
  GOOD,
  HEADER,
  M,
  O,
  P,
  ROW,
  actors,
  expectRefusal,
  latin,
  portals,
  type Case,
} from "@/tests/support/damage";
import { MANIFEST, refusalOf, type Written } from "@/tests/support/folder";

const manifest = (content: string): Written => ({
  files: { "edition.json": content, "organisations.csv": GOOD },
});
const field = (changed: Record<string, unknown>) => manifest(JSON.stringify({ ...MANIFEST, ...changed }));

const NOT_CSV: Case[] = [
  ["an empty file", actors(""), O, null, "vide", "empty"],
  ["a byte-order mark alone", actors("\uFEFF"), O, null, "vide", "empty"],
  ["blank lines alone", actors("\n \r\n\t\n"), O, null, "vide", "empty"],
  ["a header alone", actors(`${HEADER}\n`), O, null, "que son en-tête", "only its header"],
  ["a header and blank lines", actors(`${HEADER}\n,,,,\n\n`), O, null, "que son en-tête", "only its header"],
  ["a web page", actors("<!DOCTYPE html>\n<html><body>404</body></html>"), O, null, "page web", "web page"],
  ["a web page after blanks", actors("\uFEFF\n  <html lang=fr>"), O, null, "page web", "web page"],
  ["an XML document", actors('<?xml version="1.0"?><Error/>'), O, null, "XML", "XML"],
  ["a JSON object", actors('{"message":"Not Found"}'), O, null, "JSON", "JSON"],
  ["a JSON list", actors('[{"siren":"213500010"}]'), O, null, "JSON", "JSON"],
  ["a gzip archive", actors(gzipSync(GOOD)), O, null, "gzip", "gzip"],
  ["a workbook", actors(latin("PK\x03\x04\x14\x00\x06\x00")), O, null, "classeur", "workbook"],
  ["an old workbook", actors(latin("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")), O, null, "xls", "xls"],
  ["a PDF document", actors("%PDF-1.7\n%âãÏÓ\n"), O, null, "PDF", "PDF"],
  ["a Parquet file", actors(latin("PAR1\x15\x04\x15\x00PAR1")), O, null, "Parquet", "Parquet"],
  ["a database", actors(latin("SQLite format 3\0\x10\0")), O, null, "SQLite", "SQLite"],
  ["UTF-16 with its mark", actors(Buffer.from(`\uFEFF${GOOD}`, "utf16le")), O, null, "UTF-16", "UTF-16"],
  ["UTF-16 without mark", actors(Buffer.from(GOOD, "utf16le")), O, null, "UTF-16", "UTF-16"],
  ["null bytes in a row", actors(GOOD.replace("ACIGNE", "ACI\0GNE")), O, 2, "octets nuls", "null bytes"],
  [
    "a stored file's pointer",
    actors("version https://example.org/spec/v1\noid sha256:4d7a\n"),
    O,
    1,
    "aucune colonne connue",
    "no known column",
  ],
];

const HEADERS: Case[] = [
  ["tabs", actors(GOOD.replaceAll(",", "\t")), O, 1, "tabulations", "tabs"],
  ["vertical bars", actors(GOOD.replaceAll(",", "|")), O, 1, "barres", "bars"],
  ["a line for spreadsheets", actors(`sep=;\n${GOOD.replaceAll(",", ";")}`), O, 1, "sep=", "sep="],
  ["no siren", actors(GOOD.replace("siren", "identifiant")), O, 1, "“siren”", "“siren”"],
  ["no nom", actors(GOOD.replace("nom", "intitulé")), O, 1, "“nom”", "“nom”"],
  ["no type", actors(GOOD.replace("type", "genre")), O, 1, "“type”", "“type”"],
  ["no header line", actors(`${ROW}\n${ROW}\n`), O, 1, "aucune colonne connue", "no known column"],
  [
    "platforms for organisations",
    actors("Nom,Regcode,Type\nData,BRE-53,Portail\n"),
    O,
    1,
    "“siren”",
    "“siren”",
  ],
  [
    "two headers for a column",
    actors(GOOD.replace("nb-ptf", "URL ptf")),
    O,
    1,
    "“url-ptf” et “URL ptf”",
    "“url-ptf” and “URL ptf”",
  ],
  ["platforms without nom", portals("Type,url\nPortail,https://data.fr\n"), P, 1, "“Nom”", "“Nom”"],
  ["a web page for platforms", portals("<html></html>"), P, null, "page web", "web page"],
];

const FOLDERS: Case[] = [
  ["no organisations", { files: {} }, O, null, "manque", "missing"],
  ["a folder for organisations", actors(null), O, null, "ne peut pas être lu", "cannot be read"],
  [
    "no manifest",
    { files: { "organisations.csv": GOOD, "edition.json": undefined } },
    M,
    null,
    "manque",
    "missing",
  ],
  ["a manifest that is no JSON", manifest("{ id: 'essai' }"), M, null, "objet JSON", "JSON object"],
  ["a manifest that is a list", manifest("[]"), M, null, "objet JSON", "JSON object"],
  [
    "a manifest in another encoding",
    { files: { "organisations.csv": GOOD, "edition.json": latin('{"id":"\xe9"}') } },
    M,
    null,
    "UTF-8",
    "UTF-8",
  ],
  ["a date that does not exist", field({ asOf: "2022-02-30" }), M, null, "“asOf”", "“asOf”"],
  ["an unknown kind", field({ kind: "final" }), M, null, "“kind”", "“kind”"],
  ["an unknown reference", field({ reference: "2020" }), M, null, "“reference”", "“reference”"],
  ["a title in one language", field({ title: { fr: "Essai" } }), M, null, "“title.en”", "“title.en”"],
  [
    "a source that is no address",
    field({ sources: [{ resource: "x", url: "javascript:alert(1)" }] }),
    M,
    null,
    "“sources.0.url”",
    "“sources.0.url”",
  ],
  ["the manifest of another edition", field({ id: "autre" }), M, null, "“autre”", "“autre”"],
  [
    "a folder badly named",
    { folder: "Édition 2022", files: { "organisations.csv": GOOD } },
    null,
    null,
    "nom du dossier",
    "folder’s name",
  ],
];

test.each([...NOT_CSV, ...HEADERS, ...FOLDERS])(
  "%s is refused with its place, its reason and a remedy",
  (_what, ...refused) => expectRefusal(...refused),
);

test("the refusal of a column names it", async () => {
  expect((await refusalOf(actors(GOOD.replace("siren", "x")))).column).toBe("siren");
  expect((await refusalOf(actors(GOOD.replace("nb-ptf", "URL ptf")))).column).toBe("local_url");
  expect((await refusalOf(field({ asOf: 2022 }))).column).toBe("asOf");
});
