import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MANIFEST, readFolder, type Read } from "@/tests/support/folder";
import { FINDING_KINDS } from "./findings";

// The files of October 2022 are not in the repository; without them these tests are skipped, and the report says so.
const REAL = resolve(process.env.REAL_DATA_DIR ?? "../shared/real-data", "2022-10");
const absent = !existsSync(join(REAL, "organisations.csv"));

describe.skipIf(absent)("the real files of October 2022 (skipped when their folder is absent)", () => {
  let parent: string;
  let read: Read;
  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), "real-"));
    const folder = join(parent, "2022-10");
    for (const file of ["organisations.csv", "plateformes.csv"])
      await cp(join(REAL, file), join(folder, file));
    await writeFile(
      join(folder, "edition.json"),
      JSON.stringify({ ...MANIFEST, id: "2022-10", asOf: "2022-10-19" }),
    );
    read = await readFolder(folder);
  });
  afterAll(() => rm(parent, { recursive: true, force: true }));

  const actor = (name: string) => read.organisations.filter((row) => row.name === name);

  test("every row is read", () => {
    expect([read.organisations.length, read.platforms.length]).toEqual([891, 219]);
    expect(read.organisations.filter(({ siren, type }) => siren === null || type === null)).toEqual([]);
  });

  test("nine SIREN bear stray characters, one of them a direction mark", () => {
    const stray = read.findings.filter(
      ({ file, column, kind }) =>
        file === "organisations.csv" &&
        column === "siren" &&
        ["outer_spaces", "invisible_characters"].includes(kind),
    );
    expect(stray.map(({ line }) => line)).toEqual([3, 49, 125, 387, 397, 478, 558, 675, 811]);
    expect(stray.filter(({ kind }) => kind === "invisible_characters")).toMatchObject([
      { line: 397, value: "\u200E187609110", corrected: "187609110", outcome: "repaired", basis: "both" },
    ]);
  });

  test("the populations of one arrondissement are put right beside the file's", () => {
    expect(actor("PARIS")).toMatchObject([{ population_file: 27501, population: 2145906 }]);
    expect(actor("LYON")).toMatchObject([{ population_file: 30428, population: 522228 }]);
    expect(actor("MARSEILLE")).toMatchObject([{ population_file: 24609, population: 870321 }]);
  });

  test("Gap gets its region from its département, Nouméa its hemisphere", () => {
    expect(actor("GAP")).toMatchObject([{ department: "05", region_file: null, region: "PAC-93" }]);
    expect(actor("NOUMEA")).toMatchObject([
      { region: "NC", longitude_file: -166.442419, longitude: 166.442419 },
    ]);
  });

  test("each value of the corrected basis that differs from the file's is one finding, and no other finding is of that basis", () => {
    const changed = read.organisations.flatMap((row) => [
      ...(row.region === row.region_file ? [] : [`${row.line} region`]),
      ...(row.population === row.population_file ? [] : [`${row.line} population`]),
      ...(row.longitude === row.longitude_file ? [] : [`${row.line} longitude`]),
    ]);
    const said = read.findings
      .filter(({ basis }) => basis === "corrected")
      .map(({ line, column }) => `${line} ${column}`);
    expect(said).toEqual(changed);
    expect(said.length).toBeGreaterThan(100);
  });

  test("no e-mail address is in what is read, though the file holds forty", async () => {
    const text = await readFile(join(REAL, "plateformes.csv"), "utf8");
    const addresses = text.match(/[^\s,;"<>/]+@[^\s,;"<>/]+\.[a-z]{2,}/gi) ?? [];
    expect(addresses.length).toBeGreaterThanOrEqual(40);
    const said = JSON.stringify([read.platforms, read.organisations, read.findings, read.source.files]);
    for (const address of addresses) expect(said.includes(address)).toBe(false);
    // The "@" left are that of an account's address and that of a publisher's name, which name no person.
    expect(said.match(/[^"]*@[^"]*/g)).toEqual([
      "https://twitter.com/@OpendataCorsica",
      "Grand Paris Sud + Numérique @ Grand Paris Sud + sig@grand paris sud*",
    ]);
  });

  test("every finding is of the catalogue, and a repair says by what", () => {
    for (const finding of read.findings) {
      expect(Object.keys(FINDING_KINDS)).toContain(finding.kind);
      if (finding.outcome === "repaired" && finding.line !== null && finding.column !== null)
        expect(finding.corrected, JSON.stringify(finding)).not.toBeNull();
      if (finding.outcome === "dropped") expect(finding.corrected).toBeNull();
    }
  });
});
