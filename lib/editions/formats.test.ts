import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readFolder, readWritten, withFolder } from "@/tests/support/folder";
import { FAIR, FAIR_PLATFORM, csvOf, readRows, told } from "@/tests/support/rows";
import { listEditionFolders } from "./source";

const CSV = csvOf([
  FAIR,
  { ...FAIR, siren: "254002272", type: "AGCT", nom: "Syndicat « Été »", "pop-insee": "" },
]);
const readCsv = (csv: string | Uint8Array) => readWritten({ files: { "organisations.csv": csv } });

test("the same rows whatever the byte-order mark, the line ends, the delimiter and the end of the file", async () => {
  const { organisations, findings } = await readCsv(CSV);
  expect(organisations.map(({ line, name }) => [line, name])).toEqual([
    [2, "ACIGNE"],
    [3, "Syndicat « Été »"],
  ]);
  expect(findings).toEqual([]);
  const semicolons = CSV.replace('"Social,Citoyenneté"', "Social")
    .replaceAll('"Social,Citoyenneté"', "Social")
    .replaceAll(",", ";");
  const ways = [`\uFEFF${CSV}`, CSV.replaceAll("\n", "\r\n"), CSV.replaceAll("\n", "\r"), CSV.trimEnd()];
  for (const way of ways) expect((await readCsv(way)).organisations).toEqual(organisations);
  const read = await readCsv(semicolons);
  expect(read.source.files[0]).toMatchObject({
    delimiter: ";",
    encoding: "utf-8",
    bytes: Buffer.byteLength(semicolons),
  });
  expect(read.organisations).toEqual(organisations.map((row) => ({ ...row, themes: ["Social"] })));
});

test("Windows-1252 is read and said, once", async () => {
  // € and ’ are where Windows-1252 differs from Latin-1.
  const bytes = Buffer.from(CSV.replace("ACIGNE", "L#Acigné $"), "latin1");
  bytes[bytes.indexOf("#")] = 0x92;
  bytes[bytes.indexOf("$")] = 0x80;
  const read = await readCsv(bytes);
  expect(read.organisations.map(({ name }) => name)).toEqual(["L’Acigné €", "Syndicat « Été »"]);
  expect(read.source.files[0]?.encoding).toBe("windows-1252");
  expect(read.findings).toMatchObject([
    { kind: "encoding_windows_1252", line: null, column: null, basis: "both" },
  ]);
});

test("headers are known whatever their case, accents, separators and stray characters", async () => {
  const headers = CSV.slice(0, CSV.indexOf("\n"));
  for (const [from, to] of [
    ["siren", "\u200B SIREN "],
    ["nom", "Nom"],
    ["url-ptf", "URL_PTF"],
    ["nb-datagouv", "Nb DataGouv"],
    ["depcode", "Département"],
    ["Techno", "Techno (from Plateformes)"],
    ["Thématiques", "Thèmatiques"],
    ["TimeStamp", "timestamp"],
  ] as const) {
    const { source, organisations, findings } = await readCsv(
      CSV.replace(headers, headers.replace(from, to)),
    );
    expect(source.files[0]?.columns, to).toHaveLength(Object.keys(FAIR).length);
    expect(source.files[0]?.headers, to).toHaveLength(Object.keys(FAIR).length);
    expect(organisations[0], to).toMatchObject({
      siren: "213500010",
      name: "ACIGNE",
      department: "35",
      themes: ["Social", "Citoyenneté"],
      checked_at: "2021-12-15T11:57",
    });
    expect(findings, to).toEqual([]);
  }
});

test("an optional column that is absent is unknown, not zero, and is said of the file; an unknown one is left", async () => {
  const read = await readCsv("siren,nom,type,ACV\n213500010,ACIGNE,COM,OUI\n");
  expect(read.source.files[0]?.columns).toEqual(["siren", "name", "type"]);
  expect(read.organisations).toMatchObject([
    { local_datasets: null, population_file: null, population: 6865, channel: null, themes: [] },
  ]);
  const said = told(read);
  expect(said[0]).toBe("unread_column null: ACV");
  expect(said.filter((one) => one.startsWith("missing_column"))).toHaveLength(16);
  expect(said.filter((one) => !/^(missing|unread)_column/.test(one))).toEqual([
    "population_from_register population → 6865",
  ]);
});

