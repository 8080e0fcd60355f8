import { expect, test } from "vitest";
import { readRows, told, type Changes } from "@/tests/support/rows";
import type { OrganisationRecord } from "./types";

/** What is written in the row, what is read, what is said of it. */
type Case = [what: string, written: Changes, read: Partial<OrganisationRecord>, said: string[]];

const NUMBERS: Case[] = [
  [
    "decimals of a spreadsheet",
    { "nb-ptf": "12.0" },
    { local_datasets: 12 },
    ["number_format local_datasets: 12.0 → 12"],
  ],
  ["a negative count", { "nb-ptf": "-3" }, { local_datasets: null }, ["not_a_count local_datasets: -3"]],
  ["half a data set", { "nb-ptf": "3,5" }, { local_datasets: null }, ["not_a_count local_datasets: 3,5"]],
  [
    "a word for a count",
    { "nb-ptf": "quatre" },
    { local_datasets: null },
    ["not_a_count local_datasets: quatre"],
  ],
  ["zero data sets", { "nb-ptf": "0" }, { local_datasets: 0 }, ["zero_datasets local_datasets: 0"]],
  [
    "inhabitants in groups",
    { "pop-insee": "6 865" },
    { population_file: 6865 },
    ["number_format population: 6 865 → 6865"],
  ],
  [
    "a decimal comma",
    { lat: "48,1339" },
    { latitude: 48.1339 },
    ["number_format latitude: 48,1339 → 48.1339"],
  ],
  [
    "a latitude beyond the pole",
    { lat: "148.1" },
    { latitude: null },
    ["not_a_coordinate latitude: 148.1", "coordinate_incomplete latitude: 148.1"],
  ],
  [
    "coordinates swapped",
    { lat: "-1.53664", long: "48.1339" },
    { latitude: -1.53664, longitude: 48.1339 },
    ["coordinate_displaced latitude: -1.53664, 48.1339"],
  ],
  [
    "a date of the file",
    { TimeStamp: "15/12/2021 11:57am" },
    { checked_at: "2021-12-15T11:57" },
    ["date_format checked_at: 15/12/2021 11:57am → 2021-12-15T11:57"],
  ],
  [
    "an evening",
    { TimeStamp: "7/10/2021 7:27pm" },
    { checked_at: "2021-10-07T19:27" },
    ["date_format checked_at: 7/10/2021 7:27pm → 2021-10-07T19:27"],
  ],
  [
    "just after midnight",
    { TimeStamp: "7/10/2021 12:05am" },
    { checked_at: "2021-10-07T00:05" },
    ["date_format checked_at: 7/10/2021 12:05am → 2021-10-07T00:05"],
  ],
  [
    "a day that is not",
    { TimeStamp: "31/02/2021 1:00pm" },
    { checked_at: null },
    ["date_unreadable checked_at: 31/02/2021 1:00pm"],
  ],
];

const LISTS: Case[] = [
  ["a comma and a space", { Thématiques: "Social, Citoyenneté" }, { themes: ["Social", "Citoyenneté"] }, []],
  [
    "a theme twice",
    { Thématiques: "Social,Social" },
    { themes: ["Social"] },
    ["repeated_value themes: Social,Social → Social"],
  ],
  ["no theme", { Thématiques: "" }, { themes: [] }, []],
  [
    "a technology's case",
    { Techno: "Opendatasoft" },
    { technologies: ["OpenDataSoft"] },
    ["technology_spelling technologies: Opendatasoft → OpenDataSoft"],
  ],
  [
    "a technology without accent",
    { Techno: "CKAN,specifique" },
    { technologies: ["CKAN", "Spécifique"] },
    ["technology_spelling technologies: CKAN,specifique → CKAN, Spécifique"],
  ],
  [
    "an unknown technology",
    { Techno: "Udjat" },
    { technologies: ["Udjat"] },
    ["unknown_value technologies: Udjat"],
  ],
  [
    "a script for an address",
    { "url-ptf": "javascript:alert(1)" },
    { local_url: null },
    ["address_scheme local_url: javascript:alert(1)"],
  ],
  [
    "a transfer for an address",
    { "url-ptf": "ftp://data.fr/x" },
    { local_url: null },
    ["address_scheme local_url: ftp://data.fr/x"],
  ],
  [
    "a plain address",
    { "url-ptf": "http://data.fr/x" },
    { local_url: "http://data.fr/x" },
    ["address_insecure local_url: http://data.fr/x"],
  ],
  [
    "an accent in an address",
    { "url-ptf": "https://data.fr/Acigné" },
    { local_url: "https://data.fr/Acigné" },
    ["address_characters local_url: https://data.fr/Acigné"],
  ],
];

test.each([...NUMBERS, ...LISTS])("%s", async (_what, written, expected, said) => {
  const read = await readRows([written]);
  expect(read.organisations).toHaveLength(1);
  expect(read.organisations[0]).toMatchObject(expected);
  expect(told(read)).toEqual(said);
});
