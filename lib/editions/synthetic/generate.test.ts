import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { loadRegister } from "../register";
import { generateEdition, type Piece } from "./generate";
import { DISTINCT_NAMES, slugOf, titled, titleCase, town } from "./names";
import { DEPARTMENTS, PLACES } from "./places";
import { mulberry32, rowRandom } from "./random";
import { fictitiousSiren } from "./siren";

const textOf = (pieces: Generator<Piece>) => [...pieces].map(({ text }) => text).join("");
const rowsOf = (pieces: Generator<Piece>) =>
  parse(textOf(pieces), { columns: true }) as Record<string, string>[];
const clean = (rows: number, platforms?: number) =>
  generateEdition({ rows, platforms, seed: 1, faults: false });

test("mulberry32 gives the numbers of its published implementation", () => {
  // Tommy Ettinger's algorithm with seed 1, worked out apart from this code.
  const random = mulberry32(1);
  expect([random(), random()].map((number) => number.toFixed(8))).toEqual(["0.62707394", "0.00273572"]);
});

test("a row's numbers depend on seed, purpose and row alone", () => {
  const first = (seed: number, purpose: string, row: number) => rowRandom(seed, purpose, row)();
  expect(first(1, "where", 5)).toBe(first(1, "where", 5));
  const others = [first(2, "where", 5), first(1, "channel", 5), first(1, "where", 6)];
  expect(new Set([first(1, "where", 5), ...others]).size).toBe(4);
});

test("numbers are nine digits, different, with a right check digit, and never a public body's", () => {
  // 99999999 doubled every second digit from the right, key left out: 9+9+9+9+9+9+9+9 = 72, so the key is 8.
  expect(fictitiousSiren(0)).toBe("999999998");
  const sirens = Array.from({ length: 20_000 }, (_, row) => fictitiousSiren(row));
  expect(new Set(sirens).size).toBe(20_000);
  expect(fictitiousSiren(69_999_999).startsWith("3")).toBe(true);
  expect(() => fictitiousSiren(70_000_000)).toThrow(RangeError);
  expect(() => fictitiousSiren(-1)).toThrow(RangeError);
});

test("names are all different until every combination has been used", () => {
  const names = new Set(Array.from({ length: DISTINCT_NAMES }, (_, index) => town(index).name));
  expect(names.size).toBe(16_384);
  expect(titleCase("VALEBREUSE-L'INVENTEE")).toBe("Valebreuse-l'Inventee");
  expect(titled("Données de", "AUBEBAL-SUR-FICTIVE")).toBe("Données d'Aubebal-sur-Fictive");
  expect(slugOf("Données d'Été")).toBe("donnees-d-ete");
});

test("regions and départements are those of the register", async () => {
  const { departments } = await loadRegister();
  const known = departments.filter((department) => department.in_france18).map(({ code }) => code);
  expect(DEPARTMENTS.map(({ department }) => department).sort()).toEqual(known.sort());
  for (const [region, place] of Object.entries(PLACES))
    for (const code of place.departments)
      expect(departments.find((d) => d.code === code)?.region).toBe(region);
});

describe("an edition", () => {
  test("is the same for the same options, and another for another seed", () => {
    const make = (seed: number) => textOf(generateEdition({ rows: 300, seed, faults: true }).organisations());
    expect(make(7)).toBe(make(7));
    expect(make(7)).not.toBe(make(8));
  });

  test.each([0, 1, 2, 7, 500, 501, 2_345])("has as many rows as asked: %i", (rows) => {
    const edition = clean(rows);
    expect(rowsOf(edition.organisations())).toHaveLength(rows);
    expect(rowsOf(edition.platforms())).toHaveLength(edition.rows.platforms);
    expect([...edition.organisations()].reduce((sum, piece) => sum + piece.rows, 0)).toBe(rows);
  });

  test("is refused when there are not enough organisations for its platforms", () => {
    expect(() => clean(10, 50)).toThrow(RangeError);
  });

  test("says the same of an organisation on a platform in both files", () => {
    const edition = clean(2_000);
    const organisations = rowsOf(edition.organisations());
    const platforms = new Map(rowsOf(edition.platforms()).map((row) => [row.Nom, row]));
    expect(platforms.size).toBe(edition.rows.platforms);
    let listed = 0;
    for (const row of organisations) {
      const named = (row.ptf ?? "").split(",").map((name) => platforms.get(name));
      expect(named.every(Boolean), row.ptf).toBe(true);
      const local = named.at(-1);
      const list = local?.["Organisations 5"];
      if (row.merge === "datagouv" || !list) continue;
      expect(list.split(",")).toContain(row.siren);
      listed++;
    }
    expect(listed).toBeGreaterThan(300);
  });

  test("counts on a dedicated platform one organisation, on a shared one two, in the region of the first", () => {
    const edition = clean(2_000);
    for (const row of rowsOf(edition.platforms())) {
      if (row.Collab === "Dédié") expect(row["nb-struct-hebergees"]).toBe("1");
      if (row.Collab === "Partagé") expect(row["nb-struct-hebergees"]).toBe("2");
    }
  });

  test("has as many régions and départements as there are, however large", () => {
    const types = rowsOf(clean(30_000).organisations()).map(
      (row) => `${row.type} ${row.type === "REG" ? row.regcode : row["Département"]}`,
    );
    expect(types.filter((type) => type.startsWith("REG"))).toHaveLength(18);
    expect(new Set(types.filter((type) => type.startsWith("REG"))).size).toBe(18);
    expect(new Set(types.filter((type) => type.startsWith("DEP"))).size).toBe(101);
  });
});
