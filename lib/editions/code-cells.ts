import type { Cells } from "./cells";

/** Reads a code: the canonical one, undefined when the text is none. */
export type CodeReader<Code extends string> = (text: string) => Code | undefined;

/**
 * A code of a closed list: null when blank or unknown.
 * @param same how the file writes a code, where it differs from the code itself
 */
export function readCode<C extends string, Code extends string>(
  cells: Cells<C>,
  column: C,
  read: CodeReader<Code>,
  same: (code: Code) => string = (code) => code,
): Code | null {
  const text = cells.text(column);
  if (text === null) return null;
  const code = read(text);
  if (code === undefined) cells.note("unknown_code", column);
  else if (same(code) !== text) cells.note("code_spelling", column, { corrected: same(code) });
  return code ?? null;
}

/** A value of an open list: canonical where it is known, else as written. */
export function readValue<C extends string>(
  cells: Cells<C>,
  column: C,
  read: CodeReader<string>,
): string | null {
  const text = cells.text(column);
  if (text === null) return null;
  const code = read(text);
  if (code === undefined) cells.note("unknown_value", column);
  else if (code !== text) cells.note("code_spelling", column, { corrected: code });
  return code ?? text;
}

/** A code of which a cell may hold several ("77,91"): the first is kept. */
export function readFirstCode<C extends string, Code extends string>(
  cells: Cells<C>,
  column: C,
  read: CodeReader<Code>,
): Code | null {
  const text = cells.text(column);
  if (text === null) return null;
  const [first = "", ...others] = text.split(/[,;/+]| et /).map((part) => part.trim());
  const several = others.length > 0 && read(text) === undefined;
  const code = read(several ? first : text);
  if (code === undefined) cells.note("unknown_code", column);
  else if (several) cells.note("several_values", column, { corrected: code });
  else if (code !== text) cells.note("code_spelling", column, { corrected: code });
  return code ?? null;
}
