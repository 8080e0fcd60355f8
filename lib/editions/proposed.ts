import { departmentReader } from "@/lib/codes/department";
import { DEPARTMENTS } from "@/lib/codes/departments";
import { Cells } from "./cells";
import { kindOf } from "./findings";
import { readOrganisation, type OrganisationCells } from "./organisation";
import { readPlatform, type PlatformCells } from "./platform";

const departmentOf = departmentReader(Object.entries(DEPARTMENTS).map(([code, name]) => ({ code, name })));

/** A cell as the file's own reading takes it: `readable` is false where the text means nothing there. */
export type ReadCell = { value: unknown; readable: boolean };

/**
 * Reads one value as if it stood in its column of the file, so that "1 234", "OpenDatasoft" or "5" mean there what they
 * mean in the file. A blank one is unknown.
 * @param column its name in the program
 */
export function readCell(entity: "organisation" | "platform", column: string, text: string): ReadCell {
  const file = entity === "organisation" ? "organisations.csv" : "plateformes.csv";
  const cells = new Cells(file, new Map([[column, 0]]));
  cells.open([text], 1);
  const row: Readonly<Record<string, unknown>> =
    entity === "organisation"
      ? readOrganisation(cells as OrganisationCells, 1, departmentOf)
      : readPlatform(cells as PlatformCells, 1, new Set());
  const own = cells.take().filter((finding) => finding.column === column);
  const dropped = own.some(({ kind }) => kind === "name_missing" || kindOf(kind).outcome === "dropped");
  return { value: row[column] ?? null, readable: column in row && !dropped };
}
