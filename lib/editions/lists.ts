import { technologyOf } from "@/lib/codes/technology";
import type { Cells } from "./cells";

function split<C extends string>(cells: Cells<C>, column: C): string[] {
  const parts = (cells.text(column) ?? "").split(",").map((part) => part.trim());
  return parts.filter((part) => part !== "");
}

function withoutRepeats<C extends string>(cells: Cells<C>, column: C, values: string[]): string[] {
  const once = [...new Set(values)];
  if (once.length < values.length) cells.note("repeated_value", column, { corrected: once.join(", ") });
  return once;
}

/** The values of a cell, split on commas, each once, as written. */
export function readList<C extends string>(cells: Cells<C>, column: C): string[] {
  return withoutRepeats(cells, column, split(cells, column));
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
