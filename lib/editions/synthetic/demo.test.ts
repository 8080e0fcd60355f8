import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { AUTHORITY_TYPES } from "@/lib/codes/types";
import { passesLuhn } from "@/lib/codes/siren";
import { loadRegister } from "../register";
import { DEMO, DEMO_MANIFEST, writeEdition } from "./write";

/** The bundled files, as committed. */
const BUNDLED = join(process.cwd(), "data/editions/demo");
type Row = Record<string, string>;
let organisations: Row[];
let platforms: Row[];
let text: string;

beforeAll(async () => {
  text = await readFile(join(BUNDLED, "organisations.csv"), "utf8");
  organisations = parse(text, { columns: true, bom: true });
  platforms = parse(await readFile(join(BUNDLED, "plateformes.csv")), { columns: true, delimiter: ";" });
});

const cells = (column: string) => organisations.map((row) => row[column] ?? "");
const count = (column: string, ...values: string[]) =>
  cells(column).filter((cell) => values.includes(cell)).length;
const bare = (text: string) => text.replace(/[\u200b\u200e ]/g, "");

test("the generator gives the bundled files, byte for byte", async () => {
  const folder = await mkdtemp(join(tmpdir(), "demo-"));
  try {
    await writeEdition(folder, DEMO_MANIFEST, DEMO);
    expect((await readdir(BUNDLED)).sort()).toEqual(["edition.json", "organisations.csv", "plateformes.csv"]);
    for (const name of await readdir(BUNDLED))
      expect((await readFile(join(folder, name))).equals(await readFile(join(BUNDLED, name))), name).toBe(
        true,
      );
  } finally {
    await rm(folder, { recursive: true });
  }
});

describe("proportions are those of the published edition", () => {
  test("types", () => {
    expect(organisations).toHaveLength(1_060);
    expect(count("type", ...AUTHORITY_TYPES)).toBe(870);
    expect([count("type", "COM"), count("type", "DEP"), count("type", "REG")]).toEqual([544, 66, 16]);
    expect(count("type", "CC", "CA", "CU", "MET", "EPT")).toBe(244);
    // Associated actors, under both spellings of OACT.
    expect(count("type", "AGCT", "OACT", "OAGT", "DSPT", "SDE")).toBe(190);
  });

  test("more than half publish on data.gouv.fr only; regions and départements are the real ones, most of them", () => {
    expect(count("merge", "datagouv", "data.gouv") / 1_060).toBeCloseTo(0.55, 1);
    expect(new Set(cells("regcode").filter(Boolean)).size).toBeGreaterThanOrEqual(18);
    const departments = new Set(
      organisations.filter((row) => row.type === "DEP").map((row) => row["Département"]),
    );
    expect(departments.size).toBeGreaterThan(60);
  });

  test("platforms", () => {
    expect(platforms).toHaveLength(220);
    const dedicated = platforms.filter((row) => row.Collab === "Dédié" || row.Collab === "Partagé");
    expect(dedicated.length / 220).toBeCloseTo(0.72, 2);
    expect(platforms.filter((row) => row.Techno === "OpenDataSoft").length / 220).toBeCloseTo(0.4, 1);
  });
});

