import { z } from "zod";

/** What a note can be about, as contract.md writes it. */
export const TARGET_KINDS = [
  "edition",
  "indicator",
  "organisation",
  "platform",
  "territory",
  "column",
] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

const FORMS: Record<TargetKind, RegExp> = {
  edition: /^edition$/,
  indicator: /^indicator\/[a-z][a-z0-9-]{1,60}(\/[^/\s][^/\n]{0,120})?$/,
  organisation: /^organisation\/\d{9}$/,
  platform: /^platform\/[a-z0-9-]{1,120}$/,
  territory: /^territory\/([A-Z]{2,3}(-\d{2})?|\d{2,3}|2[AB])$/,
  column: /^column\/[a-z][a-z_]{0,60}$/,
};

/** A target's kind, or undefined when the text is no target. */
export function kindOf(target: string): TargetKind | undefined {
  return TARGET_KINDS.find((kind) => FORMS[kind].test(target));
}

/** A target of the contract; whether an edition has it is another question. */
export const targetSchema = z
  .string()
  .max(200)
  .refine((text) => kindOf(text) !== undefined, "a target is expected, such as indicator/by-type/COM");

/** The value of a target after its kind: an id, a SIREN, a slug, a code; empty for the edition. */
export function valueOf(target: string): string {
  return target.slice(target.indexOf("/") + 1 || target.length);
}
