import { describe, expect, test } from "vitest";
import {
  csvOf,
  readRows,
  FAIR,
  FAIR_PLATFORM,
  type Changes,
  type PlatformChanges,
} from "@/tests/support/rows";
import { readWritten, type Read } from "@/tests/support/folder";
import { FINDING_KINDS, kindOf } from "./findings";

const GAP = {
  siren: "210500617",
  depcode: "05",
  lat: "44.561198",
  long: "6.082002",
  "pop-insee": "40111",
} as const;
const NOUMEA = {
  siren: "200012508",
  regcode: "NC",
  depcode: "988",
  "pop-insee": "94285",
  lat: "-22.27",
} as const;

/** Rows with every fault of a cell, by the kind of finding that it gives. */
const ROWS: Readonly<Record<string, Changes>> = {
  outer_spaces: { nom: " ACIGNE" },
  inner_spaces: { nom: "A  CIGNE" },
  invisible_characters: { siren: "\u200E213500010" },
  decomposed_accents: { Thématiques: "Citoyennete\u0301" },
  garbled_text: { nom: "ACIGNÃ©" },
  outer_quotes: { nom: '"ACIGNE"' },
  spreadsheet_error: { nom: "#REF!" },
  misplaced_value: { nom: "BRE-53" },
  oversized_text: { nom: "A".repeat(10_001) },
  list_separator: { Thématiques: "Social;Citoyenneté" },
  name_missing: { nom: "" },
  email_removed: { "id-ods": "a@exemple.fr" },
  siren_missing: { siren: "" },
  siren_format: { siren: "213 500 010" },
  siren_malformed: { siren: "21350001" },
  siren_checksum: { siren: "213500011" },
  number_destroyed: { "id-datagouv": "6.17E+23" },
  datagouv_id_malformed: { "id-datagouv": "5bec" },
  type_missing: { type: "" },
  code_spelling: { type: "Com" },
  unknown_code: { regcode: "BRE-52" },
  unknown_value: { Techno: "Udjat" },
  several_values: { depcode: "35,22" },
  channel_contradiction: { merge: "ptf+datagouv" },
  number_format: { "nb-ptf": "4.0" },
  not_a_count: { "nb-ptf": "quatre" },
  zero_datasets: { "nb-ptf": "0" },
  count_missing: { "nb-ptf": "" },
  population_from_register: { "pop-insee": "6275" },
  population_missing: { siren: "223500018", type: "DEP", "pop-insee": "" },
  population_of_associated: { siren: "254002272", type: "AGCT" },
  not_a_coordinate: { lat: "nord" },
  coordinate_incomplete: { lat: "" },
  coordinate_displaced: { lat: "0", long: "0" },
  longitude_sign: { ...NOUMEA, long: "-166.442419" },
  date_unreadable: { TimeStamp: "hier" },
  date_format: { TimeStamp: "15/12/2021 11:57am" },
  region_from_department: { ...GAP, regcode: "" },
  siren_not_in_register: { siren: "254002272" },
  type_differs: { type: "CC" },
  department_differs: { depcode: "22" },
  repeated_value: { Thématiques: "Social,Social" },
  technology_spelling: { Techno: "opendatasoft" },
  platform_unknown: { ptf: "Ailleurs" },
  address_spaces: { "url-ptf": "https://data.fr/a b" },
  address_without_scheme: { "url-ptf": "www.data.fr" },
  address_characters: { "url-ptf": "https://data.fr/é" },
  address_insecure: { "url-ptf": "http://data.fr" },
  address_scheme: { "url-ptf": "javascript:alert(1)" },
  address_invalid: { "url-ptf": "en cours" },
};
const PLATFORMS: Readonly<Record<string, PlatformChanges>> = {
  contact_not_address: { contact: "Camille Martin" },
  unknown_value: { Collab: "Seul" },
  address_missing: { url: "" },
};