test("of several columns of organisations in platforms, the first is read and the other is said", async () => {
  const rows = csvOf([{ ...FAIR_PLATFORM, "Organisations copy": "254002272" }]);
  const read = await readWritten({ files: { "organisations.csv": csvOf([FAIR]), "plateformes.csv": rows } });
  expect(read.platforms[0]?.organisations).toEqual(["213500010", "243500139"]);
  expect(told(read)).toEqual(["repeated_column organisations: Organisations copy"]);
});

test("quoted cells keep their delimiter, quotes and lines; a row's line is where it starts in the file", async () => {
  const read = await readRows([
    { nom: 'A, "B"\nC' },
    { siren: "254002272", type: "AGCT", "pop-insee": "", nom: "D" },
  ]);
  expect(read.organisations.map(({ line, name }) => [line, name])).toEqual([
    [2, 'A, "B" C'],
    [4, "D"],
  ]);
});

test("blank lines are passed and said with their lines, and count in the lines that follow", async () => {
  const [header = "", first = "", second = ""] = CSV.split("\n");
  const commas = ",".repeat(Object.keys(FAIR).length - 1);
  const read = await readCsv([header, first, "", commas, second, ""].join("\n"));
  expect(read.organisations.map(({ line }) => line)).toEqual([2, 5]);
  expect(read.findings).toMatchObject([{ kind: "blank_lines", line: 3, value: "3-4" }]);
});

test("batches cross no line: five thousand rows, each with its own", async () => {
  const rows = Array.from({ length: 5_000 }, (_, index) => ({
    siren: "",
    nom: `Été\n${index}`,
    type: "AGCT",
  }));
  const { organisations } = await readCsv(csvOf(rows));
  expect(organisations.length).toBe(5_000);
  expect(
    organisations.filter(({ line, name }, index) => line !== 2 + 2 * index || name !== `Été ${index}`),
  ).toEqual([]);
});

test("the identity and the hashes are those of the bytes, and change with any file", async () => {
  await withFolder({ files: { "organisations.csv": CSV } }, async (folder) => {
    const { source } = await readFolder(folder);
    expect(source.files[0]?.sha256).toBe(
      createHash("sha256")
        .update(await readFile(join(folder, "organisations.csv")))
        .digest("hex"),
    );
    expect((await readFolder(folder)).source.identity).toBe(source.identity);
    const manifest = await readFile(join(folder, "edition.json"), "utf8");
    await writeFile(join(folder, "edition.json"), `${manifest}\n`);
    const other = (await readFolder(folder)).source.identity;
    expect(other).not.toBe(source.identity);
    await writeFile(join(folder, "plateformes.csv"), csvOf([FAIR_PLATFORM]));
    expect([source.identity, other]).not.toContain((await readFolder(folder)).source.identity);
  });
});

test("a source reads the bytes it was opened on, again and again, though the file is gone", async () => {
  const source = await withFolder(
    { files: { "organisations.csv": CSV } },
    async (folder) => (await readFolder(folder)).source,
  );
  const names = async () => {
    const all: string[] = [];
    for await (const { rows } of source.organisations()) all.push(...rows.map(({ name }) => name));
    return all;
  };
  expect(await names()).toEqual(["ACIGNE", "Syndicat « Été »"]);
  expect(await names()).toEqual(["ACIGNE", "Syndicat « Été »"]);
});

test("folders of editions are listed in order; hidden ones, files and other folders are not", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "list-"));
  try {
    for (const name of ["demo", "2022", "2022-10", ".versions", "Notes perso"])
      await mkdir(join(dataDir, name));
    await writeFile(join(dataDir, "lisezmoi"), "");
    expect(await listEditionFolders(dataDir)).toEqual(["2022", "2022-10", "demo"]);
    // An edition badly named is opened, so that its refusal tells why it is not served.
    await writeFile(join(dataDir, "Notes perso", "organisations.csv"), CSV);
    expect(await listEditionFolders(dataDir)).toEqual(["2022", "2022-10", "Notes perso", "demo"]);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
});
