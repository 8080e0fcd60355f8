import { resolve } from "node:path";
import { EditionError } from "@/lib/editions/errors";
import { kindOf, type FindingKind } from "@/lib/editions/findings";
import { loadRegister } from "@/lib/editions/register";
import { openEdition } from "@/lib/editions/source";
import type { Batch, Finding } from "@/lib/editions/types";
import { counted, progress } from "./progress";

type Severity = FindingKind["severity"];
type Place = { file: string | null; line: number | null; column: string | null };

/** "organisations.csv:12: siren: error: …": file, line, column, severity, reason, in the order editors understand. */
function lineOf({ file, line, column }: Place, severity: Severity, reason: string): string {
  const where = `${file ?? "edition"}${line === null ? "" : `:${line}`}`;
  return [where, ...(column === null ? [] : [column]), severity, reason].join(": ");
}

/** A cell on one line, with what can't be seen in it made visible. */
function shown(value: string): string {
  const visible = JSON.stringify(value).replace(
    /[\p{Cf}\p{Zl}\p{Zp}\u00a0]/gu,
    (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
  return visible.length > 80 ? `${visible.slice(0, 79)}…"` : visible;
}

function reasonOf({ kind, value, corrected, outcome }: Finding): string {
  const { label } = kindOf(kind);
  const cell = value === null ? "" : ` ${shown(value)}`;
  const instead = outcome === "repaired" && corrected !== null ? ` → ${shown(corrected)}` : "";
  return `${label.en}${cell}${instead}`;
}

/**
 * `data check <folder>`: reads an edition as the server would and prints one line a problem. Errors (a value that
 * can't be used, or the whole edition refused) and warnings (doubts, corrections that change a figure) are printed,
 * matters of form only with `--all`.
 * @returns 1 when the edition is refused or has an error, else 0
 */
export async function checkCommand(folder: string, options: { all: boolean }): Promise<number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const rows = { organisations: 0, platforms: 0 };
  // On a terminal that also shows the problems, they are the progress.
  const bar = process.stdout.isTTY ? null : progress("checking", "rows");
  const read = async <Row>(batches: AsyncIterable<Batch<Row>>, count: (rows: number) => void) => {
    for await (const batch of batches) {
      count(batch.rows.length);
      bar?.update(rows.organisations + rows.platforms);
      for (const finding of batch.findings) {
        const { severity } = kindOf(finding.kind);
        counts[severity]++;
        if (severity !== "info" || options.all) console.log(lineOf(finding, severity, reasonOf(finding)));
      }
    }
  };
  try {
    const source = await openEdition(resolve(folder), await loadRegister());
    if (source.platforms) await read(source.platforms(), (more) => void (rows.platforms += more));
    await read(source.organisations(), (more) => void (rows.organisations += more));
    bar?.end();
    const content = `${counted(rows.organisations, "organisation")}, ${counted(rows.platforms, "platform")}`;
    const form = `${counted(counts.info, "matter of form", "matters of form")}${counts.info > 0 && !options.all ? " (--all lists them)" : ""}`;
    console.log(
      `edition ${source.manifest.id} can be served: ${content}; ${counted(counts.error, "error")}, ${counted(counts.warning, "warning")}, ${form}`,
    );
    return counts.error > 0 ? 1 : 0;
  } catch (cause) {
    bar?.end();
    if (!(cause instanceof EditionError)) throw cause;
    const { refusal } = cause;
    console.log(lineOf(refusal, "error", refusal.reason.en));
    console.log(`edition ${refusal.edition} is refused and would not be served`);
    return 1;
  }
}
