import type { TypeCode } from "@/lib/codes/types";

/** One authority of the register: actual communes, EPCI (with the EPT of Grand Paris), départements, régions. */
export type AuthorityRecord = {
  /** null for départements and régions (the register has none) and for some overseas communes. */
  siren: string | null;
  /** INSEE code of a commune, département ("2A") or région ("53"); null for EPCI. */
  insee_code: string | null;
  name: string;
  /** COM, CC, CA, CU, MET (METRO and MET69 are MET), EPT, DEP, REG. */
  type: Extract<TypeCode, "COM" | "CC" | "CA" | "CU" | "MET" | "EPT" | "DEP" | "REG">;
  /** Region code as in the editions ("BRE-53", "NC"); an EPCI takes that of most of its members' inhabitants. */
  region: string;
  /** Département code; an EPCI takes that of most of its members' inhabitants; null for a région. */
  department: string | null;
  /** Municipal population at the register's date; null where it has none. An EPCI has the register's own figure; EPT, départements and régions the sum of their communes. */
  population: number | null;
  /** In one of the 18 régions (zones metro and drom). */
  in_france18: boolean;
  /** Bound by the law as the observatory counts: commune of 3,500 and more, every EPCI, département, région; in the 18 régions. */
  bound: boolean;
};

/** A commune's membership of an EPCI or EPT, one row a pair. */
export type MembershipRecord = { commune: string; epci_siren: string };

export type DepartmentRecord = { code: string; name: string; region: string; in_france18: boolean };

export type Register = {
  /** e.g. "2022-01-01". */
  asOf: string;
  /** Package names and versions it was read from. */
  source: string;
  authorities: AuthorityRecord[];
  memberships: MembershipRecord[];
  departments: DepartmentRecord[];
  /** SIREN → authority, those that have one. */
  bySiren: ReadonlyMap<string, AuthorityRecord>;
  /** Département code → region code of the editions ("35" → "BRE-53", "988" → "NC"). */
  regionOfDepartment: ReadonlyMap<string, string>;
};
