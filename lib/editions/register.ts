import { REGIONS, REGIONS_18 } from "@/lib/codes/regions";
import {
  GROUP_TYPES,
  readRegisterFiles,
  type CommuneRow,
  type DepartmentRow,
  type GroupRow,
} from "./register-files";
import type { AuthorityRecord, DepartmentRecord, MembershipRecord, Register } from "./register-types";

/** The law binds communes of this many inhabitants and more. */
const BOUND_FROM = 3_500;

/** Districts without inhabitants or council (Terres australes, Clipperton): in the register's list, but no authority. */
const NO_AUTHORITY: readonly string[] = ["984", "989"];

const REGION_OF_INSEE = new Map(REGIONS.map((region) => [region.insee, region.code]));

function toDepartments(file: DepartmentRow[]): DepartmentRecord[] {
  return file
    .filter(({ code }) => !NO_AUTHORITY.includes(code))
    .map(({ code, nom, region: insee }) => {
      const region = REGION_OF_INSEE.get(insee);
      if (!region) throw new Error(`register: département ${code} is in an unknown region ${insee}`);
      return { code, name: nom, region, in_france18: REGIONS_18.includes(region) };
    });
}

/** Inhabitants of a commune that others are summed from; a sum over an unknown one would be wrong without showing it. */
function inhabitantsOf({ insee_code, population }: AuthorityRecord): number {
  if (population === null) throw new Error(`register: commune ${insee_code} has no population`);
  return population;
}

/** Inhabitants of the communes by one of their attributes. */
function inhabitantsBy(
  communes: readonly AuthorityRecord[],
  key: "department" | "region",
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const commune of communes) {
    const at = commune[key] ?? "";
    sums.set(at, (sums.get(at) ?? 0) + inhabitantsOf(commune));
  }
  return sums;
}

function toCommunes(
  file: CommuneRow[],
  departments: ReadonlyMap<string, DepartmentRecord>,
): AuthorityRecord[] {
  return file.flatMap((commune) => {
    const { departement = "" } = commune;
    // Former communes and boroughs are in the same file.
    if (commune.type !== "commune-actuelle" || NO_AUTHORITY.includes(departement)) return [];
    const department = departments.get(departement);
    if (!department)
      throw new Error(`register: commune ${commune.code} is in an unknown département ${departement}`);
    const { region, in_france18 } = department;
    const population = commune.population ?? null;
    const bound = in_france18 && population !== null && population >= BOUND_FROM;
    const { code: insee_code, nom: name, siren = null } = commune;
    return [
      {
        siren,
        insee_code,
        name,
        type: "COM",
        region,
        department: departement,
        population,
        in_france18,
        bound,
      },
    ];
  });
}

function toGroup(group: GroupRow, communes: ReadonlyMap<string, AuthorityRecord>): AuthorityRecord {
  const members = group.membres.map(({ code }) => {
    const commune = communes.get(code);
    if (!commune) throw new Error(`register: ${group.code} has an unknown member ${code}`);
    return commune;
  });
  const mostOf = (key: "department" | "region") =>
    [...inhabitantsBy(members, key)].reduce((most, next) => (next[1] > most[1] ? next : most), ["", -1])[0];
  const region = mostOf("region");
  const in_france18 = REGIONS_18.includes(region);
  return {
    siren: group.code,
    insee_code: null,
    name: group.nom,
    type: GROUP_TYPES[group.type],
    region,
    department: mostOf("department"),
    // The register's own figure, which anyone can look up; it is one census older than its communes'. The EPT come
    // from a later state of the register, so theirs is the sum of their communes at this one's date.
    population:
      group.type === "EPT"
        ? members.reduce((sum, commune) => sum + inhabitantsOf(commune), 0)
        : group.populationMunicipale,
    in_france18,
    bound: in_france18,
  };
}

/** Départements and régions: no SIREN in the register, population summed over their communes. */
function toTerritories(
  departments: readonly DepartmentRecord[],
  communes: AuthorityRecord[],
): AuthorityRecord[] {
  const byDepartment = inhabitantsBy(communes, "department");
  const byRegion = inhabitantsBy(communes, "region");
  const common = { siren: null, in_france18: true, bound: true } as const;
  const populationIn = (sums: Map<string, number>, code: string) => sums.get(code) ?? null;
  return [
    ...departments
      .filter((department) => department.in_france18)
      .map(({ code, name, region }): AuthorityRecord => {
        const population = populationIn(byDepartment, code);
        return { ...common, insee_code: code, name, type: "DEP", region, department: code, population };
      }),
    ...REGIONS.filter(({ code }) => REGIONS_18.includes(code)).map(
      ({ code, insee, name }): AuthorityRecord => {
        const population = populationIn(byRegion, code);
        return {
          ...common,
          insee_code: insee,
          name,
          type: "REG",
          region: code,
          department: null,
          population,
        };
      },
    ),
  ];
}

async function read(): Promise<Register> {
  const files = await readRegisterFiles();
  const { groups } = files;
  const departments = toDepartments(files.departments);
  const communes = toCommunes(
    files.communes,
    new Map(departments.map((department) => [department.code, department])),
  );
  const byCode = new Map(communes.map((commune) => [commune.insee_code ?? "", commune]));
  const authorities = [
    ...communes,
    ...groups.map((group) => toGroup(group, byCode)),
    ...toTerritories(departments, communes),
  ];
  return {
    asOf: "2022-01-01",
    source:
      "npm @etalab/decoupage-administratif 2.3.1 (communes, EPCI, départements), 3.1.1 (members of the EPT)",
    authorities,
    memberships: groups.flatMap(({ code: epci_siren, membres }) =>
      membres.map(({ code: commune }): MembershipRecord => ({ commune, epci_siren })),
    ),
    departments,
    bySiren: new Map(
      authorities.flatMap((authority) => (authority.siren ? [[authority.siren, authority]] : [])),
    ),
    regionOfDepartment: new Map(departments.map(({ code, region }) => [code, region])),
  };
}

let loading: Promise<Register> | undefined;

/**
 * The register of French authorities on 1 January 2022: communes, EPCI with the EPT of Grand Paris, départements and
 * régions, with municipal populations (census of 2020, inhabitants). Read once per process; treat it as read-only.
 *
 * Source: npm `@etalab/decoupage-administratif` (Insee and DGCL, Licence Ouverte 2.0).
 * @throws when a package is not installed or its data contradict one another
 */
export function loadRegister(): Promise<Register> {
  loading ??= read().catch((cause: unknown) => {
    loading = undefined;
    throw cause;
  });
  return loading;
}