const fair = csvOf([FAIR]);
const portal = csvOf([FAIR_PLATFORM]);
/** Files with a fault of their own. */
const FILES: Readonly<Record<string, () => Promise<Read>>> = {
  siren_duplicate: () => readRows([{}, {}]),
  duplicate_name: () => readRows([{}], [{}, {}]),
  encoding_windows_1252: () =>
    readWritten({ files: { "organisations.csv": Buffer.from(fair.replaceAll("’", "'"), "latin1") } }),
  missing_column: () =>
    readWritten({ files: { "organisations.csv": "siren,nom,type\n213500010,ACIGNE,COM\n" } }),
  unread_column: () => readWritten({ files: { "organisations.csv": csvOf([{ ...FAIR, ACV: "OUI" }]) } }),
  repeated_column: () =>
    readWritten({
      files: {
        "organisations.csv": fair,
        "plateformes.csv": csvOf([{ ...FAIR_PLATFORM, "Organisations copy": "" }]),
      },
    }),
  empty_column: () => readRows(Array.from({ length: 10 }, () => ({ "id-ods": "" }))),
  column_unfit: () => readRows(Array.from({ length: 10 }, () => ({ type: "XYZ" }))),
  record_shifted: () => readRows([{ regcode: "ACIGNE", "pop-insee": "BRE-53", lat: "6 700" }]),
  file_not_ended: () => readWritten({ files: { "organisations.csv": fair.trimEnd() } }),
  blank_lines: () =>
    readWritten({ files: { "organisations.csv": `${fair}\n\n`, "plateformes.csv": portal } }),
};

const kindsOf = (read: Read) => read.findings.map(({ kind }) => kind);

describe("the catalogue of findings", () => {
  test("knows every kind that is produced, and every kind is produced", async () => {
    const seen = new Set<string>();
    for (const [kind, changes] of Object.entries(ROWS)) {
      const kinds = kindsOf(await readRows([changes]));
      expect(kinds, kind).toContain(kind);
      kinds.forEach((one) => seen.add(one));
    }
    for (const [kind, changes] of Object.entries(PLATFORMS)) {
      const kinds = kindsOf(await readRows([{}], [changes]));
      expect(kinds, kind).toContain(kind);
      kinds.forEach((one) => seen.add(one));
    }
    for (const [kind, read] of Object.entries(FILES)) {
      const kinds = kindsOf(await read());
      expect(kinds, kind).toContain(kind);
      kinds.forEach((one) => seen.add(one));
    }
    expect([...seen].sort()).toEqual(Object.keys(FINDING_KINDS).sort());
  });

  test("says of each finding what was done, and by which basis", async () => {
    const changes = { ...GAP, regcode: "", siren: " 210500617", "nb-ptf": "x" };
    const { findings } = await readRows([changes]);
    for (const finding of findings) {
      const { outcome, basis } = kindOf(finding.kind);
      expect(finding).toMatchObject({
        file: "organisations.csv",
        line: 2,
        subject: "210500617",
        outcome,
        basis,
      });
    }
    expect(findings.map(({ kind, outcome, basis }) => `${kind} ${outcome} ${basis}`)).toEqual([
      "outer_spaces repaired both",
      "not_a_count dropped both",
      "region_from_department repaired corrected",
    ]);
  });

  test("has no other kind", () => {
    expect(() => kindOf("typo")).toThrow(RangeError);
    expect(() => kindOf("constructor")).toThrow(RangeError);
  });

  test("writes French as French is written", () => {
    const words = Object.values(FINDING_KINDS).flatMap(({ label, explanation }) => [
      label.fr,
      explanation.fr,
    ]);
    expect(
      words.filter((text) => /[^\u202f\u00a0][;?!»]|[^\u00a0]:(?!\/\/|[,…)\d])|«[^\u00a0]|'/.test(text)),
    ).toEqual([]);
  });
});

test("findings of a file as a whole", async () => {
  const { findings } = await (FILES.blank_lines as () => Promise<Read>)();
  expect(findings).toEqual([
    expect.objectContaining({
      kind: "blank_lines",
      line: 3,
      column: null,
      subject: null,
      value: "3-4",
      corrected: null,
    }),
  ]);
  const missing = await (FILES.missing_column as () => Promise<Read>)();
  expect(missing.findings.filter(({ kind }) => kind === "missing_column")).toHaveLength(16);
  expect(missing.organisations[0]).toMatchObject({
    local_datasets: null,
    population_file: null,
    population: 6865,
    themes: [],
  });
});
