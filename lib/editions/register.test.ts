import { beforeAll, expect, test } from "vitest";
import type { AuthorityRecord, Register } from "./register-types";
import { loadRegister } from "./register";

let register: Register;
let france: AuthorityRecord[];
const ofType = (type: string) => france.filter((authority) => authority.type === type);
const named = (type: string, name: string) =>
  register.authorities.find((a) => a.type === type && a.name === name);

beforeAll(async () => {
  register = await loadRegister();
  france = register.authorities.filter((authority) => authority.in_france18);
});

// Figures of the Insee and the DGCL for 1 January 2022, not counted from the package.
test.each([
  ["COM", 34_955],
  ["MET", 22],
  ["CU", 14],
  ["CA", 227],
  ["CC", 992],
  ["EPT", 11],
  ["DEP", 101],
  ["REG", 18],
])("%s: %i authorities, as officially published", (type, total) => {
  expect(ofType(type)).toHaveLength(total);
});

test("communes and inhabitants add up to the official totals, whichever way they are summed", () => {
  const inhabitants = (type: string) =>
    ofType(type).reduce((sum, { population }) => sum + (population ?? NaN), 0);
  expect(inhabitants("COM")).toBe(67_418_672);
  expect(inhabitants("DEP")).toBe(67_418_672);
  expect(inhabitants("REG")).toBe(67_418_672);
  expect(ofType("COM").filter(({ population }) => population !== null && population >= 3_500)).toHaveLength(
    3_183,
  );
});

test("the bound authorities are the communes of 3,500 and more, every EPCI, département and région", () => {
  const bound = register.authorities.filter((authority) => authority.bound);
  expect(bound).toHaveLength(3_183 + 1_255 + 11 + 101 + 18);
  expect(bound.every((authority) => authority.in_france18)).toBe(true);
  expect(bound.filter(({ type, population }) => type === "COM" && (population ?? 0) < 3_500)).toEqual([]);
});

test("known authorities are where they should be", () => {
  expect(named("COM", "Paris")).toEqual({
    siren: "217500016",
    insee_code: "75056",
    name: "Paris",
    type: "COM",
    region: "IDF-11",
    department: "75",
    population: 2_145_906,
    in_france18: true,
    bound: true,
  });
  expect(register.bySiren.get("200046977")).toMatchObject({
    name: "Métropole de Lyon",
    type: "MET",
    department: "69",
  });
  expect(register.bySiren.get("200057867")).toMatchObject({
    name: "Plaine Commune",
    type: "EPT",
    population: 447_927,
  });
  expect(named("DEP", "Corse-du-Sud")).toMatchObject({ insee_code: "2A", region: "COR-94", siren: null });
  expect(named("REG", "Bretagne")).toMatchObject({ insee_code: "53", region: "BRE-53", department: null });
  expect(named("COM", "Nouméa")).toMatchObject({
    region: "NC",
    department: "988",
    in_france18: false,
    bound: false,
  });
});

test("an EPCI over two départements, or two regions, is where most of its inhabitants are", () => {
  // Redon Agglomération: 31 communes in Ille-et-Vilaine, Loire-Atlantique and Morbihan.
  expect(register.bySiren.get("243500741")).toMatchObject({ type: "CA", region: "BRE-53", department: "35" });
});

test("every member is a known commune, and the population of an EPCI is the register's own", () => {
  const communes = new Map(register.authorities.map((a) => [a.insee_code, a]));
  const rennes = register.memberships.filter(({ epci_siren }) => epci_siren === "243500139");
  expect(rennes).toHaveLength(43);
  // epci.json of the package, populationMunicipale of Rennes Métropole.
  expect(register.bySiren.get("243500139")?.population).toBe(457_416);
  expect(register.memberships.filter(({ commune }) => !communes.has(commune))).toEqual([]);
  expect(new Set(register.memberships.map((m) => `${m.commune} ${m.epci_siren}`)).size).toBe(
    register.memberships.length,
  );
  // Every commune belongs to one EPCI with own taxation, but for four islands that belong to none.
  const grouped = new Set(register.memberships.map(({ commune }) => commune));
  expect(
    ofType("COM")
      .filter(({ insee_code }) => !grouped.has(insee_code ?? ""))
      .map(({ name }) => name)
      .sort(),
  ).toEqual(["L'Île-d'Yeu", "Ouessant", "Île-de-Bréhat", "Île-de-Sein"]);
});

test("départements give their region, overseas collectivities included", () => {
  const regionOf = (code: string) => register.regionOfDepartment.get(code);
  expect([regionOf("35"), regionOf("2B"), regionOf("974"), regionOf("988")]).toEqual([
    "BRE-53",
    "COR-94",
    "RE-04",
    "NC",
  ]);
  expect(register.departments.filter((department) => department.in_france18)).toHaveLength(101);
});

test("the register is read once", async () => {
  expect(await loadRegister()).toBe(register);
});
