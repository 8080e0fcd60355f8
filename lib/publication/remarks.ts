import "server-only";
import type { Severity } from "@/lib/codes/quality";
import { FINDING_KINDS } from "@/lib/editions/findings";
import type { LoadedEdition } from "@/lib/engine/state";
import { remarks } from "@/lib/queries/remarks";
import { stagedContexts } from "./staged-state";
import type { Upload } from "./types";

const PIECE = 5_000;

const kindsOf = (severity: Severity) =>
  Object.entries(FINDING_KINDS)
    .filter(([, kind]) => kind.severity === severity)
    .map(([code]) => code);

/** One page of the remarks on an upload, in the order of its files. @param severity of these alone; null, of all */
export async function remarksOfUpload(
  upload: Upload,
  served: LoadedEdition | undefined,
  severity: Severity | null,
  page: number,
  pageSize: number,
) {
  const { staged } = await stagedContexts(upload, served);
  const kinds = severity === null ? null : kindsOf(severity);
  return remarks.all(staged, { kinds, limit: pageSize, offset: (page - 1) * pageSize });
}

/** How many there are, as counted when it was checked. */
export function remarksTotal({ counts }: Upload, severity: Severity | null): number {
  return severity === null ? counts.error + counts.warning + counts.info : counts[severity];
}

/** All of them, some thousands at a time. */
export async function* remarkPages(upload: Upload, served: LoadedEdition | undefined) {
  for (let page = 1; ; page++) {
    const rows = await remarksOfUpload(upload, served, null, page, PIECE);
    if (rows.length > 0) yield rows;
    if (rows.length < PIECE) return;
  }
}
