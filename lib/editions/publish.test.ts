import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { PublicationError, publishEdition, recoverPublications } from "./publish";

let dataDir: string;
beforeEach(async () => void (dataDir = await mkdtemp(join(tmpdir(), "publish-"))));
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const writing = (text: string) => async (folder: string) => {
  await writeFile(join(folder, "edition.json"), text);
  await writeFile(join(folder, "organisations.csv"), `siren,nom,type\n${text}`);
};
const inPlace = (id = "x") => readFile(join(dataDir, id, "edition.json"), "utf8");

test("an edition takes its place, the one before is kept, and nothing else is left", async () => {
  expect(await publishEdition(dataDir, "x", writing("one"))).toBe("published");
  expect(await inPlace()).toBe("one");
  expect(await publishEdition(dataDir, "x", writing("two"))).toBe("published");
  expect(await inPlace()).toBe("two");
  expect(await inPlace(".previous-x")).toBe("one");
  expect((await readdir(dataDir)).sort()).toEqual([".previous-x", "x"]);
});

test("the same bytes again change nothing, not even the copy before", async () => {
  await publishEdition(dataDir, "x", writing("one"));
  await publishEdition(dataDir, "x", writing("two"));
  expect(await publishEdition(dataDir, "x", writing("two"))).toBe("unchanged");
  expect(await inPlace(".previous-x")).toBe("one");
});

test("a check that fails leaves the edition as it was and no trace", async () => {
  await publishEdition(dataDir, "x", writing("one"));
  const failing = publishEdition(dataDir, "x", async (folder) => {
    await writing("two")(folder);
    throw new Error("not an edition");
  });
  await expect(failing).rejects.toThrow("not an edition");
  expect(await inPlace()).toBe("one");
  expect(await readdir(dataDir)).toEqual(["x"]);
});

test("another program at the same edition is waited for by nobody; a dead one's lock is nobody's", async () => {
  await writeFile(join(dataDir, ".publishing-x"), String(process.pid));
  await expect(publishEdition(dataDir, "x", writing("one"))).rejects.toThrow(PublicationError);
  expect(await publishEdition(dataDir, "y", writing("one"))).toBe("published");
  // A program that has ended: its number is free again.
  const ended = spawnSync(process.execPath, ["--eval", ""]).pid;
  await writeFile(join(dataDir, ".publishing-x"), String(ended));
  expect(await publishEdition(dataDir, "x", writing("one"))).toBe("published");
});

test("killed between the two renames, the last good copy comes back", async () => {
  await publishEdition(dataDir, "x", writing("one"));
  await publishEdition(dataDir, "x", writing("two"));
  // What a program that dies there leaves: no edition, its copy, its lock, its staging folder.
  const ended = spawnSync(process.execPath, ["--eval", ""]).pid;
  await writeFile(join(dataDir, ".publishing-x"), String(ended));
  await rm(join(dataDir, "x"), { recursive: true });
  const staging = join(dataDir, ".staging-dead");
  await mkdir(staging);
  await utimes(staging, new Date(0), new Date(0));
  expect(await recoverPublications(dataDir)).toEqual(["x"]);
  expect(await inPlace()).toBe("one");
  expect(await readdir(dataDir)).toEqual(["x"]);
});

test("an edition that someone deleted stays deleted, and work under way is left alone", async () => {
  await publishEdition(dataDir, "x", writing("one"));
  await publishEdition(dataDir, "x", writing("two"));
  await rm(join(dataDir, "x"), { recursive: true });
  await mkdir(join(dataDir, ".staging-now"));
  expect(await recoverPublications(dataDir)).toEqual([]);
  await writeFile(join(dataDir, ".publishing-x"), String(process.pid));
  expect(await recoverPublications(dataDir)).toEqual([]);
  expect((await readdir(dataDir)).sort()).toEqual([".previous-x", ".publishing-x", ".staging-now"]);
  expect(await recoverPublications(join(dataDir, "none"))).toEqual([]);
});
