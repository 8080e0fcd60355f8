import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { folderIdentity } from "./disk";
import { recoverPublications } from "./publish";
import { keptVersions, versionPath } from "./versions";

/** KILLS=50 tries it longer. */
const KILLS = Number(process.env.KILLS ?? 24);
const TIMEOUT_MS = 180_000 + KILLS * 5_000;

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "kills-"))));
afterEach(() => rm(folder, { recursive: true, force: true }));

/** An edition large enough for its copy to take a while. */
async function makeSource(name: string): Promise<string> {
  const source = join(folder, name);
  await mkdir(source);
  await writeFile(join(source, "edition.json"), name);
  await writeFile(join(source, "organisations.csv"), `siren,nom,type\n${name.repeat(300_000)}`);
  return source;
}

/** The publications under way, or left over. */
const staged = async (dataDir: string) =>
  (await readdir(dataDir)).filter((name) => name.startsWith(".staging-"));

test(
  `killed ${KILLS} times while it publishes, the edition is one or the other in full and nothing is left over`,
  async () => {
    const dataDir = join(folder, "editions");
    const sources = [await makeSource("one"), await makeSource("other")];
    const whole = await Promise.all(sources.map(folderIdentity));
    const found = { repaired: 0, cleaned: 0 };
    for (let kill = 0; kill < KILLS; kill++) {
      const args = ["--conditions=react-server", "--import", "tsx", "tests/support/publish-child.ts"];
      const child = spawn(process.execPath, [...args, dataDir, "x", ...sources], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      await once(child.stdout, "data");
      // Every other one in the middle of a publication, the others spread over the time of several.
      if (kill % 2 === 0) while (!(await staged(dataDir)).length) await new Promise(setImmediate);
      else await new Promise((later) => setTimeout(later, (kill * 37) % 61));
      child.kill("SIGKILL");
      await once(child, "exit");

      found.cleaned += (await staged(dataDir)).length;
      found.repaired += (await recoverPublications(dataDir)).length;
      expect(whole).toContain(await folderIdentity(join(dataDir, "x")));
      expect((await readdir(dataDir)).filter((name) => name !== ".versions")).toEqual(["x"]);
      for (const { name } of await keptVersions(dataDir, "x"))
        expect(whole).toContain(await folderIdentity(versionPath(dataDir, "x", name)));
    }
    // Some died at their work: otherwise nothing above was tried.
    expect(found.cleaned).toBeGreaterThan(0);
  },
  TIMEOUT_MS,
);
