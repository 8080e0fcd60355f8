/** The oracle's rules that the real files do not put to the test, on files of a few lines worked out by hand. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { siren } from "./cells.mjs";
import { computeOracle, filterOrganisations } from "./oracle.mjs";

function line(oracle: ReturnType<typeof computeOracle>, id: string, key: string) {
  return oracle.indicators[id]?.rows.find((row) => row.key === key);
}

/** An edition of one file, written for a test and gone with it. */
function editionOf(lines: string[]) {
  const home = mkdtempSync(join(tmpdir(), "oracle-"));
  onTestFinished(() => rmSync(home, { recursive: true }));
  writeFileSync(join(home, "organisations.csv"), lines.join("\n"));
  return home;
}

describe("rules on files of a few lines", () => {
  it("gives rows the contract's keys and no other", () => {
    const { organisations } = computeOracle({ folder: editionOf(["siren,nom,type", "1,A,COM"]) });
    expect(Object.keys(organisations[0] ?? {})).toEqual(
      (
        "siren name type region department local_url local_datasets datagouv_url datagouv_datasets datagouv_id " +
        "ods_id population latitude longitude channel platforms technologies themes datasets"
      ).split(" "),
    );
  });

  it("finds nine digits among anything, but not in a number with an exponent", () => {
    const cells = ["SIREN 213.500.010", "213\u200b500\u00a0010 ", "6.17E+23", "2.135000E+08", "21350001", ""];
    expect(cells.map(siren)).toEqual(["213500010", "213500010", null, null, null, null]);
  });

  it("keeps a known overseas collectivity out of the corrected rates, not a row whose region is unknown", () => {
    const folder = editionOf(["siren,nom,type,regcode", "1,Sud,DEP,NC", "2,Nord,DEP,XX", "3,Est,DEP,"]);
    const openOf = (basis: "corrected" | "file") =>
      line(computeOracle({ folder, basis }), "by-type", "DEP")?.open;
    expect(openOf("corrected")).toBe(2);
    // Without a column of populations the file alone gives no class by size: no rate at all.
    expect(computeOracle({ folder, basis: "file" }).indicators["opening-rate"]).toEqual({
      value: null,
      missing: ["population"],
      rows: [],
    });
  });

  it("counts an EPCI of unknown population among the open bound authorities, a commune not", () => {
    const folder = editionOf([
      "siren,nom,type,depcode,pop-insee",
      "1,A,CC,35,",
      "2,B,COM,35,",
      "3,C,REG,35,",
    ]);
    const oracle = computeOracle({ folder });
    expect(line(oracle, "by-region", "BRE-53")).toMatchObject({ actors: 3, open: 2, open_authorities: 3 });
    // A région is in no département's total, hence in no département's numerator.
    expect(line(oracle, "by-department", "35")).toMatchObject({ actors: 3, open: 1, open_authorities: 3 });
  });

  it("never takes unknown for zero", () => {
    const head = "siren,nom,type,depcode,merge,nb-ptf,nb-datagouv";
    const oracle = computeOracle({ folder: editionOf([head, "1,A,COM,35,ptf,,3", "2,B,COM,22,ptf,0,3"]) });
    expect(line(oracle, "by-department", "35")?.datasets).toBeNull();
    expect(line(oracle, "by-department", "22")?.datasets).toBe(0);
    expect(oracle.indicators.datasets?.value).toBe(0);
    expect(oracle.indicators.themes).toEqual({ value: null, missing: ["themes"], rows: [] });
    const uncounted = computeOracle({
      folder: editionOf(["siren,nom,type,nb-ptf,nb-datagouv", "1,A,COM,1,3"]),
    });
    expect(uncounted.organisations[0]?.datasets).toBeNull();
    expect(uncounted.indicators.datasets).toEqual({ value: null, missing: ["channel"], rows: [] });
  });

  it("takes filter values as a list or joined by commas", () => {
    const { organisations } = computeOracle({
      folder: editionOf(["siren,nom,type", "1,A,COM", "2,B,CC", "3,C,REG"]),
    });
    expect(filterOrganisations(organisations, { type: "COM,REG" }).map((row) => row.name)).toEqual([
      "A",
      "C",
    ]);
    expect(filterOrganisations(organisations, { category: ["authority"], q: "b" })).toHaveLength(1);
    expect(() => filterOrganisations(organisations, { colour: ["red"] })).toThrow("colour");
  });
});
