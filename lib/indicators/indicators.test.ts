// Longer than 250 lines because one edition, counted by hand, serves every indicator: its rows stand beside the figures.
import { describe, expect, it } from "vitest";
import { contextOver } from "@/tests/support/edition";
import { indicatorById, indicators } from ".";
import type { EditionContext } from "@/lib/engine/context";

const compute = (id: string, context: EditionContext) => {
  const indicator = indicatorById.get(id);
  if (!indicator) throw new Error(`no indicator ${id}`);
  return indicator.compute(context);
};

// Twelve actors, counted by hand in each expectation below. SIREN are Acigné's, Rennes Métropole's, Brest Métropole's
// and Agen's where a figure needs the register, unassigned elsewhere.
const EDITION = {
  organisations: [
    {
      siren: "213500014",
      name: "Petite",
      type: "COM",
      region: "BRE-53",
      department: "35",
      population: 1_000,
      channel: "ptf",
      local_datasets: 4,
      technologies: ["CKAN", "ArcGIS"],
      themes: ["Social", "Culture"],
    },
    {
      siren: "213500022",
      name: "Moyenne",
      type: "COM",
      region: "BRE-53",
      department: "35",
      population: 3_500,
      channel: "datagouv",
      datagouv_datasets: 2,
      local_datasets: 9,
      technologies: ["DataGouv"],
      themes: ["Social"],
    },
    {
      siren: "213500030",
      name: "Grande",
      type: "COM",
      region: "BRE-53",
      department: "35",
      population: 100_000,
      channel: "both",
      local_datasets: 30,
      datagouv_datasets: 50,
      technologies: ["OpenDataSoft", "DataGouv"],
    },
    {
      siren: "213500048",
      name: "Presque grande",
      type: "COM",
      region: "OCC-76",
      department: "31",
      population: 99_999,
      channel: "datagouv",
      datagouv_datasets: 0,
    },
    {
      siren: "200000001",
      name: "Communauté",
      type: "CC",
      region: "OCC-76",
      department: "31",
      population: 20_000,
      channel: "ptf",
      local_datasets: null,
    },
    {
      siren: "200000002",
      name: "Métropole",
      type: "MET",
      region: "BRE-53",
      department: "35",
      population: 450_000,
      channel: "both",
      local_datasets: 600,
      datagouv_datasets: 10,
      technologies: ["OpenDataSoft"],
    },
    {
      siren: "223500018",
      name: "Département",
      type: "DEP",
      region: "BRE-53",
      department: "35",
      population: 1_000_000,
      channel: "datagouv",
      datagouv_datasets: 12,
      technologies: ["DataGouv"],
    },
    {
      siren: "233500016",
      name: "Région",
      type: "REG",
      region: "BRE-53",
      population: 3_300_000,
      channel: "ptf",
      local_datasets: 200,
      technologies: ["OpenDataSoft"],
    },
    {
      siren: "200012508",
      name: "Outre-mer",
      type: "COM",
      region: "NC",
      department: "988",
      population: 94_285,
      channel: "ptf",
      local_datasets: 1,
    },
    {
      siren: "254002272",
      name: "Syndicat",
      type: "AGCT",
      region: "NAQ-75",
      department: "40",
      channel: "datagouv",
      datagouv_datasets: 5,
    },
    { siren: "306966110", name: "Agence", type: "OACT", region: "BRE-53", department: "29", channel: null },
    { siren: null, name: "Inconnue", type: null },
  ],
  platforms: [
    { name: "A", type: "Portail", collaboration: "Dédié", technology: "CKAN" },
    { name: "B", type: "Portail", collaboration: "Partagé", technology: "CKAN" },
    { name: "C", type: "Géoportail", collaboration: "Mutualisé", technology: null },
    { name: "D", type: "Site web", collaboration: null, technology: "ArcGIS" },
  ],
} as const;
const edition = () => structuredClone(EDITION) as unknown as Parameters<typeof contextOver>[0];

const byKey = <T extends { key: string }>(rows: T[]) => Object.fromEntries(rows.map((row) => [row.key, row]));

