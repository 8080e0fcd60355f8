/**
 * The oracle's own figures on the real files of October 2022, against figures obtained with another program
 * (Python's csv module and short sums), and its reading of cells and filters against cases worked out by hand.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { datasetsClass, sizeBand } from "./cells.mjs";
import { computeOracle, filterOrganisations } from "./oracle.mjs";

const folder = join(resolve(process.env.REAL_DATA_DIR ?? "../shared/real-data"), "2022-10");
const present = existsSync(join(folder, "organisations.csv"));

type Oracle = ReturnType<typeof computeOracle>;

function line(oracle: Oracle, id: string, key: string) {
  return oracle.indicators[id]?.rows.find((row) => row.key === key);
}

describe.skipIf(!present)(
  `real files of October 2022${present ? "" : " (skipped: no REAL_DATA_DIR/2022-10)"}`,
  () => {
    let file: Oracle;
    let corrected: Oracle;
    beforeAll(() => {
      file = computeOracle({ folder, basis: "file", reference: "2021" });
      corrected = computeOracle({ folder, basis: "corrected", reference: "2022" });
    });

    it("counts actors", () => {
      expect(file.indicators.actors?.value).toBe(891);
      expect(file.indicators["open-authorities"]?.value).toBe(713);
      expect(file.indicators["associated-actors"]?.value).toBe(178);
      expect(line(file, "ecosystem", "EPCI")?.value).toBe(182);
      expect(file.indicators.platforms?.value).toBe(219);
      expect(file.indicators.governance?.value).toBe(114 + 21);
    });

    it("gives the opening rate of the file with the totals of 2021", () => {
      expect(file.indicators["opening-rate"]).toMatchObject({ numerator: 547, denominator: 4604 });
      const open = file.indicators["opening-rate"]?.rows.map((row) => [row.key, row.open]);
      expect(Object.fromEntries(open ?? [])).toEqual({
        "COM-3500-100000": 263,
        "EPCI-0-100000": 107,
        "COM+EPCI-100000-": 100,
        DEP: 61,
        REG: 16,
      });
      expect(file.indicators["by-size"]?.rows.map((row) => row.open)).toEqual([27, 76, 59, 73, 21, 7, 25]);
      expect(file.indicators["by-type"]?.denominator).toBe(31826 + 3100 + 1223 + 169 + 101 + 15);
    });

    it("gives the corrected opening rate with the register's totals, overseas rows left out", () => {
      expect(corrected.indicators["opening-rate"]).toMatchObject({ numerator: 540, denominator: 4568 });
      expect(line(corrected, "opening-rate", "DEP")).toMatchObject({ open: 58, total: 101 });
      expect(line(corrected, "opening-rate", "REG")).toMatchObject({ open: 15, total: 18 });
      expect(line(corrected, "opening-rate", "COM-3500-100000")).toMatchObject({ open: 257, total: 3141 });
      expect(line(corrected, "opening-rate", "EPCI-0-100000")).toMatchObject({ open: 106, total: 1132 });
      expect(line(corrected, "opening-rate", "COM+EPCI-100000-")).toMatchObject({ open: 104, total: 176 });
      expect(line(corrected, "by-type", "COM-0-3500")).toMatchObject({ open: 166, total: 31772 });
      expect(corrected.indicators["by-size"]?.rows.map((row) => row.open)).toEqual([
        30, 72, 59, 70, 20, 6, 28,
      ]);
      expect(corrected.indicators["by-size"]?.denominator).toBe(3183);
      expect(corrected.indicators["by-size"]?.rows.map((row) => row.total)).toEqual([
        971, 1189, 543, 351, 71, 16, 42,
      ]);
    });

    it("covers each inhabitant once", () => {
      expect(corrected.indicators["population-coverage"]).toMatchObject({
        numerator: 30_993_829,
        denominator: 67_418_672,
      });
      expect(line(corrected, "population-coverage", "BRE-53")).toMatchObject({
        population_covered: 1_723_106,
        population: 3_373_835,
      });
    });

    it("adds data sets by the three rules", () => {
      expect(corrected.indicators.datasets?.rows).toEqual([
        { key: "local-first", value: 18786, unknown: 3 },
        { key: "larger", value: 22194, unknown: 1 },
        { key: "sum", value: 28557, unknown: 1 },
      ]);
      expect(corrected.indicators["datasets-distribution"]).toMatchObject({
        median: 3,
        share_one_or_two: 376 / 888,
      });
      expect(corrected.indicators["datasets-distribution"]?.rows.map((row) => row.value)).toEqual([
        14, 376, 122, 95, 111, 78, 44, 36, 10, 2, 3,
      ]);
      expect(line(corrected, "datasets-by-technology", "DataGouv")?.value).toBe(12756);
      expect(line(corrected, "datasets-by-technology", "OpenDataSoft")?.value).toBe(6612);
    });

    it("tells technologies, themes and channels apart", () => {
      expect(line(file, "organisations-by-technology", "ArcGIS")?.value).toBe(29 + 7);
      expect(line(file, "organisations-by-technology", "CKAN")).toMatchObject({ value: 117, used: 118 });
      expect(line(file, "themes", "Equipements")?.value).toBe(394);
      expect(line(file, "publication-channels", "both")?.value).toBe(146);
    });

    it("gives each territory its rows and its bound authorities", () => {
      expect(line(corrected, "by-region", "BRE-53")).toMatchObject({
        actors: 81,
        open_authorities: 69,
        open: 53,
        total: 230 + 60 + 4 + 1,
        datasets: 1751,
      });
      expect(line(corrected, "by-department", "35")?.total).toBe(74 + 18 + 1);
      // Five rows have no region; the département gives two of them theirs, and Pirae its own collectivity.
      expect(line(file, "by-region", "none")?.actors).toBe(5);
      expect(line(corrected, "by-region", "none")?.actors).toBe(3);
      expect(line(file, "region-matrix", "NC")).toMatchObject({ DEP: 3, REG: 1, total: 6 });
      expect(line(corrected, "region-matrix", "NC")).toMatchObject({ DEP: 3, REG: 1, total: 5 });
      const bound = corrected.indicators["by-region"]?.rows.map((row) => Number(row.total)) ?? [];
      expect(bound.reduce((a, b) => a + b, 0)).toBe(4568);
    });

    it("repairs the population of Paris and the longitude of Nouméa in the corrected basis only", () => {
      const find = (oracle: Oracle, name: string) => oracle.organisations.find((row) => row.name === name);
      expect(find(file, "PARIS")?.population).toBe(27501);
      expect(find(corrected, "PARIS")?.population).toBe(2_145_906);
      expect(find(file, "NOUMEA")?.longitude).toBe(-166.442419);
      expect(find(corrected, "NOUMEA")?.longitude).toBe(166.442419);
    });

    it("filters", () => {
      const { organisations } = corrected;
      const epci = ["CC", "CA", "CU", "MET", "EPT"];
      expect(filterOrganisations(organisations, { type: epci, channel: ["ptf"] })).toHaveLength(58);
      expect(filterOrganisations(organisations, { technology: ["CKAN"], theme: ["Transport"] })).toHaveLength(
        42,
      );
      expect(filterOrganisations(organisations, { theme: ["none"] })).toHaveLength(38);
      expect(filterOrganisations(organisations, { q: ["nouméa"] }).map((row) => row.siren)).toContain(
        organisations.find((row) => row.name === "NOUMEA")?.siren,
      );
    });
  },
);

describe("a folder written by hand", () => {
  const home = mkdtempSync(join(tmpdir(), "oracle-"));
  afterAll(() => rmSync(home, { recursive: true }));
  writeFileSync(
    join(home, "organisations.csv"),
    "\uFEFFSIREN;Nom;Type;Regcode;nb-ptf;nb-datagouv;pop-insee;merge;Département;Techno;Thèmatiques\r\n" +
      '\u200e213500010 ;"Acigné; la ""ville""";com;PDL-52;4;9;3500;ptf+data.gouv;35;arcgis, ArcGis,CKAN;Social,Social\r\n' +
      "6.17E+23;Syndicat;OAGT;;;;;;1;;\r\n" +
      '999999999;Petite;COM;XX;;0;3499;datagouv;"77,91";DataGouv,CKAN;\r\n',
  );

  it("reads damaged cells and keeps unknown apart from zero", () => {
    const [first, second, third] = computeOracle({ folder: home, basis: "file" }).organisations;
    expect(first).toMatchObject({
      siren: "213500010",
      name: 'Acigné; la "ville"',
      type: "COM",
      region: "PDL-52",
      channel: "both",
      technologies: ["ArcGIS", "CKAN"],
      themes: ["Social"],
      datasets: 4,
    });
    expect([sizeBand(first?.population ?? null), datasetsClass(first?.datasets ?? null)]).toEqual([
      "3500-5000",
      "3-5",
    ]);
    expect(second).toMatchObject({
      siren: null,
      type: "OACT",
      region: null,
      department: "01",
      channel: null,
    });
    expect(second).toMatchObject({ datasets: null, population: null });
    expect(third).toMatchObject({ department: "77", datasets: 0, population: 3499 });
    expect([sizeBand(null), sizeBand(3499), datasetsClass(null), datasetsClass(0)]).toEqual([
      null,
      "0-3500",
      null,
      "0",
    ]);
  });

  it("repairs from the register, and counts by technology", () => {
    const { indicators, organisations } = computeOracle({ folder: home, basis: "corrected" });
    expect(organisations.map((row) => row.region)).toEqual(["BRE-53", "ARA-84", "IDF-11"]);
    expect(indicators["datasets-by-technology"]?.rows).toEqual([
      { key: "ArcGIS", value: 4 },
      { key: "DataGouv", value: 9 },
    ]);
    expect(indicators.platforms?.value).toBeNull();
    expect(filterOrganisations(organisations, { size: ["none"], q: ["SYNDI"] })).toHaveLength(1);
    expect(filterOrganisations(organisations, { type: ["COM"], technology: ["CKAN"] })).toHaveLength(2);
  });
});
