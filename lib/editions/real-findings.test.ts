/** What holds of every finding and every value of the real files of October 2022, whatever they are. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Read } from "@/tests/support/folder";
import { REAL_FILES, readRealFiles, realFilesAreHere, WHEN_ABSENT } from "@/tests/support/real";
import { FINDING_KINDS } from "./findings";

describe.skipIf(!realFilesAreHere)(`what is said of the real files${WHEN_ABSENT}`, () => {
  let read: Read;
  beforeAll(async () => {
    read = await readRealFiles();
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
    const text = await readFile(join(REAL_FILES, "plateformes.csv"), "utf8");
    const addresses = text.match(/[^\s,;"<>/]+@[^\s,;"<>/]+\.[a-z]{2,}/gi) ?? [];
    expect(addresses.length).toBeGreaterThanOrEqual(40);
    const said = JSON.stringify([read.platforms, read.organisations, read.findings, read.source.files]);
    for (const address of addresses) expect(said.includes(address)).toBe(false);
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
