import { technologyOf } from "@/lib/codes/technology";
import type { Cells } from "./cells";

/** What separates the values of a list whose commas were taken for something else. */
const OTHER_SEPARATOR = /[;|]/;

/** @param open whether a value may hold a semicolon or a vertical bar itself */
function split<C extends string>(cells: Cells<C>, column: C, open = false): string[] {
  const text = cells.text(column) ?? "";
  const other = !open && OTHER_SEPARATOR.test(text);
  const parts = text.split(other ? /[,;|]/ : ",").map((part) => part.trim());
  const values = parts.filter((part) => part !== "");
  if (other) cells.note("list_separator", column, { corrected: values.join(", ") });
  return values;
}

function withoutRepeats<C extends string>(cells: Cells<C>, column: C, values: string[]): string[] {
  const once = [...new Set(values)];
  if (once.length < values.length) cells.note("repeated_value", column, { corrected: once.join(", ") });
  return once;
}

/** The words of a cell, split on commas, each once, as written. */
export function readList<C extends string>(cells: Cells<C>, column: C): string[] {
  return withoutRepeats(cells, column, split(cells, column));
}

/** The names of a cell, split on commas alone, each once, as written. */
export function readNames<C extends string>(cells: Cells<C>, column: C): string[] {
  return withoutRepeats(cells, column, split(cells, column, true));
}

/** The technologies of a cell in canonical spelling, each once; one outside the list stays as written. */
export function readTechnologies<C extends string>(cells: Cells<C>, column: C): string[] {
  const written = split(cells, column);
  const canonical = written.map((word) => {
    const known = technologyOf(word);
    if (known === undefined) cells.note("unknown_value", column, { value: word });
    return known ?? word;
  });
  if (canonical.some((word, index) => word !== written[index]))
    cells.note("technology_spelling", column, { corrected: canonical.join(", ") });
  return withoutRepeats(cells, column, canonical);
}

/** The one technology of a cell: the first of several. */
export function readTechnology<C extends string>(cells: Cells<C>, column: C): string | null {
  const [first = null, ...others] = readTechnologies(cells, column);
  if (others.length > 0) cells.note("several_values", column, { corrected: first });
  return first;
}
