import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { realFiles } from "@/e2e/support/editions.mjs";
import { relationRows } from "@/lib/engine/relation";
import { changes } from "@/lib/queries/changes";
import { quality, qualityByKind } from "@/lib/queries/quality";
import { EDITIONS, loadedEditions } from "@/tests/support/editions";
import { countChanges, countFaults } from "./quality.mjs";

/** The quality report and the changes between editions against a separate program over the same files. */
const NOTHING = { filters: {}, q: null, sort: [] };

/** The demonstration edition a year earlier: rows taken out, one type and one channel changed, no column of platforms. */
function writeEarlier(dataDir: string): void {
  cpSync(join(dataDir, "demo"), join(dataDir, "demo-earlier"), { recursive: true });
  const manifest = join(dataDir, "demo-earlier", "edition.json");
  writeFileSync(
    manifest,
    readFileSync(manifest, "utf8")
      .replace('"id": "demo"', '"id": "demo-earlier"')
      .replace("2022-12", "2021-12"),
  );
  const path = join(dataDir, "demo-earlier", "organisations.csv");
  const lines = readFileSync(path, "utf8").split(/\r?\n/);
  lines[0] = (lines[0] ?? "").replace(",ptf,", ",sans objet,");
  lines.splice(20, 25);
  writeFileSync(
    path,
    lines
      .map((line, i) =>
        i > 100 && i < 140 ? line.replace(",COM,", ",CC,").replace(",ptf,", ",datagouv,") : line,
      )
      .join("\n"),
  );
}

const { contextOf, folderOf } = loadedEditions(writeEarlier);

describe.each(EDITIONS)("the quality report of %s", (id) => {
  it("counts the faults that another program counts", async () => {
    const found = new Map(
      (await qualityByKind.all(contextOf(id), {})).map(({ kind, count }) => [kind, count]),
    );
    const expected = countFaults(folderOf(id));
    expect(Object.fromEntries(Object.keys(expected).map((kind) => [kind, found.get(kind) ?? 0]))).toEqual(
      expected,
    );
  });

  it("has as many rows as the reader made remarks, and each kind leads to its own", async () => {
    const context = contextOf(id);
    const kinds = await qualityByKind.all(context, {});
    expect(await quality.total(context, NOTHING)).toBe(context.edition.counts.findings);
    expect(kinds.reduce((sum, { count }) => sum + count, 0)).toBe(context.edition.counts.findings);
    for (const { kind, count } of kinds)
      expect(await quality.total(context, { ...NOTHING, filters: { kind: [kind] } }), kind).toBe(count);
  });

  it("leaves out, with the file's basis, what only the corrected basis does", async () => {
    const context = contextOf(id, "file");
    const {
      region_from_department: regions = 0,
      population_from_register: populations = 0,
      longitude_sign: signs = 0,
    } = countFaults(folderOf(id));
    expect(await quality.total(context, NOTHING)).toBe(
      context.edition.counts.findings - regions - populations - signs,
    );
  });

  it("tells no e-mail address", async () => {
    const context = contextOf(id);
    for await (const rows of relationRows(context, quality.relation(context, NOTHING)))
      expect(JSON.stringify(rows)).not.toMatch(/\w@\w+\.\w/);
  });
});

describe("changes between editions", () => {
  it.each([
    ["demo-earlier", "demo"],
    ["demo", "demo-earlier"],
  ])("from %s to %s are those that another program counts", async (from, to) => {
    const expected = countChanges(folderOf(from), folderOf(to));
    expect(expected.appeared + expected.disappeared).toBeGreaterThan(20);
    expect(expected.type).toBeGreaterThan(5);
    expect(expected.platform).toBe(0);
    const request = { ...NOTHING, filters: { from: [from] } };
    const { change: found } = await changes.facets(contextOf(to), request, ["change"], "result");
    const counted = Object.fromEntries(found.map(({ value, count }) => [value, count]));
    expect({ appeared: 0, disappeared: 0, type: 0, channel: 0, platform: 0, ...counted }).toEqual(expected);
  });

  it.skipIf(!realFiles())("never set fictitious rows beside real ones", async () => {
    expect(await changes.total(contextOf("2022-10"), NOTHING)).toBe(0);
  });
});
