/**
 * The reader on the real files of October 2022. Expected values were worked out with another program (Python's csv
 * module, the list of départements published beside the files) or read in the file by eye.
 */
import { beforeAll, describe, expect, test } from "vitest";
import type { Read } from "@/tests/support/folder";
import { readRealFiles, realFilesAreHere, WHEN_ABSENT } from "@/tests/support/real";

function tally(values: Iterable<string | null | undefined>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value ?? "none"] = (counts[value ?? "none"] ?? 0) + 1;
  return counts;
}

describe.skipIf(!realFilesAreHere)(`real files${WHEN_ABSENT}`, () => {
  let read: Read;
  beforeAll(async () => {
    read = await readRealFiles();
  });
  const named = (name: string) => read.organisations.find((row) => row.name === name);
  const findings = (kind: string) => read.findings.filter((finding) => finding.kind === kind);
  const sum = (values: (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0);

  test("have 891 actors and 219 platforms, each on its own line", () => {
    const lines = (rows: readonly { line: number }[]) => rows.map(({ line }) => line);
    expect(lines(read.organisations)).toEqual(read.organisations.map((_, index) => index + 2));
    expect([lines(read.organisations).at(-1), lines(read.platforms).at(-1)]).toEqual([892, 220]);
    expect(tally(read.organisations.map(({ type }) => type))).toEqual({
      ...{
        COM: 454,
        CA: 101,
        OACT: 78,
        AGCT: 65,
        DEP: 61,
        CC: 53,
        DSPT: 34,
        MET: 19,
        REG: 16,
        CU: 6,
        EPT: 3,
        SDE: 1,
      },
    });
  });

  test("start with ACIGNE and end with ZILLISHEIM", () => {
    expect(read.organisations[0]).toMatchObject({
      siren: "213500010",
      name: "ACIGNE",
      type: "COM",
      department: "35",
      local_url: "https://data.rennesmetropole.fr/explore/?sort=modified&refine.publisher=Commune+d%27Acigné",
      local_datasets: 4,
      ods_id: "Commune d'Acigné",
      population_file: 6275,
      population: 6865,
      channel: "ptf",
      platforms: ["Data Rennes Métropole"],
      technologies: ["OpenDataSoft"],
      themes: ["Social", "Citoyenneté"],
      checked_at: "2021-12-15T11:57",
    });
    expect(read.organisations[890]).toMatchObject({
      siren: "216803841",
      local_datasets: 3,
      checked_at: "2021-06-16T09:47",
    });
  });

  test("have nine SIREN with stray characters, all cleaned", () => {
    const cleaned = read.findings.filter(
      ({ file, column, outcome }) =>
        file === "organisations.csv" && column === "siren" && outcome === "repaired",
    );
    expect(cleaned.map(({ line, corrected }) => [line, corrected])).toEqual([
      ...[
        [3, "254002272"],
        [49, "210500088"],
        [125, "216401554"],
        [387, "210500609"],
        [397, "187609110"],
      ],
      ...[
        [478, "200033694"],
        [558, "210500872"],
        [675, "210501219"],
        [811, "200046050"],
      ],
    ]);
    expect(cleaned.filter(({ kind }) => kind === "invisible_characters")).toMatchObject([
      { line: 397, value: "\u200e187609110", basis: "both" },
    ]);
    expect(read.organisations.filter(({ siren, type }) => siren === null || type === null)).toEqual([]);
    expect(findings("siren_checksum")).toEqual([]);
  });

  test("give three cities the population of one arrondissement", () => {
    const populations = ["PARIS", "LYON", "MARSEILLE"].map((name) => [
      named(name)?.population_file,
      named(name)?.population,
    ]);
    expect(populations).toEqual([
      [27501, 2145906],
      [30428, 522228],
      [24609, 870321],
    ]);
    expect(findings("population_from_register")).toContainEqual(
      expect.objectContaining({
        line: 612,
        subject: "217500016",
        basis: "corrected",
        value: "27501",
        corrected: "2145906",
      }),
    );
  });

  test("contradict their départements in 45 rows", () => {
    expect(findings("region_from_department")).toHaveLength(45);
    expect(named("GAP")).toMatchObject({ line: 391, region_file: null, region: "PAC-93", department: "05" });
    expect(named("FORCALQUIER")).toMatchObject({ region_file: null, region: "PAC-93", department: "04" });
    expect(tally(read.organisations.map(({ region }) => region))).toEqual({
      ...{
        none: 3,
        "ARA-84": 82,
        "BFC-27": 41,
        "BRE-53": 81,
        "COR-94": 6,
        "CVL-24": 28,
        "GES-44": 48,
        "GF-03": 2,
        "GP-01": 2,
      },
      ...{
        "HDF-32": 39,
        "IDF-11": 99,
        "MQ-02": 1,
        "NAQ-75": 111,
        NC: 6,
        "NOR-28": 40,
        "OCC-76": 109,
        "PAC-93": 130,
      },
      ...{ "PDL-52": 57, PF: 2, "RE-04": 3, "YT-06": 1 },
    });
    expect(findings("several_values").map(({ line, value, corrected }) => [line, value, corrected])).toEqual([
      [177, "77,91", "77"],
      [811, "37,41", "37"],
    ]);
  });

  test("put New Caledonia west of Greenwich", () => {
    expect(named("NOUMEA")).toMatchObject({
      region: "NC",
      longitude_file: -166.442419,
      longitude: 166.442419,
      latitude: -22.274526,
    });
    expect(findings("longitude_sign").map(({ line }) => line)).toEqual([590, 814]);
    expect(findings("coordinate_displaced")).toEqual([]);
  });

  test("name technologies in several spellings, which are merged", () => {
    expect(tally(read.organisations.map(({ technologies }) => technologies[0]))).toEqual({
      ...{
        DataGouv: 403,
        OpenDataSoft: 235,
        CKAN: 117,
        Spécifique: 40,
        ArcGIS: 29 + 7,
        MGDIS: 27,
        GeoNetwork: 16,
      },
      ...{ Data4Citizen: 8, "TYPO3 In Cite": 7, OpenDataGazette: 1, Isogeo: 1 },
    });
    expect(findings("repeated_value")).toHaveLength(20);
  });

  test("add up: channels, data sets, themes, dates", () => {
    expect(tally(read.organisations.map(({ channel }) => channel))).toEqual({
      datagouv: 394,
      ptf: 351,
      both: 146,
    });
    expect(sum(read.organisations.map((row) => row.local_datasets))).toBe(15946);
    expect(sum(read.organisations.map((row) => row.datagouv_datasets))).toBe(12611);
    expect(sum(read.organisations.map((row) => row.population_file))).toBe(147189818);
    expect(findings("zero_datasets")).toHaveLength(12 + 4);
    expect(tally(read.organisations.flatMap(({ themes }) => themes))).toMatchObject({
      Equipements: 394,
      Transport: 293,
      Energie: 29,
      Agriculture: 3,
    });
    const dates = read.organisations.map((row) => row.checked_at ?? "").sort();
    expect([dates[0], dates.at(-1)]).toEqual(["2021-06-16T09:47", "2022-10-04T16:16"]);
    expect(read.organisations.filter((row) => row.datagouv_id !== null)).toHaveLength(430);
  });

  test("name one platform that has no row, and one platform twice", () => {
    expect(findings("platform_unknown").map(({ line, value }) => [line, value])).toEqual([
      [538, "Data Aix Marseille Provence Métropole"],
    ]);
    expect(findings("duplicate_name").map(({ subject }) => subject)).toEqual(["data-vendee-2"]);
    expect(tally(read.platforms.map(({ collaboration }) => collaboration))).toEqual({
      Dédié: 114,
      Mutualisé: 60,
      Partenarial: 24,
      Partagé: 21,
    });
    expect(read.platforms.flatMap(({ organisations }) => organisations)).toHaveLength(912);
  });

  test("have plain http, accents and commas in their addresses, all told", () => {
    const count = (kind: string, file: string) =>
      findings(kind).filter((finding) => finding.file === file).length;
    expect(count("address_insecure", "organisations.csv")).toBe(99);
    expect(count("address_insecure", "plateformes.csv")).toBe(64);
    expect(count("address_characters", "organisations.csv")).toBe(45);
    expect(count("outer_spaces", "organisations.csv")).toBe(53);
  });

  test("lose their 40 e-mail contacts, keep their 59 contact pages", () => {
    expect(read.platforms.filter(({ contact_url }) => contact_url !== null)).toHaveLength(59);
    expect(findings("email_removed").map(({ column }) => column)).toEqual(
      Array.from({ length: 40 }, () => "contact_url"),
    );
    const said = JSON.stringify([read.organisations, read.platforms, read.findings, read.source.files]);
    // An account's name and a publisher's: neither is an address.
    expect(new Set(said.match(/[^"]*@[^"]*/g))).toEqual(
      new Set([
        "https://twitter.com/@OpendataCorsica",
        "Grand Paris Sud + Numérique @ Grand Paris Sud + sig@grand paris sud*",
      ]),
    );
  });
});
