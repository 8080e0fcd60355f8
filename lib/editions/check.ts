import { SEVERITIES, type Severity } from "@/lib/codes/quality";
import { EditionError } from "./errors";
import { kindOf } from "./findings";
import { loadRegister } from "./register";
import { openEdition } from "./source";
import type { Batch, Bilingual, EditionFile, Finding, Manifest, Refusal } from "./types";

/** One problem of an edition: where, how grave, and what it is. */
export type CheckLine = {
  file: string | null;
  line: number | null;
  column: string | null;
  severity: Severity;
  reason: Bilingual;
};

/** What a reading of an edition to its last row has found. */
export type Check = {
  counts: Record<Severity, number>;
  rows: { organisations: number; platforms: number };
} & (
  | { refusal: Refusal; manifest?: undefined }
  | { refusal: null; manifest: Manifest; identity: string; files: EditionFile[] }
);

/** A cell on one line, with what can't be seen in it made visible. */
function shown(value: string): string {
  const visible = JSON.stringify(value).replace(
    /[\p{Cf}\p{Zl}\p{Zp}\u00a0]/gu,
    (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
  return visible.length > 80 ? `${visible.slice(0, 79)}…"` : visible;
}

type Told = Pick<Finding, "file" | "line" | "column" | "kind" | "outcome" | "value" | "corrected">;

/** What a finding is, in words. */
export function checkLineOf({ file, line, column, kind, value, corrected, outcome }: Told): CheckLine {
  const { label, severity } = kindOf(kind);
  const cell = value === null ? "" : ` ${shown(value)}`;
  const instead = outcome === "repaired" && corrected !== null ? ` → ${shown(corrected)}` : "";
  const reason = { fr: `${label.fr}${cell}${instead}`, en: `${label.en}${cell}${instead}` };
  return { file, line, column, severity, reason };
}

/** "organisations.csv:12: siren: error: …": file, line, column, severity, reason, in the order editors understand. */
export function checkText(
  { file, line, column, severity, reason }: CheckLine,
  locale: keyof Bilingual,
): string {
  const where = `${file ?? "edition"}${line === null ? "" : `:${line}`}`;
  return [where, ...(column === null ? [] : [column]), severity, reason[locale]].join(": ");
}

/**
 * Reads an edition as the server would, to its last row.
 * @param folder a hidden one may have any name
 * @param onLine is given each problem as it is found; that of a refusal last
 * @param onRows is told how many rows have been read so far
 */
export async function checkEdition(
  folder: string,
  onLine: (line: CheckLine) => void = () => {},
  onRows: (rows: number) => void = () => {},
): Promise<Check> {
  const counts = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Check["counts"];
  const rows = { organisations: 0, platforms: 0 };
  const read = async <Row>(file: keyof typeof rows, batches: AsyncIterable<Batch<Row>>) => {
    for await (const batch of batches) {
      rows[file] += batch.rows.length;
      onRows(rows.organisations + rows.platforms);
      for (const finding of batch.findings) {
        const line = checkLineOf(finding);
        counts[line.severity]++;
        onLine(line);
      }
    }
  };
  try {
    const source = await openEdition(folder, await loadRegister());
    if (source.platforms) await read("platforms", source.platforms());
    await read("organisations", source.organisations());
    const { manifest, identity, files } = source;
    return { counts, rows, refusal: null, manifest, identity, files };
  } catch (cause) {
    if (!(cause instanceof EditionError)) throw cause;
    const { file, line, column, reason } = cause.refusal;
    onLine({ file, line, column, severity: "error", reason });
    return { counts, rows, refusal: cause.refusal };
  }
}
