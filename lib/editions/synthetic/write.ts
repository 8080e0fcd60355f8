import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Manifest } from "../types";
import { generateEdition, type Piece } from "./generate";
import type { EditionOptions } from "./plan";

/** What the bundled demonstration edition is made from: change a number and its files change. */
export const DEMO: Required<EditionOptions> = { rows: 1_060, platforms: 220, seed: 2_022, faults: true };

/** The manifest of an edition of ours: fictitious, and saying so. */
export function fictitiousManifest(id: string, title: Manifest["title"]): Manifest {
  return {
    id,
    title,
    asOf: "2022-12-31",
    kind: "demo",
    reference: "2022",
    licence: "lo-2.0",
    publisher: "Données fictives",
    sources: [],
  };
}

export const DEMO_MANIFEST = fictitiousManifest("demo", {
  fr: "Édition de démonstration (données fictives)",
  en: "Demonstration edition (fictitious data)",
});

/**
 * Writes a synthetic edition into a folder. Pieces are made as fast as the disk takes them, and no faster.
 * @param onProgress rows written so far, of all rows of both files
 */
export async function writeEdition(
  folder: string,
  manifest: Manifest,
  options: EditionOptions,
  onProgress: (done: number, all: number) => void = () => {},
): Promise<void> {
  const edition = generateEdition(options);
  const all = edition.rows.organisations + edition.rows.platforms;
  let done = 0;
  function* texts(pieces: Generator<Piece>) {
    for (const { text, rows } of pieces) {
      yield Buffer.from(text);
      done += rows;
      onProgress(done, all);
    }
  }
  const write = (name: string, pieces: Generator<Piece>) =>
    pipeline(Readable.from(texts(pieces)), createWriteStream(join(folder, name)));
  await writeFile(join(folder, "edition.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  await write("organisations.csv", edition.organisations());
  await write("plateformes.csv", edition.platforms());
}
