import type { Hint } from "./cells";
import { FileFault } from "./errors";
import { FINDING_KINDS, type KindCode } from "./findings";
import type { Bilingual } from "./types";

/** What tells of cells under the wrong header: a finding of each, or a hint. */
export type Clue = KindCode | Hint;

/** A share of fewer cells than this may be chance. */
export const LEAST_CELLS = 10;
/** Columns of one record that hold what they should not: fewer may be faults of their own. */
export const SHIFTED_CELLS = 3;

/** What a cell of another column gives: kinds that say "this is not what the column holds". */
const UNREADABLE: readonly KindCode[] = [
  "siren_malformed",
  "unknown_code",
  "unknown_value",
  "not_a_count",
  "not_a_coordinate",
  "date_unreadable",
  "address_invalid",
  "address_scheme",
  "datagouv_id_malformed",
  "misplaced_value",
];

/** The share of a column's cells from which a clue is no chance. */
const SHARES: ReadonlyMap<string, number> = new Map<Clue, number>([
  ...UNREADABLE.map((kind) => [kind, 1 / 2] as const),
  ["siren_missing", 1 / 2],
  ["name_missing", 1 / 2],
  ["type_missing", 1 / 2],
  ["address_missing", 1 / 2],
  ["platform_name", 1 / 2],
  ["platforms_missing", 1 / 2],
  ["identifier_repeated", 1 / 2],
  ["reuses_without_page", 1 / 2],
  ["region_from_department", 1 / 2],
  ["coordinate_displaced", 1 / 2],
  // Of two channels exchanged, only the rows that use one of them are contradicted.
  ["channel_contradiction", 1 / 8],
  // Month before day is a date too, up to the twelfth of the month.
  ["date_unreadable", 1 / 4],
  // Of contacts, a part are pages.
  ["email_removed", 1 / 4],
]);

/** Clues about blank cells: their share is of all rows. */
const BLANK: readonly Clue[] = [
  "siren_missing",
  "name_missing",
  "type_missing",
  "address_missing",
  "platforms_missing",
];

/** What each hint says. */
const HINTS: Readonly<Record<Hint, Bilingual>> = {
  identifier_repeated: { fr: "Identifiant en double", en: "Identifier given twice" },
  platform_name: { fr: "Nom de plateforme", en: "Name of a platform" },
  platforms_missing: { fr: "Technologie sans plateforme", en: "Technology without a platform" },
  reuses_without_page: { fr: "Réutilisations sans page", en: "Reuses without a page" },
};

const isHint = (clue: Clue): clue is Hint => Object.hasOwn(HINTS, clue);

/** Whether a clue says that one cell is not what its column holds. */
export const isUnreadable = (kind: string): boolean => (UNREADABLE as readonly string[]).includes(kind);

/** Whether a clue counts. A contact is where e-mail addresses are expected. */
export const counts = (kind: string, column: string): boolean =>
  SHARES.has(kind) && !(kind === "email_removed" && column === "contact_url");

/**
 * Whether a number of clues says that the column holds another's cells. One that holds nothing at all holds no other's.
 */
export function isExchanged(clue: Clue, count: number, filled: number, rows: number): boolean {
  const all = BLANK.includes(clue) ? rows : filled;
  return filled > 0 && count >= LEAST_CELLS && count >= all * (SHARES.get(clue) ?? 1);
}

const french = (headers: readonly string[]) => headers.map((one) => `« ${one.trim()} »`).join(", ");
const english = (headers: readonly string[]) => headers.map((one) => `“${one.trim()}”`).join(", ");

/** The fault of a column that holds another's cells. */
export function exchangedFault(
  header: string,
  clue: Clue,
  count: number,
  at: { line: number; column: string },
): FileFault {
  const label = isHint(clue) ? HINTS[clue] : FINDING_KINDS[clue].label;
  return new FileFault(
    {
      fr: `la colonne ${french([header])} ne contient pas ce que dit son en-tête (${label.fr} : ${count} lignes) : des en-têtes ont été échangés, ou des colonnes décalées. Remettre chaque en-tête au-dessus de ses cellules.`,
      en: `column ${english([header])} does not hold what its header says (${label.en}: ${count} rows): headers were exchanged, or columns shifted. Put each header back above its cells.`,
    },
    at,
  );
}

/** The fault of a column whose values are under a header that is not read. */
export function elsewhereFault(
  header: string,
  other: string,
  count: number,
  at: { line: number; column: string },
): FileFault {
  return new FileFault(
    {
      fr: `l’en-tête ${french([header])} n’a pas de thèmes sous lui alors que ${count} cellules de ${french([other])} en contiennent : les deux en-têtes ont été échangés. Remettre chaque en-tête au-dessus de ses cellules.`,
      en: `header ${english([header])} has no themes under it while ${count} cells of ${english([other])} hold some: the two headers were exchanged. Put each header back above its cells.`,
    },
    at,
  );
}
