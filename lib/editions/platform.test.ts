import { expect, test } from "vitest";
import { slugOf } from "@/lib/codes/platform";
import { readRows, told, type PlatformChanges } from "@/tests/support/rows";
import type { PlatformRecord } from "./types";

const EMAIL = "camille.martin@mairie-exemple.fr";

type Case = [what: string, written: PlatformChanges, read: Partial<PlatformRecord>, said: string[]];

const CASES: Case[] = [
  [
    "a fair row",
    {},
    {
      slug: "data-rennes-metropole",
      reuses: 2,
      hosted_declared: 31,
      organisations: ["213500010", "243500139"],
    },
    [],
  ],
  [
    "codes in any case",
    { Type: "geoportail", Collab: "DEDIÉ", porteur: "com" },
    { type: "Géoportail", collaboration: "Dédié", bearer: "COM" },
    [
      "code_spelling type: geoportail → Géoportail",
      "code_spelling collaboration: DEDIÉ → Dédié",
      "code_spelling bearer: com → COM",
    ],
  ],
  ["a bearer of the State", { porteur: "NAT" }, { bearer: "NAT" }, []],
  [
    "a type outside the list",
    { Type: "Application" },
    { type: "Application" },
    ["unknown_value type: Application"],
  ],
  [
    "MGDIS under its product's name",
    { Techno: "MGDIS Open Data" },
    { technology: "MGDIS" },
    ["technology_spelling technology: MGDIS Open Data → MGDIS"],
  ],
  [
    "a list of SIREN",
    { "Organisations 5": " 213500010, 243500139,213500010,6.17E+23,12" },
    { organisations: ["213500010", "243500139"] },
    [
      "outer_spaces organisations:  213500010, 243500139,213500010,6.17E+23,12 → 213500010, 243500139,213500010,6.17E+23,12",
      "number_destroyed organisations: 6.17E+23",
      "siren_malformed organisations: 12",
      "repeated_value organisations:  213500010, 243500139,213500010,6.17E+23,12 → 213500010, 243500139",
    ],
  ],
  ["an account", { twitter: "@RennesData" }, { twitter: "@RennesData" }, []],
  [
    "a contact that is a name",
    { contact: "Camille Martin" },
    { contact_url: null },
    ["contact_not_address contact_url: (contact)"],
  ],
  [
    "an e-mail for contact",
    { contact: EMAIL },
    { contact_url: null },
    ["email_removed contact_url: (adresse e-mail)"],
  ],
];

test.each(CASES)("%s", async (_what, written, expected, said) => {
  const read = await readRows([{}], [written]);
  expect(read.platforms[0]).toMatchObject(expected);
  expect(told(read)).toEqual(said);
});

test("an e-mail address is nowhere in what is read, whatever the cell it is in and however it is written", async () => {
  const ways = [
    EMAIL,
    EMAIL.toUpperCase(),
    `Écrire à ${EMAIL}.`,
    `mailto:${EMAIL}`,
    EMAIL.replace("@", " (at) "),
    `\u200B${EMAIL}`,
  ];
  const columns = [
    "Type",
    "Collab",
    "url",
    "Techno",
    "porteur",
    "thèmatique",
    "grappe",
    "url-reuse",
    "nb-reuse",
    "url-forum-dodo",
    "nb-struct-hebergees",
    "contact",
    "twitter",
    "Organisations 5",
  ] as const;
  for (const way of ways) {
    const rows = columns.map((column, index) => ({
      Nom: index === 0 ? "Data Rennes Métropole" : `P${index}`,
      "nb-reuse": "",
      [column]: way,
    }));
    const { platforms, findings } = await readRows([{}], rows);
    expect(platforms).toHaveLength(columns.length);
    expect(JSON.stringify([platforms, findings]).toLowerCase(), way).not.toMatch(
      /camille|martin|mairie-exemple|@/,
    );
    expect(findings.filter(({ kind }) => kind === "email_removed")).toHaveLength(columns.length);
  }
});

test("the same for an actor's cells, and for the platform's own name", async () => {
  const read = await readRows(
    [{ nom: EMAIL, Thématiques: `Social,${EMAIL}`, "id-ods": EMAIL }],
    [{ Nom: `Data ${EMAIL}` }, {}],
  );
  const { organisations, platforms, findings } = read;
  expect(JSON.stringify([organisations, platforms, findings])).not.toMatch(/camille|martin|@/i);
  expect(findings.filter(({ kind }) => kind === "email_removed")).toHaveLength(4);
});

test("two platforms of the same name have two slugs, and a doubt says so", async () => {
  const read = await readRows([{}], [{}, { Nom: "DATA RENNES METROPOLE" }, {}]);
  expect(read.platforms.map(({ slug }) => slug)).toEqual([
    "data-rennes-metropole",
    "data-rennes-metropole-2",
    "data-rennes-metropole-3",
  ]);
  expect(told(read)).toEqual([
    "duplicate_name name: DATA RENNES METROPOLE",
    "duplicate_name name: Data Rennes Métropole",
  ]);
  expect(read.findings.map(({ line, subject }) => [line, subject])).toEqual([
    [3, "data-rennes-metropole-2"],
    [4, "data-rennes-metropole-3"],
  ]);
});

test("a slug is made of lowercase ASCII words", () => {
  expect(slugOf("Œuvres d’Art & Cœur — Île-de-France")).toBe("oeuvres-d-art-coeur-ile-de-france");
  expect(slugOf("  Géo2France  ")).toBe("geo2france");
});
