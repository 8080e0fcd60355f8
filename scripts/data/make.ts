import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { env } from "@/lib/env";
import { EDITION_ID } from "@/lib/editions/manifest";
import { PublicationError, publishEdition } from "@/lib/editions/publish";
import type { EditionOptions } from "@/lib/editions/synthetic/plan";
import { DEMO, DEMO_MANIFEST, fictitiousManifest, writeEdition } from "@/lib/editions/synthetic/write";
import type { Manifest } from "@/lib/editions/types";
import { forgetVersions } from "@/lib/editions/versions";
import { CommandError } from "./command-error";
import { counted, progress } from "./progress";

/** Writes an edition of ours into a folder, showing how far it is. */
async function write(dataDir: string, manifest: Manifest, options: EditionOptions): Promise<void> {
  const bar = progress(`writing ${manifest.id}`, "rows");
  try {
    const outcome = await publishEdition(dataDir, manifest.id, (folder) =>
      writeEdition(folder, manifest, options, bar.update),
    );
    bar.end();
    const said = outcome === "unchanged" ? "unchanged" : "written";
    console.log(
      `${join(dataDir, manifest.id)}: ${counted(options.rows, "fictitious organisation")}, ${said}`,
    );
  } catch (cause) {
    bar.end();
    if (cause instanceof PublicationError || cause instanceof RangeError)
      throw new CommandError(cause.message);
    throw cause;
  }
}

/** `data demo`: rebuilds the demonstration edition in DATA_DIR; its committed files come out the same to the byte. */
export async function demoCommand(): Promise<number> {
  await write(env.DATA_DIR, DEMO_MANIFEST, DEMO);
  return 0;
}

/** What is there already may be written over only when it is an edition of ours. */
function refuseToReplace(folder: string): void {
  if (!existsSync(folder)) return;
  const manifest = join(folder, "edition.json");
  const ours =
    existsSync(manifest) && (JSON.parse(readFileSync(manifest, "utf8")) as Manifest).kind === "demo";
  if (!ours) throw new CommandError(`${folder} exists and is no fictitious edition: choose another folder`);
}

/**
 * `data generate --rows N --out <folder>`: writes a synthetic edition of any size, whose id is the folder's name.
 * @param options.platforms left out: in proportion to the rows
 */
export async function generateCommand(out: string, options: EditionOptions): Promise<number> {
  const folder = resolve(out);
  const id = basename(folder);
  if (!EDITION_ID.test(id))
    throw new CommandError(
      `"${id}" can't be an edition's id: lowercase letters, digits and hyphens, 32 at most`,
    );
  refuseToReplace(folder);
  const rows = counted(options.rows, "organisation");
  const manifest = fictitiousManifest(id, {
    fr: `Édition de synthèse (données fictives), graine ${options.seed}`,
    en: `Synthetic edition (fictitious data), ${rows}, seed ${options.seed}`,
  });
  await write(dirname(folder), manifest, options);
  // Made from a seed, it can be made again: no copy of the one before is kept.
  await forgetVersions(dirname(folder), id);
  return 0;
}
