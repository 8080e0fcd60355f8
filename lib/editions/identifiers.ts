import { SIREN, passesLuhn } from "@/lib/codes/siren";
import type { Cells } from "./cells";
import type { KindCode } from "./findings";

/** What a spreadsheet leaves of a long identifier it took for a number: 6.17E+23, 2,135E+08. */
const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+?\d{1,3}$/i;

/** A SIREN as it can be used (null when it can't), and what is to be said of it. */
export function parseSiren(text: string): { siren: string | null; kinds: KindCode[] } {
  if (SCIENTIFIC.test(text)) return { siren: null, kinds: ["number_destroyed"] };
  const digits = text.replace(/^(\d{9})[.,]0+$/, "$1").replace(/[\s.-]/g, "");
  // A SIRET is a SIREN and the five digits of an establishment.
  const siren = /^\d{14}$/.test(digits) && passesLuhn(digits.slice(0, 9)) ? digits.slice(0, 9) : digits;
  if (!SIREN.test(siren)) return { siren: null, kinds: ["siren_malformed"] };
  const kinds: KindCode[] = siren === text ? [] : ["siren_format"];
  return { siren, kinds: passesLuhn(siren) ? kinds : [...kinds, "siren_checksum"] };
}

/** The SIREN of an organisation's row. */
export function readSiren<C extends string>(cells: Cells<C>, column: C): string | null {
  const text = cells.text(column);
  if (text === null) {
    cells.note("siren_missing", column, { value: null });
    return null;
  }
  const { siren, kinds } = parseSiren(text);
  for (const kind of kinds) cells.note(kind, column, { corrected: kind === "siren_format" ? siren : null });
  return siren;
}

/** The SIREN listed in a cell, each once; one that is none is left out, and a finding quotes it alone. */
export function readSirenList<C extends string>(cells: Cells<C>, column: C): string[] {
  const parts = (cells.text(column) ?? "").split(/[,;]/).map((part) => part.trim());
  const list = new Set<string>();
  let repeated = false;
  for (const part of parts.filter((one) => one !== "")) {
    const { siren, kinds } = parseSiren(part);
    for (const kind of kinds)
      cells.note(kind, column, { value: part, corrected: kind === "siren_format" ? siren : null });
    if (siren === null) continue;
    repeated ||= list.has(siren);
    list.add(siren);
  }
  if (repeated) cells.note("repeated_value", column, { corrected: [...list].join(", ") });
  return [...list];
}

/** The identifier an organisation has on data.gouv.fr: 24 hexadecimal characters, in lowercase. */
export function readDatagouvId<C extends string>(cells: Cells<C>, column: C): string | null {
  const text = cells.text(column);
  if (text === null) return null;
  if (/^[0-9a-f]{24}$/.test(text)) return text;
  if (/^[0-9a-f]{24}$/i.test(text)) {
    cells.note("code_spelling", column, { corrected: text.toLowerCase() });
    return text.toLowerCase();
  }
  cells.note(SCIENTIFIC.test(text) ? "number_destroyed" : "datagouv_id_malformed", column);
  return null;
}

/** An identifier that may be any text, unless a spreadsheet destroyed it. */
export function readIdentifier<C extends string>(cells: Cells<C>, column: C): string | null {
  const text = cells.text(column);
  if (text === null || !SCIENTIFIC.test(text)) return text;
  cells.note("number_destroyed", column);
  return null;
}
