import { passesLuhn } from "@/lib/codes/siren";

/**
 * The SIREN of a fictitious organisation: nine digits, check digit right, counted down from the top of the range.
 *
 * Those of public bodies start with 1 (State) or 2 (local authorities); none starts with 9, so nothing here matches
 * the register. The demonstration edition stays within 9999…, which a reader knows for an invented number.
 * @param row 0-based; at most 70 million, below which the numbers of public bodies begin
 * @throws RangeError beyond them
 */
export function fictitiousSiren(row: number): string {
  if (!Number.isInteger(row) || row < 0 || row >= 70_000_000) throw new RangeError(`no SIREN for row ${row}`);
  const eight = String(99_999_999 - row);
  for (let key = 0; key <= 9; key++) {
    const siren = `${eight}${key}`;
    if (passesLuhn(siren)) return siren;
  }
  throw new Error(`no check digit for ${eight}`);
}
