import type { Bilingual, Finding } from "../types";

/**
 * What a kind of finding is.
 * severity "error": a value of the file could not be used; "warning": a doubt, or a correction that changes a figure;
 * "info": a matter of form.
 */
export type FindingKind = {
  severity: "error" | "warning" | "info";
  outcome: Finding["outcome"];
  basis: Finding["basis"];
  label: Bilingual;
  /** What it means, what was done with it, what the publisher can do. */
  explanation: Bilingual;
};

type Words = Pick<FindingKind, "label" | "explanation">;

const kind =
  (outcome: FindingKind["outcome"], basis: FindingKind["basis"] = "both") =>
  (severity: FindingKind["severity"], words: Words): FindingKind => ({ severity, outcome, basis, ...words });

/** The value was replaced under both bases: cleaning. */
export const repaired = kind("repaired");
/** The value was replaced under the corrected basis alone. */
export const corrected = kind("repaired", "corrected");
/** The value could not be read: it is unknown. */
export const dropped = kind("dropped");
/** A doubt: the value stands. */
export const kept = kind("kept");
