import { absentColumns } from "./file-schema";
import type { EditionFile } from "./types";

/**
 * Names of the columns that a file of an edition lacks; null when the edition lacks the whole file. What is absent is
 * neither none nor unknown, and pages say so.
 */
export function absentFrom(
  { files }: { files: readonly EditionFile[] },
  name: EditionFile["name"],
): ReadonlySet<string> | null {
  const file = files.find((one) => one.name === name);
  return file ? new Set(absentColumns(file).map((column) => column.name ?? "")) : null;
}
