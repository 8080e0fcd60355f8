import { describe, expect, test } from "vitest";
import { ORGANISATION_COLUMNS, PLATFORM_COLUMNS, matchColumns } from "./columns";

// Headers of the three known states of the file, as published.
const FINAL_2022 =
  "siren,nom,type,regcode,url-ptf,nb-ptf,url-datagouv,nb-datagouv,id-datagouv,id-ods,pop-insee,lat,long,merge,depcode,ptf,Techno (from Plateformes),Thématiques";
const OCTOBER_2022 =
  "\uFEFFsiren,nom,type,regcode,url-ptf,nb-ptf,url-datagouv,nb-datagouv,id-datagouv,id-ods,pop-insee,lat,long,merge,Département,ptf,Techno (from Plateformes),Thèmatiques,ACV,A vériifier,TimeStamp";
const OLDER =
  "siren,nom,type,regcode,url-ptf,nb-ptf,url-datagouv,nb-datagouv,id-datagouv,id-ods,pop-insee,lat,long,merge";
const PLATFORMS =
  "Nom,Regcode,Type,Collab,url,Techno,porteur,thèmatique,grappe,url-reuse,nb-reuse,url-forum-dodo,nb-struct-hebergees,contact,twitter,Organisations 5,Last Modified,Organisations copy";

const IN_ORDER = [
  "siren name type region local_url local_datasets datagouv_url datagouv_datasets datagouv_id ods_id population",
  "latitude longitude channel department platforms technologies themes",
]
  .join(" ")
  .split(" ");

describe("columns of organisations", () => {
  const match = (headers: string) => matchColumns(headers.split(","), ORGANISATION_COLUMNS);

  test("of the final file", () => {
    const { columns, findings } = match(FINAL_2022);
    expect([...columns]).toEqual(IN_ORDER.map((name, index) => [name, index]));
    expect(findings).toEqual([{ kind: "missing_column", column: "checked_at", value: null }]);
  });

  test("of the state of October 2022, with its own words and columns of its own", () => {
    const { columns, findings } = match(OCTOBER_2022);
    expect([...columns]).toEqual([...IN_ORDER.map((name, index) => [name, index]), ["checked_at", 20]]);
    expect(findings).toEqual([
      { kind: "unread_column", column: null, value: "ACV" },
      { kind: "unread_column", column: null, value: "A vériifier" },
    ]);
  });

  test("of an older state, where later columns are said to be missing", () => {
    expect(match(OLDER).findings.map(({ kind, column }) => `${kind} ${column}`)).toEqual([
      "missing_column department",
      "missing_column platforms",
      "missing_column technologies",
      "missing_column themes",
      "missing_column checked_at",
    ]);
  });

  test.each(["SIREN,NOM,TYPE", "\u200BSiren , Nom,Type ", '"siren",n_o_m,TYPE:'])(
    "whatever case, spaces and signs: %s",
    (headers) => expect([...match(headers).columns.keys()]).toEqual(["siren", "name", "type"]),
  );

  test.each([
    ["Département", "department"],
    ["DEPCODE", "department"],
    ["nb ptf", "local_datasets"],
    ["Nb_DataGouv", "datagouv_datasets"],
    ["Pop INSEE", "population"],
    ["Techno", "technologies"],
    ["thematiques", "themes"],
    ["Last Modified", "checked_at"],
    ["Longitude", "longitude"],
  ])("%s is %s", (header, name) => {
    expect(match(`siren,nom,type,${header}`).columns.get(name as "siren")).toBe(3);
  });
});

describe("columns of platforms", () => {
  test("the first of the lists of organisations is read, and the others are told", () => {
    const { columns, findings } = matchColumns(PLATFORMS.split(","), PLATFORM_COLUMNS);
    expect(columns.get("organisations")).toBe(15);
    expect(columns.size).toBe(16);
    expect(findings).toEqual([
      { kind: "unread_column", column: null, value: "Last Modified" },
      { kind: "repeated_column", column: "organisations", value: "Organisations copy" },
    ]);
  });

  test("an e-mail address among the headers is not repeated", () => {
    const { findings } = matchColumns(["Nom", "camille@exemple.fr"], PLATFORM_COLUMNS);
    expect(findings[0]).toEqual({ kind: "unread_column", column: null, value: "(adresse e-mail)" });
  });
});