describe("nobody can take it for the real one", () => {
  test("no organisation has a number or a name of the register", async () => {
    const { bySiren, authorities } = await loadRegister();
    const fold = (name: string) =>
      name
        .normalize("NFD")
        .replace(/\p{M}/gu, "")
        .toUpperCase()
        .replace(/[^A-Z0-9]+/g, " ")
        .trim();
    const names = new Set(authorities.map(({ name }) => fold(name)));
    for (const row of organisations) {
      const siren = bare(row.siren ?? "");
      expect(bySiren.has(siren)).toBe(false);
      if (siren) expect(siren).toMatch(/^9999\d{5}$/);
      expect(names.has(fold(row.nom ?? "")), row.nom).toBe(false);
      // A country of nowhere, or the word itself.
      expect(row.nom).toMatch(
        /FICTI|CHIMERIE|MIRAGES|UTOPIE|FABUL|IMAGINAIRE|NULLE-PART|SONGES|ILLUSOIRE|LIMBES|FANTAISIE|NUAGE|INVENTEE|REVERIE|LEGENDAIRE/,
      );
    }
  });

  test("every address is one of those that nobody can own, and no e-mail reaches anybody", async () => {
    const all = text + (await readFile(join(BUNDLED, "plateformes.csv"), "utf8"));
    const hosts = [...all.matchAll(/https?:\/\/([^/",;\s]+)/g)].map((match) => match[1]);
    expect(hosts.length).toBeGreaterThan(1_000);
    expect(hosts.filter((host) => !/(^|\.)example(\.org)?$/.test(host ?? ""))).toEqual([]);
    const mails = [...all.matchAll(/[\w.-]+@([\w.-]+)/g)].map((match) => match[1]);
    expect(mails.length).toBeGreaterThan(50);
    expect(mails.filter((domain) => !domain?.endsWith(".example.org"))).toEqual([]);
  });

  test("its manifest says so", async () => {
    const manifest = JSON.parse(await readFile(join(BUNDLED, "edition.json"), "utf8"));
    expect(manifest).toMatchObject({
      id: "demo",
      kind: "demo",
      publisher: "Données fictives",
      asOf: "2022-12-31",
    });
    expect([manifest.title.fr, manifest.title.en]).toEqual([
      "Édition de démonstration (données fictives)",
      "Demonstration edition (fictitious data)",
    ]);
  });
});

describe("it is damaged as real files are", () => {
  const sirens = () => cells("siren");
  const some = (name: string, found: () => readonly unknown[]) =>
    test(name, () => {
      const { length } = found();
      expect(length).toBeGreaterThan(0);
      // A fault, not the rule.
      expect(length).toBeLessThan(400);
    });
  const rows = (is: (row: Row) => boolean) => () => organisations.filter(is);
  const matching = (column: string, pattern: RegExp) => rows((row) => pattern.test(row[column] ?? ""));

  test("byte-order mark and CRLF in one file, semicolons and LF in the other", async () => {
    expect(text.startsWith("\ufeffsiren,nom,type")).toBe(true);
    expect(text.split("\r\n")).toHaveLength(1_062);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const other = await readFile(join(BUNDLED, "plateformes.csv"), "utf8");
    expect(other.startsWith("Nom;Regcode;Type")).toBe(true);
    expect(other).not.toContain("\r");
  });
  some("trailing spaces in an identifier", matching("siren", / $/));
  some("zero-width characters in an identifier", matching("siren", /[\u200b\u200e]/));
  some("numbers given twice", () =>
    sirens().filter((siren, index) => siren && sirens().indexOf(siren) < index),
  );
  some(
    "numbers with a wrong check digit",
    rows((row) => bare(row.siren ?? "") !== "" && !passesLuhn(bare(row.siren ?? ""))),
  );
  some("numbers missing", matching("siren", /^$/));
  some("identifiers destroyed by a spreadsheet", matching("id-datagouv", /^6\.17E\+23$/));
  some("leading zeros lost", matching("Département", /^\d$/));
  some("two values in a cell", matching("Département", /^77,91$/));
  some("regions missing", matching("regcode", /^$/));
  some("départements missing", matching("Département", /^$/));
  some(
    "populations of a borough",
    rows((row) => row.type === "MET" && Number(row["pop-insee"]) < 100_000),
  );
  some("coordinates missing", matching("lat", /^$/));
  some(
    "longitudes of the wrong sign",
    rows((row) => row.regcode === "NC" && Number(row.long) < 0),
  );
  some("positions exchanged, or displaced by their point", () => {
    const mainland = rows((row) => /^\d\d$/.test(row["Département"] ?? "") && row.lat !== "");
    return mainland().filter((row) => Number(row.lat) < 41 || Number(row.lat) > 51.5);
  });
  some(
    "other capitals in a technology",
    matching("Techno (from Plateformes)", /^(DATAGOUV|OPENDATASOFT|ArcGis|ckan)$/),
  );
  some("technologies repeated", matching("Techno (from Plateformes)", /^(\w+), \1$/));
  some("themes repeated", matching("Thèmatiques", /(^|,)([^,]+),(?:.*,)? *\2 *$/));
  some(
    "channels against the addresses",
    rows((row) => row.merge === "ptf" && row["url-ptf"] === ""),
  );
  some("channels spelt otherwise", matching("merge", /data\.gouv/));
  some(
    "zero data sets",
    rows((row) => row["nb-ptf"] === "0" || row["nb-datagouv"] === "0"),
  );
  some(
    "numbers of data sets missing",
    rows((row) => row["nb-ptf"] === "" && row["nb-datagouv"] === ""),
  );
  some("platforms without a row", () => {
    const names = new Set(platforms.map((row) => row.Nom?.trim()));
    return organisations.filter((row) => row.ptf?.split(",").some((name) => !names.has(name.trim())));
  });
  some("names of platforms given twice", () => {
    const names = platforms.map((row) => row.Nom);
    return names.filter((name, index) => names.indexOf(name) < index);
  });
  some("addresses in plain http", matching("url-ptf", /^http:/));
  some("addresses with spaces, commas and accents", matching("url-ptf", /données ouvertes, /));
  some("addresses with a space before", matching("url-ptf", /^ /));
  some("another spelling of a type", matching("type", /^OAGT$/));
  some("dates missing", matching("TimeStamp", /^$/));
  test("dates as the real file writes them", () => {
    for (const date of cells("TimeStamp").filter(Boolean))
      expect(date).toMatch(/^\d{1,2}\/\d{1,2}\/2022 \d{1,2}:\d\d[ap]m$/);
  });
  test("regions against the département", async () => {
    const { regionOfDepartment } = await loadRegister();
    const against = organisations.filter((row) => {
      const region = regionOfDepartment.get((row["Département"] ?? "").padStart(2, "0"));
      return row.regcode && region && region !== row.regcode;
    });
    expect(against.length).toBeGreaterThan(3);
    expect(against.length).toBeLessThan(30);
  });
});
