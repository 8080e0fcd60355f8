import { describe, expect, test } from "vitest";
import { FINDING_KINDS, type KindCode } from "./findings";
import { readRows, told, type Changes } from "@/tests/support/rows";
import type { OrganisationRecord } from "./types";

type Case = [what: string, written: Changes, read: Partial<OrganisationRecord>, said: string[]];

/** A body that the register does not know, in the same place as the fair row. */
const ACTOR = { siren: "254002272", type: "AGCT", "pop-insee": "" } as const;
// SIREN, département and municipal population of the register of 2022, looked up by hand.
const GAP = { siren: "210500617", nom: "GAP", depcode: "05", lat: "44.561198", long: "6.082002" } as const;
const PARIS = {
  siren: "217500016",
  nom: "PARIS",
  regcode: "IDF-11",
  depcode: "75",
  lat: "48.86",
  long: "2.35",
} as const;
const NOUMEA = {
  siren: "200012508",
  nom: "NOUMEA",
  regcode: "NC",
  depcode: "988",
  "pop-insee": "94285",
  lat: "-22.27",
} as const;

const CORRECTED: Case[] = [
  [
    "a region missing",
    { ...GAP, regcode: "", "pop-insee": "40111" },
    { region_file: null, region: "PAC-93" },
    ["region_from_department region → PAC-93"],
  ],
  [
    "a region of elsewhere",
    { ...GAP, regcode: "OCC-76", "pop-insee": "40111" },
    { region_file: "OCC-76", region: "PAC-93" },
    ["region_from_department region: OCC-76 → PAC-93"],
  ],
  [
    "a region without département",
    { ...ACTOR, depcode: "" },
    { region_file: "BRE-53", region: "BRE-53" },
    [],
  ],
  [
    "the population of one arrondissement",
    { ...PARIS, "pop-insee": "27501" },
    { population_file: 27501, population: 2145906 },
    ["population_from_register population: 27501 → 2145906"],
  ],
  [
    "a population missing",
    { ...PARIS, "pop-insee": "" },
    { population_file: null, population: 2145906 },
    ["population_from_register population → 2145906"],
  ],
  [
    "a longitude of the wrong hemisphere",
    { ...NOUMEA, long: "-166.442419" },
    { region: "NC", longitude_file: -166.442419, longitude: 166.442419 },
    ["longitude_sign longitude: -166.442419 → 166.442419"],
  ],
  [
    "a longitude of the right one",
    { ...NOUMEA, long: "166.442419" },
    { longitude_file: 166.442419, longitude: 166.442419 },
    [],
  ],
  [
    "French Polynesia, west as it should be",
    { ...NOUMEA, siren: "200012491", regcode: "PF", depcode: "987", lat: "-17.53", long: "-149.57" },
    { region: "PF", longitude: -149.57 },
    ["siren_checksum siren: 200012491"],
  ],
];

const KEPT: Case[] = [
  [
    "a commune that the register does not know",
    { siren: "254002272" },
    { type: "COM", population: 6865 },
    ["siren_not_in_register siren: 254002272"],
  ],
  ["a type that is not the register's", { type: "CC" }, { type: "CC" }, ["type_differs type: CC → COM"]],
  [
    "a département that is not the register's",
    { depcode: "22" },
    { department: "22" },
    ["department_differs department: 22 → 35"],
  ],
  [
    "an actor with inhabitants",
    { ...ACTOR, "pop-insee": "410355" },
    { population: 410355 },
    ["population_of_associated population: 410355"],
  ],
  [
    "an authority without inhabitants",
    { siren: "223500018", type: "DEP", "pop-insee": "" },
    { population: null },
    ["population_missing population"],
  ],
  [
    "a place outside France",
    { lat: "40.4", long: "-3.7" },
    { latitude: 40.4 },
    ["coordinate_displaced latitude: 40.4, -3.7"],
  ],
  [
    "a latitude alone",
    { long: "" },
    { latitude: 48.1339, longitude: null },
    ["coordinate_incomplete longitude"],
  ],
  [
    "a platform without a row",
    { ptf: "Data Rennes Métropole,Autre" },
    { platforms: ["Data Rennes Métropole", "Autre"] },
    ["platform_unknown platforms: Autre"],
  ],
  [
    "DataGouv, which has no row",
    { ptf: "Data Rennes Métropole,DataGouv" },
    { platforms: ["Data Rennes Métropole", "DataGouv"] },
    [],
  ],
];

describe.each([
  ["the corrected basis", CORRECTED],
  ["a doubt changes nothing", KEPT],
])("%s", (_group, cases) => {
  test.each(cases)("%s", async (_what, written, expected, said) => {
    const read = await readRows([written]);
    expect(read.organisations[0]).toMatchObject(expected);
    expect(told(read)).toEqual(said);
    const basis = cases === CORRECTED ? "corrected" : "both";
    for (const finding of read.findings.filter(({ kind }) => kind !== "siren_checksum")) {
      expect(finding).toMatchObject({
        file: "organisations.csv",
        line: 2,
        subject: written.siren ?? "213500010",
        basis,
      });
      expect(finding.outcome).toBe(cases === CORRECTED ? "repaired" : "kept");
    }
  });
});

test("a SIREN given twice is a doubt about the second row, and both rows stay", async () => {
  const read = await readRows([{}, { nom: "ACIGNE BIS" }]);
  expect(read.organisations.map(({ name, siren }) => [name, siren])).toEqual([
    ["ACIGNE", "213500010"],
    ["ACIGNE BIS", "213500010"],
  ]);
  expect(read.findings.map(({ kind, line }) => [kind, line])).toEqual([["siren_duplicate", 3]]);
});

test("every kind has a severity and words in both languages, with what the publisher can do", () => {
  for (const code of Object.keys(FINDING_KINDS) as KindCode[]) {
    const { severity, outcome, label, explanation } = FINDING_KINDS[code];
    expect(label.fr, code).not.toBe(label.en);
    expect(explanation.fr, code).toMatch(/À la source\s: /);
    expect(explanation.en, code).toContain("At the source: ");
    // A value lost is never a matter of form, save what is taken out for the sake of persons.
    if (outcome === "dropped" && code !== "contact_not_address") expect(severity, code).not.toBe("info");
  }
});