describe("indicators over an edition counted by hand", () => {
  it("actors are rows; authorities and associated actors share them out", async () => {
    const context = await contextOver(edition());
    expect((await compute("actors", context)).value).toBe(12);
    expect((await compute("open-authorities", context)).value).toBe(9);
    // The row without a type is no authority: it is among the other rows.
    expect((await compute("associated-actors", context)).value).toBe(3);
  });

  it("the opening rate leaves small communes out, and overseas ones in the corrected basis only", async () => {
    const corrected = await compute("opening-rate", await contextOver(edition()));
    // Moyenne, Presque grande | Communauté | Grande, Métropole | Département | Région
    expect(corrected).toMatchObject({ numerator: 7, denominator: 4_568 });
    expect(corrected.value).toBeCloseTo(7 / 4_568, 12);
    expect(byKey(corrected.rows)).toMatchObject({
      "COM-3500-100000": { open: 2, total: 3_141 },
      "EPCI-0-100000": { open: 1 },
      "COM+EPCI-100000-": { open: 2 },
      DEP: { open: 1, total: 101 },
      REG: { open: 1, total: 18 },
    });
    const file = await compute("opening-rate", await contextOver(edition(), "file"));
    expect(file).toMatchObject({ numerator: 8, denominator: 4_568 });
  });

  it("with reference set 2021 the denominators are the published ones", async () => {
    const context = await contextOver({ ...edition(), reference: "2021" });
    expect(await compute("opening-rate", context)).toMatchObject({ numerator: 7, denominator: 4_604 });
    expect(byKey((await compute("opening-rate", context)).rows)["EPCI-0-100000"]).toMatchObject({
      total: 1_219,
    });
    expect(byKey((await compute("by-type", context)).rows)["EPCI-0-100000"]).toMatchObject({ total: 1_223 });
  });

  it("bounds of bands: the lower is in, the upper out, no one counts twice", async () => {
    const { rows } = await compute("by-size", await contextOver(edition()));
    expect(rows.map((row) => [row.key, row.open])).toEqual([
      ["3500-5000", 1],
      ["5000-10000", 0],
      ["10000-20000", 0],
      ["20000-50000", 0],
      ["50000-80000", 0],
      ["80000-100000", 1],
      ["100000-", 1],
    ]);
    expect(rows.map((row) => row.total)).toEqual([971, 1_189, 543, 351, 71, 16, 42]);
  });

  it("by-type counts six classes, then the kinds of EPCI apart", async () => {
    const rows = byKey((await compute("by-type", await contextOver(edition()))).rows);
    expect(rows["COM-0-3500"]).toMatchObject({ open: 1, total: 31_772 });
    expect(rows.MET).toMatchObject({ open: 1, total: 22 });
    expect(rows.CC).toMatchObject({ open: 1, total: 992 });
    expect(rows.EPT).toMatchObject({ open: 0, total: 11 });
  });

  it("three rules count data sets; a missing count is unknown, not zero", async () => {
    const rows = byKey((await compute("datasets", await contextOver(edition()))).rows);
    // 4 + 2 + 30 + 0 + 600 + 12 + 200 + 1 + 5; unknown: Communauté, Agence, Inconnue
    expect(rows["local-first"]).toMatchObject({ value: 854, unknown: 3 });
    // 4 + 9 + 50 + 0 + 600 + 12 + 200 + 1 + 5
    expect(rows.larger).toMatchObject({ value: 881, unknown: 3 });
    // 4 + 11 + 80 + 0 + 610 + 12 + 200 + 1 + 5
    expect(rows.sum).toMatchObject({ value: 923, unknown: 3 });
  });

  it("the distribution has every class, the median of known counts and the share of one or two", async () => {
    const result = await compute("datasets-distribution", await contextOver(edition()));
    // 0 1 2 4 5 12 30 200 600
    expect(result).toMatchObject({ median: 5, value: 12, known: 9, one_or_two: 2 });
    expect(result.share_one_or_two).toBeCloseTo(2 / 9, 12);
    expect(result.rows.map((row) => [row.key, row.value])).toEqual([
      ["0", 1],
      ["1-2", 2],
      ["3-5", 2],
      ["6-10", 0],
      ["11-25", 1],
      ["26-50", 1],
      ["51-100", 0],
      ["101-250", 1],
      ["251-500", 0],
      ["501-", 1],
      ["none", 3],
    ]);
  });

  it("technologies: once under the first, and once per technology used", async () => {
    const context = await contextOver(edition());
    const rows = byKey((await compute("organisations-by-technology", context)).rows);
    expect(rows).toMatchObject({
      OpenDataSoft: { value: 3, used: 3 },
      DataGouv: { value: 2, used: 3 },
      CKAN: { value: 1, used: 1 },
      ArcGIS: { value: 0, used: 1 },
      none: { value: 6, used: 6 },
    });
    // Local counts: CKAN 4, DataGouv alone 9, OpenDataSoft 30 + 600 + 200, none 1; data.gouv.fr's: 2 + 50 + 0 + 10 + 12 + 5
    expect(byKey((await compute("datasets-by-technology", context)).rows)).toMatchObject({
      OpenDataSoft: { value: 830 },
      DataGouv: { value: 88 },
      CKAN: { value: 4 },
      none: { value: 1 },
    });
  });

  it("data sets by technology are unknown where no count is known", async () => {
    const context = await contextOver({
      organisations: [{ siren: "213500014", name: "Petite", type: "COM", technologies: ["CKAN"] }],
    });
    expect(await compute("datasets-by-technology", context)).toMatchObject({ value: null, rows: [] });
  });

  it("channels, themes and ecosystem keep `none` apart", async () => {
    const context = await contextOver(edition());
    expect((await compute("publication-channels", context)).rows.map((row) => [row.key, row.value])).toEqual([
      ["ptf", 4],
      ["datagouv", 4],
      ["both", 2],
      ["none", 2],
    ]);
    const themes = await compute("themes", context);
    expect(themes.value).toBe(2);
    expect(byKey(themes.rows)).toMatchObject({
      Social: { value: 2, authorities: 2 },
      Culture: { value: 1, authorities: 1 },
      none: { value: 10, authorities: 7 },
    });
    expect(byKey((await compute("ecosystem", context)).rows)).toMatchObject({
      COM: { value: 5 },
      EPCI: { value: 2 },
      DEP: { value: 1 },
      REG: { value: 1 },
      AGCT: { value: 1 },
      OACT: { value: 1 },
      DSPT: { value: 0 },
      SDE: { value: 0 },
      none: { value: 1 },
    });
  });

  it("platforms by type, technology and governance", async () => {
    const context = await contextOver(edition());
    expect((await compute("platforms", context)).value).toBe(4);
    expect(byKey((await compute("platforms-by-technology", context)).rows)).toMatchObject({
      CKAN: { value: 2 },
      none: { value: 1 },
    });
    expect(await compute("governance", context)).toMatchObject({ value: 2, numerator: 2, denominator: 4 });
  });

  it("regions carry their denominators; an overseas code has none, hence no rate", async () => {
    const rows = byKey((await compute("by-region", await contextOver(edition()))).rows);
    expect(rows["BRE-53"]).toMatchObject({ actors: 7, open_authorities: 6, open: 5, datasets: 848 });
    expect(rows["BRE-53"]?.rate).toBeCloseTo(5 / Number(rows["BRE-53"]?.total), 12);
    expect(rows.NC).toMatchObject({ actors: 1, open: 1, total: 0, rate: null, population: null });
    expect(rows["COR-94"]).toMatchObject({ actors: 0, open: 0, datasets: 0 });
    expect(rows.none).toMatchObject({ actors: 1, open: 0, total: 0, rate: null, datasets: null });
  });

  it("the matrix counts open authorities by region and type", async () => {
    const result = await compute("region-matrix", await contextOver(edition()));
    expect(result.value).toBe(9);
    expect(byKey(result.rows)["BRE-53"]).toMatchObject({
      "COM-0-3500": 1,
      "COM-3500-": 2,
      MET: 1,
      DEP: 1,
      REG: 1,
      total: 6,
    });
    expect(byKey(result.rows)["OCC-76"]).toMatchObject({ "COM-3500-": 1, CC: 1, total: 2 });
  });

  it("population is covered once, by the commune or by its EPCI", async () => {
    // Rennes and Rennes Métropole: the members of the métropole, Rennes among them, each once.
    const both = await compute(
      "population-coverage",
      await contextOver({
        organisations: [
          { siren: "213502388", name: "RENNES", type: "COM", region: "BRE-53" },
          { siren: "243500139", name: "RENNES METROPOLE", type: "MET", region: "BRE-53" },
        ],
      }),
    );
    const alone = await compute(
      "population-coverage",
      await contextOver({
        organisations: [{ siren: "243500139", name: "RENNES METROPOLE", type: "MET", region: "BRE-53" }],
      }),
    );
    expect(both.numerator).toBe(alone.numerator);
    expect(both.denominator).toBe(67_418_672);
    // Municipal populations of the 43 communes of Rennes Métropole in communes.json, added by a separate script.
    expect(alone.numerator).toBe(462_580);
  });

  it("an edition that lacks a column answers unknown and names it, never zero", async () => {
    const written = edition();
    const context = await contextOver({
      ...written,
      platforms: null,
      columns: { organisations: ["siren", "name", "type"], plateformes: [] },
    });
    for (const id of [
      "themes",
      "organisations-by-technology",
      "publication-channels",
      "opening-rate",
      "platforms",
    ]) {
      const result = await compute(id, context);
      expect(result.value, id).toBeNull();
      expect(result.missing.length, id).toBeGreaterThan(0);
      expect(result.rows, id).toEqual([]);
    }
    expect((await compute("actors", context)).value).toBe(12);
  });

  it("history holds the published series and the edition; a demonstration shows in its own only", async () => {
    const result = await compute("history", await contextOver(edition()));
    expect(result.rows).toHaveLength(12);
    expect(result.rows[0]).toMatchObject({
      key: "2016-10",
      communes: 47,
      epci: 29,
      departments: 15,
      regions: 10,
      total: 101,
    });
    expect(result.value).toBe(9);
  });

  it("every indicator has its words in both languages and a row link for every key", async () => {
    const context = await contextOver(edition());
    expect(new Set(indicators.map((one) => one.id)).size).toBe(indicators.length);
    for (const indicator of indicators) {
      const result = await indicator.compute(context);
      for (const text of [result.name, result.definition, result.formula]) {
        expect(text.fr.length, indicator.id).toBeGreaterThan(3);
        expect(text.en.length, indicator.id).toBeGreaterThan(3);
      }
      for (const row of result.rows) expect(row.label.fr, `${indicator.id}/${row.key}`).not.toBe("");
    }
  });
});
