import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EditionContext } from "@/lib/engine/context";
import { writeRelation } from "@/lib/engine/files";
import { relationOfRows, type Relation } from "@/lib/engine/relation";
import { scratchFolder } from "@/lib/engine/scratch";
import { organisations } from "@/lib/queries/organisations";
import { contextOver } from "@/tests/support/edition";
import { fileOf, metadataFor } from "@/tests/support/export";
import { readParquet, readXlsx } from "@/tests/support/read-back";
import type { FileMetadata } from "./metadata";

const SOFFICE = spawnSync("soffice", ["--version"]).status === 0;
if (!SOFFICE) console.warn("LibreOffice is not here (soffice): the workbook is read back by exceljs alone.");

/** Names that a spreadsheet would run, or spoil, and how a CSV has them. */
const NAMES: readonly [string, string][] = [
  ["=1+1", "'=1+1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["+33 1 23", "'+33 1 23"],
  ["-2+3", "'-2+3"],
  ["'=1", "''=1"],
  ["-12", "-12"],
  ["+3,5", '"+3,5"'],
  ["'Ti Kêr", "'Ti Kêr"],
  ['dit "le Grand", ville', '"dit ""le Grand"", ville"'],
];

let context: EditionContext;
let relation: Relation;
let metadata: FileMetadata;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "files-"));
  context = await contextOver({
    asOf: "2022-12-31",
    organisations: NAMES.map(([name], index) => ({
      name,
      siren: "001234567",
      type: "COM" as const,
      longitude: -1.5,
      longitude_file: -1.5,
      latitude: index === 0 ? null : 48.25,
      local_datasets: index === 0 ? 0 : null,
      channel: "ptf" as const,
      technologies: ["CKAN", "DataGouv"],
    })),
  });
  const shown = ["siren", "name", "local_datasets", "latitude", "longitude", "technologies"];
  relation = organisations.relation(context, { filters: {}, q: null, sort: [] }, shown);
  metadata = metadataFor(context, relation, NAMES.length, {
    name: "organisations",
    title: { fr: "Organisations", en: "Organisations" },
    filters: { type: ["COM"], region: ["BRE-53", "none"] },
    q: "ville",
  });
});
afterAll(() => {
  context.state.instance.closeSync();
  rmSync(folder, { recursive: true });
});

describe("CSV", () => {
  it("defuses formulas, leaves numbers and what reads as one, and quotes as RFC 4180 has it", async () => {
    const lines = (await fileOf("csv", context, relation, metadata)).toString().split("\r\n");
    expect(lines[0]).toBe("siren,name,local_datasets,latitude,longitude,technologies");
    expect(lines[1]).toBe(`001234567,'=1+1,0,,-1.5,"CKAN,DataGouv"`);
    expect(lines.slice(2)).toEqual([
      ...NAMES.slice(1).map(([, written]) => `001234567,${written},,48.25,-1.5,"CKAN,DataGouv"`),
      "",
    ]);
  });

  it("for French Excel has semicolons, a byte-order mark and decimal commas", async () => {
    const text = (await fileOf("csv", context, relation, metadata, "excel-fr")).toString();
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text.slice(1).split("\r\n")[2]).toBe("001234567;'@SUM(A1);;48,25;-1,5;CKAN,DataGouv");
  });
});

it("Parquet keeps types, lists and the description as key-values", async () => {
  const read = await readParquet(
    await fileOf("parquet", context, relation, metadata),
    join(folder, "a.parquet"),
  );
  expect(read.types).toEqual({
    siren: "VARCHAR",
    name: "VARCHAR",
    local_datasets: "INTEGER",
    latitude: "DOUBLE",
    longitude: "DOUBLE",
    technologies: "VARCHAR[]",
  });
  expect(read.metadata).toMatchObject({ edition: "essai", as_of: "2022-12-31", rows: "9", columns: "6" });
  expect(JSON.parse(read.metadata.filters!)).toEqual({
    fr: "Type\u00a0: Commune\u00a0; Région\u00a0: Bretagne ou Non renseigné\u00a0; nom ou SIREN contenant «\u00a0ville\u00a0»",
    en: "Type: Commune; Region: Bretagne or Not given; name or SIREN containing “ville”",
  });
  expect(JSON.parse(read.metadata.dictionary!)[0]).toMatchObject({ column: "siren", kind: "text" });
});

