import { expect, test } from "vitest";
import { readRows, told, type Changes } from "@/tests/support/rows";
import type { OrganisationRecord } from "./types";

/** What is written in the row, what is read, what is said of it. */
type Case = [what: string, written: Changes, read: Partial<OrganisationRecord>, said: string[]];

/** A SIREN that the register does not know leaves the file's population and type alone. */
const ACTOR = { siren: "254002272", type: "AGCT", "pop-insee": "" } as const;

const IDENTIFIERS: Case[] = [
  ["a fair row", {}, { line: 2, siren: "213500010", type: "COM", population: 6865 }, []],
  [
    "spaces around",
    { siren: "213500010 " },
    { siren: "213500010" },
    ["outer_spaces siren: 213500010  → 213500010"],
  ],
  [
    "a direction mark",
    { siren: "\u200E213500010" },
    { siren: "213500010" },
    ["invisible_characters siren: \u200E213500010 → 213500010"],
  ],
  [
    "a zero-width space",
    { siren: "2135\u200B00010" },
    { siren: "213500010" },
    ["invisible_characters siren: 2135\u200B00010 → 213500010"],
  ],
  [
    "groups of three",
    { siren: "213 500 010" },
    { siren: "213500010" },
    ["siren_format siren: 213 500 010 → 213500010"],
  ],
  [
    "a wrong check digit",
    { ...ACTOR, siren: "254002273" },
    { siren: "254002273" },
    ["siren_checksum siren: 254002273"],
  ],
  ["a destroyed SIREN", { siren: "2,135E+08" }, { siren: null }, ["number_destroyed siren: 2,135E+08"]],
  ["eight digits", { siren: "21350001" }, { siren: null }, ["siren_malformed siren: 21350001"]],
  ["no SIREN", { siren: " " }, { siren: null }, ["siren_missing siren"]],
  [
    "an identifier",
    { "id-datagouv": "5BEC29278B4C412A07C7EE5F" },
    { datagouv_id: "5bec29278b4c412a07c7ee5f" },
    ["code_spelling datagouv_id: 5BEC29278B4C412A07C7EE5F → 5bec29278b4c412a07c7ee5f"],
  ],
  [
    "a destroyed identifier",
    { "id-datagouv": "6.17E+23" },
    { datagouv_id: null },
    ["number_destroyed datagouv_id: 6.17E+23"],
  ],
  [
    "a short identifier",
    { "id-datagouv": "5bec2927" },
    { datagouv_id: null },
    ["datagouv_id_malformed datagouv_id: 5bec2927"],
  ],
  ["no name", { nom: "" }, { name: "(sans nom)" }, ["name_missing name"]],
  [
    "a name on two lines",
    { nom: "ACIGNE\n (35)" },
    { name: "ACIGNE (35)" },
    ["inner_spaces name: ACIGNE\n (35) → ACIGNE (35)"],
  ],
  [
    "a no-break space",
    { nom: "LA\u00A0MÉE" },
    { name: "LA MÉE" },
    ["invisible_characters name: LA\u00A0MÉE → LA MÉE"],
  ],
  ["text once misread", { nom: "AcignÃ©" }, { name: "AcignÃ©" }, ["garbled_text name: AcignÃ©"]],
];

const CODES: Case[] = [
  ["a type in lowercase", { type: "com" }, { type: "COM" }, ["code_spelling type: com → COM"]],
  ["the old OAGT", { ...ACTOR, type: "OAGT" }, { type: "OACT" }, ["code_spelling type: OAGT → OACT"]],
  ["an unknown type", { type: "XYZ" }, { type: null }, ["unknown_code type: XYZ"]],
  ["no type", { type: "" }, { type: null }, ["type_missing type"]],
  [
    "a region in lowercase",
    { regcode: "bre-53" },
    { region_file: "BRE-53" },
    ["code_spelling region: bre-53 → BRE-53"],
  ],
  [
    "a département's zero lost",
    { siren: "210500617", depcode: "5", regcode: "PAC-93", "pop-insee": "40111", lat: "44.56", long: "6.08" },
    { department: "05" },
    ["code_spelling department: 5 → 05"],
  ],
  [
    "Corsica in lowercase",
    { ...ACTOR, depcode: "2a", regcode: "COR-94", lat: "41.9", long: "8.7" },
    { department: "2A" },
    ["code_spelling department: 2a → 2A"],
  ],
  [
    "two départements",
    { ...ACTOR, depcode: "77,91", regcode: "IDF-11" },
    { department: "77" },
    ["several_values department: 77,91 → 77"],
  ],
  [
    "an unknown département",
    { depcode: "20" },
    { department: null, region: "BRE-53" },
    ["unknown_code department: 20"],
  ],
  [
    "another word for a channel",
    { merge: "data.gouv", "url-ptf": "", "nb-ptf": "", "nb-datagouv": "3" },
    { channel: "datagouv" },
    ["code_spelling channel: data.gouv → datagouv"],
  ],
  [
    "both channels the other way",
    { merge: "data.gouv.fr + PTF", "nb-datagouv": "3" },
    { channel: "both" },
    ["code_spelling channel: data.gouv.fr + PTF → ptf+datagouv"],
  ],
  ["an unknown channel", { merge: "site" }, { channel: null }, ["unknown_code channel: site"]],
  [
    "a channel with nothing",
    { "url-ptf": "", "nb-ptf": "" },
    { channel: "ptf" },
    ["count_missing local_datasets", "channel_contradiction channel: ptf"],
  ],
  ["a channel forgotten", { "nb-datagouv": "3" }, { channel: "ptf" }, ["channel_contradiction channel: ptf"]],
  ["a count missing", { "nb-ptf": "" }, { local_datasets: null }, ["count_missing local_datasets"]],
];

test.each([...IDENTIFIERS, ...CODES])("%s", async (_what, written, expected, said) => {
  const read = await readRows([written]);
  expect(read.organisations).toHaveLength(1);
  expect(read.organisations[0]).toMatchObject(expected);
  expect(told(read)).toEqual(said);
});
