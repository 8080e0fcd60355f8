import { AUTHORITY_TYPES, EPCI_TYPES, SIZES } from "@/lib/codes/types";
import { REGIONS_18 } from "@/lib/codes/regions";
import { NONE, type Basis } from "@/lib/codes/types";
import type { RowsLink } from "./types";

/** The six classes of `by-type`, then the kinds of EPCI. */
export const CLASSES = [
  "COM-0-3500",
  "COM-3500-100000",
  "EPCI-0-100000",
  "COM+EPCI-100000-",
  "DEP",
  "REG",
] as const;
export const CLASSES_AND_EPCI = [...CLASSES, "MET", "CU", "CA", "CC", "EPT"] as const;
/** Classes that the opening rate counts: small communes are out of both its parts. */
export const BOUND_CLASSES = CLASSES.filter((key) => key !== "COM-0-3500");

const BELOW_100000 = SIZES.filter((size) => size !== "100000-");
const FROM_3500 = SIZES.filter((size) => size !== "0-3500");

const FILTERS: Record<(typeof CLASSES)[number], Record<string, readonly string[]>> = {
  "COM-0-3500": { type: ["COM"], size: ["0-3500"] },
  "COM-3500-100000": { type: ["COM"], size: FROM_3500.filter((size) => size !== "100000-") },
  "EPCI-0-100000": { type: EPCI_TYPES, size: BELOW_100000 },
  "COM+EPCI-100000-": { type: ["COM", ...EPCI_TYPES], size: ["100000-"] },
  DEP: { type: ["DEP"] },
  REG: { type: ["REG"] },
};

/** Overseas collectivities are out of the corrected basis' rates: the list of a rate's rows leaves them out too. */
export function inRates(basis: Basis): Record<string, readonly string[]> {
  return basis === "corrected" ? { region: [...REGIONS_18, NONE] } : {};
}

/** The organisations that the opening rate counts: départements and régions are all above 3,500 inhabitants. */
export function rowsOfBound(basis: Basis): RowsLink {
  return { list: "organisations", filters: { category: ["authority"], size: FROM_3500, ...inRates(basis) } };
}

/** Of these, those of the territories where somebody is bound: a région is bound in its region, in no département. */
export function rowsOfBoundIn(
  filter: "region" | "department",
  rows: readonly { key: string; total: number }[],
  basis: Basis,
): RowsLink {
  const { list, filters } = rowsOfBound(basis);
  const keys = rows.filter((row) => row.total > 0).map((row) => row.key);
  if (filter === "region") return { list, filters: { ...filters, region: keys } };
  return {
    list,
    filters: { ...filters, type: AUTHORITY_TYPES.filter((code) => code !== "REG"), department: keys },
  };
}

/** The organisations that a class counts as open; for no key, those that any class does. */
export function rowsOfClass(key: string | null, basis: Basis): RowsLink {
  if (key === null) return { list: "organisations", filters: { category: ["authority"], ...inRates(basis) } };
  const filters = Object.hasOwn(FILTERS, key) ? FILTERS[key as keyof typeof FILTERS] : { type: [key] };
  return { list: "organisations", filters: { ...filters, ...inRates(basis) } };
}
