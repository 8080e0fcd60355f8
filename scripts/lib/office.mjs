/** Makes sure, where it can, that there is a LibreOffice for the tests that open workbooks. */
import { spawnSync } from "node:child_process";
import { ensureProgram } from "./debian.mjs";

/** What LibreOffice says it is, or undefined where there is none that starts. */
function office() {
  const { status, stdout } = spawnSync("soffice", ["--version"], { encoding: "utf8", timeout: 60_000 });
  return status === 0 ? stdout.trim().split(" ").slice(0, 2).join(" ") : undefined;
}

/** The step "spreadsheet". Without one, the tests say what they skip. */
export const ensureOffice = (progress) =>
  ensureProgram(office, "libreoffice-calc-nogui", "none: workbooks are read back by exceljs alone", progress);
