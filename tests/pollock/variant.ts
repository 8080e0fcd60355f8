import type { FileName } from "./table";

/** What a damaged file may come out as. "flagged": read, and each cell that differs has a finding at its place. */
export type Outcome = "read right" | "flagged" | "refused";

/** One damaged file. The other file of the edition stays clean. */
export type Variant = {
  family: string;
  name: string;
  file: FileName;
  bytes: Uint8Array;
  /** Nothing of the original is lost: it must be read right, or be refused where `lossless` is "or refused". */
  lossless?: true | "or refused";
  /** Place (from 0) of each original row in the damaged file; null for a line that was none. As they were when absent. */
  rows?: readonly (number | null)[];
  /** The damage is one record's: a finding on its line that is no mere matter of form tells of all its cells. */
  record?: true;
  /** What a finding on the whole column tells of: every cell of these canonical columns. */
  columns?: readonly string[];
  /** Where a refusal must point to. */
  at?: { line: number | null; column?: string | null };
};

/** A variant but for what its family gives. */
export type Made = Omit<Variant, "family" | "file" | "bytes"> & { bytes: Uint8Array | string };

/** A family of pollutions: what it makes of a file. */
export type Family = { name: string; make: (file: FileName) => Made[] };

/** Every variant of some families. */
export function variantsOf(families: readonly Family[], files: readonly FileName[]): Variant[] {
  return families.flatMap((family) =>
    files.flatMap((file) =>
      family.make(file).map((made) => ({
        ...made,
        family: family.name,
        file,
        bytes: typeof made.bytes === "string" ? Buffer.from(made.bytes) : made.bytes,
      })),
    ),
  );
}
