/** Codes of the observatory's files, in their canonical spelling. Labels are in `lib/codes/labels.ts`. */

export const AUTHORITY_TYPES = ["COM", "CC", "CA", "CU", "MET", "EPT", "DEP", "REG"] as const;
export const ASSOCIATED_TYPES = ["AGCT", "OACT", "DSPT", "SDE"] as const;
export const TYPES = [...AUTHORITY_TYPES, ...ASSOCIATED_TYPES] as const;
/** What the observatory's tables call EPCI. */
export const EPCI_TYPES = ["CC", "CA", "CU", "MET", "EPT"] as const;
export const CATEGORIES = ["authority", "associated"] as const;
export const CHANNELS = ["ptf", "datagouv", "both"] as const;
export const BASES = ["corrected", "file"] as const;

export type TypeCode = (typeof TYPES)[number];
export type CategoryCode = (typeof CATEGORIES)[number];
export type ChannelCode = (typeof CHANNELS)[number];
export type Basis = (typeof BASES)[number];

/** Population bands: lower bound in, upper bound out. The first is below the law's threshold. */
export const SIZES = [
  "0-3500",
  "3500-5000",
  "5000-10000",
  "10000-20000",
  "20000-50000",
  "50000-80000",
  "80000-100000",
  "100000-",
] as const;
/** Classes of the number of data sets, both bounds in. */
export const DATASET_CLASSES = [
  "0",
  "1-2",
  "3-5",
  "6-10",
  "11-25",
  "26-50",
  "51-100",
  "101-250",
  "251-500",
  "501-",
] as const;
/** The word for "the file has no value", in filters, facets and breakdowns. */
export const NONE = "none";
