import { expect, test } from "vitest";
import { COLUMN_TYPES } from "./column-types";
import { ORGANISATION_COLUMNS, PLATFORM_COLUMNS } from "./columns";
import { absentColumns, columnsOf } from "./file-schema";

test("columns stand in the file's order under their published header, those not read among them", () => {
  const headers = ["nom", "SIREN", "A vériifier", "Thèmatiques", "nb-ptf"];
  expect(columnsOf({ resource: "organisations", headers: [...headers, "type"] })).toEqual([
    { header: "nom", name: "name", type: "text" },
    { header: "SIREN", name: "siren", type: "identifier" },
    { header: "A vériifier", name: null, type: null },
    { header: "Thèmatiques", name: "themes", type: "list" },
    { header: "nb-ptf", name: "local_datasets", type: "integer" },
    { header: "type", name: "type", type: "code" },
  ]);
});

test("of a column given twice, the first is read", () => {
  const headers = ["Nom", "Organisations 5", "Organisations copy"];
  expect(columnsOf({ resource: "plateformes", headers }).map(({ name }) => name)).toEqual([
    "name",
    "organisations",
    null,
  ]);
});

test("what a file lacks is named by its published header", () => {
  const columns = PLATFORM_COLUMNS.map(({ name }) => name).filter((name) => name !== "technology");
  expect(absentColumns({ resource: "plateformes", columns })).toEqual([
    { header: "Techno", name: "technology", type: "code" },
  ]);
});

test("every column of both schemas has a type", () => {
  const names = [...ORGANISATION_COLUMNS, ...PLATFORM_COLUMNS].map(({ name }) => name);
  expect(names.filter((name) => !(name in COLUMN_TYPES))).toEqual([]);
});