it("a workbook has its rows as they are, a frozen filtered header, and its own readme", async () => {
  const bytes = await fileOf("xlsx", context, relation, metadata);
  const { book, rows } = await readXlsx(bytes, relation.columns);
  expect(rows.map((row) => row.name)).toEqual(NAMES.map(([name]) => name));
  expect(rows[1]).toMatchObject({ siren: "001234567", local_datasets: null, longitude: -1.5 });
  const [sheet] = book.worksheets;
  expect(sheet!.views).toMatchObject([{ state: "frozen", ySplit: 1 }]);
  expect(sheet!.autoFilter).toBe("A1:F10");
  expect(sheet!.pageSetup).toMatchObject({ orientation: "landscape", fitToPage: true, fitToHeight: 0 });
  expect(book.worksheets.map(({ name }) => name)).toEqual(["Données", "Lisez-moi", "Dictionnaire", "Notes"]);
  // As wide as the longest name and as its header with the arrow, as high as the lines of a text.
  const longest = Math.max(...NAMES.map(([name]) => name.length));
  expect([2, 3].map((column) => sheet!.getColumn(column).width)).toEqual([
    longest + 2,
    "local_datasets".length + 4,
  ]);
  expect(book.worksheets[1]!.getRow(3).getCell(3).text.split("\n")).toHaveLength(2);
  expect(book.worksheets[1]!.getRow(3).height).toBe(2 * 15);
  expect(book.worksheets[3]!.getCell("D2").text).toMatch(/^Aucune note publiée/);
});

it.skipIf(!SOFFICE)("LibreOffice opens the workbook with the same cells", async () => {
  writeFileSync(join(folder, "book.xlsx"), await fileOf("xlsx", context, relation, metadata));
  execFileSync(
    "soffice",
    [
      `-env:UserInstallation=file://${folder}/profile`,
      ...["--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"],
      ...["--outdir", folder, join(folder, "book.xlsx")],
    ],
    { stdio: "ignore", timeout: 50_000 },
  );
  const lines = readFileSync(join(folder, "book.csv"), "utf8").trimEnd().split("\n");
  expect(lines).toHaveLength(NAMES.length + 1);
  // What a spreadsheet would run is what was written, and no formula has been made of it.
  for (const [place, [name]] of NAMES.entries())
    expect((parse(lines[place + 1]!) as string[][])[0]?.[1]).toBe(name);
  expect(lines[1]).toContain("001234567,=1+1,0,,-1.5");
});

it("the pack holds the rows, the description, a readme, the dictionary, the notes and the citation", async () => {
  const files = unzipSync(await fileOf("pack", context, relation, metadata));
  const text = (name: string) => Buffer.from(files[name]!).toString();
  expect(text("observatoire-essai-organisations.csv")).toBe(
    (await fileOf("csv", context, relation, metadata)).toString(),
  );
  expect(JSON.parse(text("metadata.json"))).toMatchObject({ edition: "essai", rows: 9 });
  expect(text("LISEZMOI-README.md")).toContain("Région\u00a0: Bretagne ou Non renseigné");
  expect(text("dictionary.csv").split("\r\n")).toHaveLength(8);
  expect(text("citation.bib")).toContain("@misc{observatoire-essai-organisations,");
  expect(JSON.parse(text("citation.csl.json"))).toMatchObject([
    { issued: { "date-parts": [[2022, 12, 31]] } },
  ]);
});

it("a result without rows is a file with a header, and a collection without features", async () => {
  const none = relationOfRows("none", [{ key: "key", kind: "text" }], []);
  const of = metadataFor(context, none, 0);
  expect((await fileOf("csv", context, none, of)).toString()).toBe("key\r\n");
  expect(JSON.parse((await fileOf("geojson", context, none, of)).toString()).features).toEqual([]);
});

it("nothing is left behind, neither when a reader leaves nor when a question is broken", async () => {
  const gone = AbortSignal.abort();
  await expect(writeRelation(context, relation, { kind: "ndjson" }, {}, gone)).rejects.toThrow();
  const broken = {
    ...relation,
    from: "(SELECT error('broken') AS siren) AS src",
    columns: relation.columns.slice(0, 1),
  };
  await expect(writeRelation(context, broken, { kind: "ndjson" })).rejects.toThrow(/broken/);
  expect(readdirSync(scratchFolder())).toEqual([]);
});
