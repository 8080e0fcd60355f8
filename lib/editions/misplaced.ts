import { CHANNEL_IN_FILES } from "@/lib/codes/channel";
import { COLLABORATIONS, PLATFORM_TYPES } from "@/lib/codes/platform";
import { isTheme } from "@/lib/codes/theme";
import { TYPES } from "@/lib/codes/types";
import type { Cells } from "./cells";
import { parseDate } from "./dates";

/** Words that belong to other columns, as files write them. */
const WORDS: ReadonlySet<string> = new Set<string>([
  ...TYPES,
  ...Object.values(CHANNEL_IN_FILES),
  ...PLATFORM_TYPES,
  ...COLLABORATIONS,
  ...["OUI", "NON", "VRAI", "FAUX", "TRUE", "FALSE"],
]);
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?(?:E[+-]?\d+)?$/i;
const REGION = /^[A-Z]{3}-\d{2}$/;
const HEXADECIMAL = /^[0-9a-f]{24}$/;
const ADDRESS = /^https?:\/\//i;

/** What a text may be that only other columns hold otherwise. */
type Allowed = { address?: boolean; theme?: boolean };

function isForeign(text: string, { address = false, theme = false }: Allowed): boolean {
  if (WORDS.has(text) || NUMBER.test(text) || REGION.test(text) || HEXADECIMAL.test(text)) return true;
  if ((!address && ADDRESS.test(text)) || (!theme && isTheme(text))) return true;
  return /^\d/.test(text) && parseDate(text) !== undefined;
}

/** Doubts the text of a column that may hold any words, when it is plainly the value of another column. */
export function doubtText<C extends string>(
  cells: Cells<C>,
  column: C,
  texts: readonly (string | null)[],
  allowed: Allowed = {},
): void {
  for (const text of new Set(texts))
    if (text !== null && isForeign(text, allowed)) cells.note("misplaced_value", column, { value: text });
}

const ACCOUNT = /^https?:\/\/(?:(?:www\.|mobile\.)?(?:twitter|x)\.com\/|[^/]+\/@)/i;

/** Doubts the cluster of a platform when it is an account, or a page of the platform's own site. */
export function doubtCluster<C extends string>(
  cells: Cells<C>,
  column: C,
  cluster: string | null,
  address: string | null,
): void {
  if (cluster === null || address === null || !URL.canParse(cluster)) return;
  if (ACCOUNT.test(cluster) || new URL(cluster).hostname === new URL(address).hostname)
    cells.note("misplaced_value", column);
}

/** Doubts the address of a page when it is that of an account on a social network. */
export function doubtPage<C extends string>(cells: Cells<C>, column: C, address: string | null): void {
  if (address !== null && ACCOUNT.test(address)) cells.note("misplaced_value", column);
}
