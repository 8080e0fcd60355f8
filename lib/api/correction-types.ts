import type { CellValue } from "@/lib/engine/values";

/** Who proposed it and when; `note` is its id. */
type Signed = {
  /** Name of the row; null where the edition has none of the kind. */
  name: string | null;
  note: string;
  language: "fr" | "en";
  target: string;
  author: string;
  date: string;
};

/** One cell that a published correction replaces, in every row of that SIREN or slug. */
export type CorrectedCell = Signed & {
  /** SIREN or slug of the row. */
  id: string;
  column: string;
  /** As the file reads, and as proposed; null is unknown. */
  before: CellValue;
  after: CellValue;
  reason: string;
  proof: string | null;
};

/**
 * A published correction that can't be applied: its column is not one of the list's (or identifies the row), its value
 * does not read as one of the column, the row is not in the edition, the file says something else than the correction
 * says it does, or a newer one is about the same cell.
 */
export type CorrectionSkipped = Signed & {
  column: string;
  proposed: string;
  why: "column" | "value" | "gone" | "differs" | "older";
};

export type Corrections = {
  applied: readonly CorrectedCell[];
  skipped: readonly CorrectionSkipped[];
  /** Cells and rows changed in the whole edition. */
  cells: number;
  rows: number;
  /** For the engine: `EditionContext.patches`. */
  patches: string;
};
