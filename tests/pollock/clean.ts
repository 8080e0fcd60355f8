import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readWritten } from "@/tests/support/folder";
import type { Clean } from "./judge";

export const DEMO = "data/editions/demo";

/** The edition before any damage, read once. */
export async function readClean(folder: string): Promise<Clean> {
  const bytes = {
    "organisations.csv": readFileSync(join(folder, "organisations.csv")),
    "plateformes.csv": readFileSync(join(folder, "plateformes.csv")),
  };
  return { bytes, read: await readWritten({ files: bytes }) };
}
