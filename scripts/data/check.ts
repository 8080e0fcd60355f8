import { resolve } from "node:path";
import { checkEdition, checkText } from "@/lib/editions/check";
import { counted, progress } from "./progress";

/**
 * `data check <folder>`: reads an edition as the server would and prints one line a problem. Errors (a value that
 * can't be used, or the whole edition refused) and warnings (doubts, corrections that change a figure) are printed,
 * matters of form only with `--all`.
 * @returns 1 when the edition is refused or has an error, else 0
 */
export async function checkCommand(folder: string, options: { all: boolean }): Promise<number> {
  // On a terminal that also shows the problems, they are the progress.
  const bar = process.stdout.isTTY ? null : progress("checking", "rows");
  const { counts, rows, refusal, manifest } = await checkEdition(
    resolve(folder),
    (line) => (line.severity !== "info" || options.all) && console.log(checkText(line, "en")),
    (read) => bar?.update(read),
  ).finally(() => bar?.end());
  if (refusal) {
    console.log(`edition ${refusal.edition} is refused and would not be served`);
    return 1;
  }
  const content = `${counted(rows.organisations, "organisation")}, ${counted(rows.platforms, "platform")}`;
  const form = `${counted(counts.info, "matter of form", "matters of form")}${counts.info > 0 && !options.all ? " (--all lists them)" : ""}`;
  console.log(
    `edition ${manifest?.id} can be served: ${content}; ${counted(counts.error, "error")}, ${counted(counts.warning, "warning")}, ${form}`,
  );
  return counts.error > 0 ? 1 : 0;
}
