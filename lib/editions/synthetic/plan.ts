import { TYPES, type TypeCode } from "@/lib/codes/types";
import { mulberry32, shuffle } from "./random";
import { DEPARTMENTS, REGION_CODES } from "./places";

export type EditionOptions = {
  /** Rows of organisations.csv. */
  rows: number;
  /** Rows of plateformes.csv; left out: as many for the rows as in the published edition. */
  platforms?: number;
  /** The same seed gives the same bytes. */
  seed: number;
  /** Damages rows in every way the real files are damaged; otherwise they are clean. */
  faults: boolean;
};

/** What kind of platform, by number of organisations it is for. */
export type Collaboration = "Dédié" | "Partagé" | "Mutualisé" | "Partenarial";

/** An organisation's part in a dedicated or shared platform: which one, and whose place it takes. */
export type Slot = { platform: number; owner: number };

/** Everything decided before the first row is written; one byte a row. */
export type Plan = {
  options: Required<EditionOptions>;
  typeOf: (row: number) => TypeCode;
  /** Rank of a département's or région's row among its kind, so that each gets a territory of its own. */
  rankOf: (row: number) => number | null;
  slotOf: (row: number) => Slot | null;
  /** Row of the organisation that a dedicated or shared platform belongs to; null for one of many. */
  ownerOf: (platform: number) => number | null;
  collaborationOf: (platform: number) => Collaboration;
  /** First platform open to many organisations. */
  firstPooled: number;
};

/** Organisations of each type, per 1,060: the published edition's proportions. */
const ORGANISATIONS: Record<TypeCode, number> = {
  COM: 544,
  CC: 84,
  CA: 127,
  CU: 8,
  MET: 20,
  EPT: 5,
  DEP: 66,
  REG: 16,
  AGCT: 70,
  OACT: 83,
  DSPT: 35,
  SDE: 2,
};
const PER = 1_060;
/** There can't be more of these, however large the edition. */
const MOST: Partial<Record<TypeCode, number>> = {
  DEP: DEPARTMENTS.length,
  REG: REGION_CODES.length,
  MET: 22,
  CU: 14,
  EPT: 11,
};
/** Who has a platform of their own, in parts of a hundred: large authorities first. */
const OWNERS: Record<TypeCode, number> = {
  DEP: 20,
  COM: 20,
  CA: 20,
  OACT: 13,
  REG: 8,
  MET: 8,
  AGCT: 4,
  CC: 3,
  CU: 1,
  DSPT: 2,
  EPT: 1,
  SDE: 0,
};

const DEDICATED = 0.575;
const SHARED = 0.145;
const POOLED = 0.235;

/** How many of each type, summing to `total`; what a limit takes away goes to communes. */
function share(
  total: number,
  weights: Record<TypeCode, number>,
  per: number,
  most: Partial<Record<TypeCode, number>>,
) {
  const counts = Object.fromEntries(
    TYPES.map((type) => [type, Math.min(Math.round((total * weights[type]) / per), most[type] ?? Infinity)]),
  ) as Record<TypeCode, number>;
  const others = TYPES.reduce((sum, type) => sum + (type === "COM" ? 0 : counts[type]), 0);
  counts.COM = Math.max(0, total - others);
  return counts;
}

const listed = (counts: Record<TypeCode, number>): number[] =>
  TYPES.flatMap((type, index) => Array<number>(counts[type]).fill(index));

/**
 * Decides what every row will be.
 * @throws RangeError when there are more platforms with an owner than organisations to own them
 */
export function planEdition(options: EditionOptions): Plan {
  const { rows, seed } = options;
  const platforms = options.platforms ?? Math.round((rows * 220) / PER);
  const dedicated = Math.round(platforms * DEDICATED);
  const shared = Math.round(platforms * SHARED);
  const slots = dedicated + 2 * shared;
  if (slots > rows)
    throw new RangeError(`${platforms} platforms need at least ${slots} organisations, not ${rows}`);

  const rowOfSlot = (slot: number) => Math.floor((slot * rows) / slots);
  const slotAt = (row: number) => {
    const slot = Math.ceil((row * slots) / rows);
    return slots > 0 && slot < slots && rowOfSlot(slot) === row ? slot : null;
  };

  const counts = share(rows, ORGANISATIONS, PER, MOST);
  const owners = share(slots, OWNERS, 100, counts);
  const others = Object.fromEntries(
    TYPES.map((type) => [type, counts[type] - owners[type]]),
  ) as typeof counts;
  const random = mulberry32(seed);
  const ownerTypes = shuffle(random, listed(owners));
  const otherTypes = shuffle(random, listed(others));
  const types = new Uint8Array(rows);
  const ranks = new Map<number, number>();
  const reached: Partial<Record<TypeCode, number>> = {};
  for (let row = 0, owner = 0, other = 0; row < rows; row++) {
    types[row] = (slotAt(row) === null ? otherTypes[other++] : ownerTypes[owner++]) ?? TYPES.indexOf("COM");
    const type = TYPES[types[row] as number] as TypeCode;
    if (type !== "DEP" && type !== "REG") continue;
    ranks.set(row, reached[type] ?? 0);
    reached[type] = (reached[type] ?? 0) + 1;
  }

  const slotOf = (row: number): Slot | null => {
    const slot = slotAt(row);
    if (slot === null) return null;
    if (slot < dedicated) return { platform: slot, owner: row };
    const platform = dedicated + Math.floor((slot - dedicated) / 2);
    return { platform, owner: (slot - dedicated) % 2 === 0 ? row : rowOfSlot(slot - 1) };
  };
  return {
    options: { ...options, platforms },
    typeOf: (row) => TYPES[types[row] as number] as TypeCode,
    rankOf: (row) => ranks.get(row) ?? null,
    slotOf,
    ownerOf: (platform) => {
      if (platform < dedicated) return rowOfSlot(platform);
      return platform < dedicated + shared ? rowOfSlot(dedicated + 2 * (platform - dedicated)) : null;
    },
    collaborationOf: (platform) => {
      if (platform < dedicated) return "Dédié";
      if (platform < dedicated + shared) return "Partagé";
      return platform < dedicated + shared + Math.round(platforms * POOLED) ? "Mutualisé" : "Partenarial";
    },
    firstPooled: dedicated + shared,
  };
}
