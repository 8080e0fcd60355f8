import { EditionError } from "@/lib/editions/errors";
import { kindOf } from "@/lib/editions/findings";
import type { Finding, OrganisationRecord, PlatformRecord, Refusal } from "@/lib/editions/types";
import { readWritten, type Read } from "@/tests/support/folder";
import type { FileName } from "./table";
import type { Outcome, Variant } from "./variant";

type Row = OrganisationRecord | PlatformRecord;
/** The clean edition: its files' bytes, and what they are read as, which reference.test.ts compares with the oracle. */
export type Clean = { bytes: Readonly<Record<FileName, Uint8Array>>; read: Read };

export type Verdict = {
  outcome: Outcome;
  refusal: Refusal | null;
  /** Findings that the clean file has not. */
  told: Finding[];
  /** What nothing tells of. */
  silent: string[];
};

/** Values of a row that two bases give, and the column whose cell they come from. */
const COLUMN_OF: Readonly<Record<string, string>> = {
  region_file: "region",
  population_file: "population",
  longitude_file: "longitude",
};
/** Values of the corrected basis, and the column they are worked out from besides their own. */
const DERIVED: Readonly<Record<string, string>> = { region: "department" };
/** Findings about a whole column: all of its cells are told. */
const COLUMN_KINDS = ["missing_column", "repeated_column", "empty_column"];
/** Findings that put a whole file in doubt: whoever reads the check looks at every column. */
const DOUBTS = ["column_unfit"];
/** Not cells of the file: where a row is, and an address made from its name. */
const NOT_CELLS = ["line", "slug"];

const rowsOf = (read: Read, file: FileName): readonly Row[] =>
  file === "organisations.csv" ? read.organisations : read.platforms;
const keyOf = ({ column, kind, value, corrected }: Finding) =>
  JSON.stringify([column, kind, value, corrected]);

/** The findings of a damaged line less those its original has. */
function newOf(found: readonly Finding[], known: readonly Finding[]): Finding[] {
  const left = known.map(keyOf);
  return found.filter((finding) => {
    const at = left.indexOf(keyOf(finding));
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

function byLine(findings: readonly Finding[], file: FileName): Map<number | null, Finding[]> {
  return Map.groupBy(
    findings.filter((finding) => finding.file === file),
    ({ line }) => line,
  );
}

const grave = ({ kind }: Finding) => kindOf(kind).severity !== "info";

function covers(finding: Finding, column: string): boolean {
  if (finding.column === column) return true;
  // A position is one value in two cells.
  return finding.kind === "coordinate_displaced" && column === "longitude";
}

/** The cells of a row that differ from the original's, by canonical column. */
function differences(row: Row, original: Row): string[] {
  const [is, was] = [row, original] as unknown as Record<string, unknown>[];
  const keys = Object.keys(was ?? {}).filter((key) => !NOT_CELLS.includes(key));
  const changed = keys.filter((key) => JSON.stringify(is?.[key]) !== JSON.stringify(was?.[key]));
  return [...new Set(changed.map((key) => COLUMN_OF[key] ?? key))];
}

function compare(variant: Variant, clean: Clean, read: Read): Pick<Verdict, "told" | "silent" | "outcome"> {
  const originals = rowsOf(clean.read, variant.file);
  const rows = rowsOf(read, variant.file);
  const order = variant.rows ?? originals.map((_, index) => index);
  const [found, known] = [byLine(read.findings, variant.file), byLine(clean.read.findings, variant.file)];
  const told = newOf(found.get(null) ?? [], known.get(null) ?? []);
  const wholeColumns = told.filter(({ kind }) => COLUMN_KINDS.includes(kind)).map(({ column }) => column);
  // A finding at the line of the headers is about no row.
  const doubts = read.findings.filter(({ file, kind }) => file === variant.file && DOUBTS.includes(kind));
  told.push(...doubts);
  const silent: string[] = [];
  let differs = rows.length !== originals.length;
  if (rows.length !== order.length) silent.push(`${rows.length} rows instead of ${order.length}`);
  const seen = new Set<number | null>();
  rows.forEach((row, place) => {
    const index = order[place] ?? null;
    const original = index === null ? undefined : originals[index];
    const extra = original === undefined || seen.has(index);
    const expected = extra ? [] : (known.get(original.line) ?? []);
    const mine = newOf(found.get(row.line) ?? [], expected);
    told.push(...mine);
    seen.add(index);
    if (extra && !mine.some(grave)) silent.push(`line ${row.line} is no row of the original`);
    if (!original) return;
    for (const column of differences(row, original)) {
      differs = true;
      const sources = [column, DERIVED[column] ?? column];
      const flagged =
        doubts.length > 0 ||
        mine.some((one) => covers(one, column)) ||
        sources.some((one) => wholeColumns.includes(one));
      if (!flagged && !(variant.record && mine.some(grave))) silent.push(`line ${row.line}, ${column}`);
    }
  });
  const last = found.get(rows.at(-1)?.line ?? null) ?? [];
  const lost = originals.length - [...seen].filter((index) => index !== null).length;
  if (lost > 0 && !last.some(({ kind }) => kind === "file_not_ended")) silent.push(`${lost} rows lost`);
  return { told, silent, outcome: differs ? "flagged" : "read right" };
}

/** Reads an edition with one damaged file, and says what came of it. */
export async function judge(variant: Variant, clean: Clean): Promise<Verdict> {
  let read: Read;
  try {
    read = await readWritten({ files: { ...clean.bytes, [variant.file]: variant.bytes } });
  } catch (cause) {
    if (!(cause instanceof EditionError)) throw cause;
    return { outcome: "refused", refusal: cause.refusal, told: [], silent: [] };
  }
  return { refusal: null, ...compare(variant, clean, read) };
}

/** What is wrong with a verdict, in a line; null when it is as it must be. */
export function faultOf(variant: Variant, { outcome, refusal, silent }: Verdict): string | null {
  const what = `${variant.file}, ${variant.family}, ${variant.name}`;
  if (silent.length > 0) return `${what}: SILENT ${silent.length}: ${silent.slice(0, 3).join("; ")}`;
  if (variant.lossless === true && outcome !== "read right")
    return `${what}: loses nothing and must be read right, but is ${outcome}: ${refusal?.reason.en}`;
  if (variant.lossless && outcome === "flagged") return `${what}: loses nothing, but cells differ`;
  if (!refusal) return null;
  if (refusal.file !== variant.file) return `${what}: refused for ${refusal.file}`;
  const { at } = variant;
  if (at && (at.line !== refusal.line || (at.column !== undefined && at.column !== refusal.column)))
    return `${what}: refused at ${refusal.line} ${refusal.column}, not at ${at.line} ${at.column}: ${refusal.reason.en}`;
  return null;
}
