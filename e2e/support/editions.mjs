/** The editions that the end-to-end tests run on. */
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Where the real files of October 2022 are, or undefined: they are not part of the project. */
export function realFiles() {
  const folder = join(resolve(ROOT, process.env.REAL_DATA_DIR || "../shared/real-data"), "2022-10");
  return existsSync(join(folder, "organisations.csv")) ? folder : undefined;
}

const REAL_MANIFEST = {
  id: "2022-10",
  title: { fr: "Instantané d’octobre 2022", en: "October 2022 snapshot" },
  asOf: "2022-10-19",
  kind: "snapshot",
  reference: "2022",
  licence: "lo-2.0",
  publisher: "OpenDataFrance",
  sources: [],
};

/** Fills an empty folder with the demonstration edition and, where they are, the real files. */
export function writeEditions(dataDir) {
  const copy = (from, id, names) => {
    mkdirSync(join(dataDir, id), { recursive: true });
    for (const name of names) copyFileSync(join(from, name), join(dataDir, id, name));
  };
  const csv = ["organisations.csv", "plateformes.csv"];
  copy(join(ROOT, "data/editions/demo"), "demo", ["edition.json", ...csv]);
  const real = realFiles();
  if (!real) return;
  copy(real, "2022-10", csv);
  writeFileSync(join(dataDir, "2022-10", "edition.json"), JSON.stringify(REAL_MANIFEST, null, 2));
}
