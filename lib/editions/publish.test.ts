import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { folderIdentity } from "./disk";
import { OWNER } from "./owner";
import {
  PublicationError,
  publishEdition,
  recoverPublications,
  restoreVersion,
  withdrawEdition,
} from "./publish";
import { idsWithVersions, keptVersions, versionPath } from "./versions";

let dataDir: string;
beforeEach(async () => void (dataDir = await mkdtemp(join(tmpdir(), "publish-"))));
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const writing = (text: string) => async (folder: string) => {
  await writeFile(join(folder, "edition.json"), text);
  await writeFile(join(folder, "organisations.csv"), `siren,nom,type\n${text}`);
};
const publish = (text: string, id = "x") => publishEdition(dataDir, id, writing(text));
const inPlace = (id = "x") => readFile(join(dataDir, id, "edition.json"), "utf8");
/** What the versions kept hold, the last replaced first. */
const kept = async (id = "x") =>
  Promise.all(
    (await keptVersions(dataDir, id)).map(({ name }) =>
      readFile(join(versionPath(dataDir, id, name), "edition.json"), "utf8"),
    ),
  );
const present = async () => (await readdir(dataDir)).sort();
/** The signature of a program of this machine that has ended: its number is free again. */
const ended = () => OWNER.replace(/^\d+/, String(spawnSync(process.execPath, ["--eval", ""]).pid));

test("an edition takes its place, the one before is kept, and nothing else is left", async () => {
  expect(await publish("one")).toBe("published");
  expect(await inPlace()).toBe("one");
  expect(await present()).toEqual(["x"]);
  expect(await publish("two")).toBe("published");
  expect(await inPlace()).toBe("two");
  expect(await kept()).toEqual(["one"]);
  expect(await present()).toEqual([".versions", "x"]);
});

test("the same bytes again change nothing, not even the versions", async () => {
  await publish("one");
  await publish("two");
  expect(await publish("two")).toBe("unchanged");
  expect(await kept()).toEqual(["one"]);
});

test("a check that fails leaves the edition as it was and no trace", async () => {
  await publish("one");
  const failing = publishEdition(dataDir, "x", async (folder) => {
    await writing("two")(folder);
    throw new Error("not an edition");
  });
  await expect(failing).rejects.toThrow("not an edition");
  expect(await inPlace()).toBe("one");
  expect(await present()).toEqual(["x"]);
});

test("five versions are kept, each once; the oldest go", async () => {
  for (const text of ["1", "2", "3", "4", "5", "6", "7"]) await publish(text);
  expect(await kept()).toEqual(["6", "5", "4", "3", "2"]);
  await publish("3");
  expect(await kept()).toEqual(["7", "6", "5", "4", "2"]);
});

test("going back puts a version in place and keeps the one it replaces", async () => {
  await publish("one");
  await publish("two");
  const [version] = await keptVersions(dataDir, "x");
  await restoreVersion(dataDir, "x", version!.name);
  expect(await inPlace()).toBe("one");
  expect(await kept()).toEqual(["two"]);
  for (const name of ["../x", "20221231T000000000Z-000000000000"])
    await expect(restoreVersion(dataDir, "x", name)).rejects.toThrow(PublicationError);
});

test("withdrawn, an edition is a version like the others, and comes back", async () => {
  await publish("one");
  await withdrawEdition(dataDir, "x");
  expect(await present()).toEqual([".versions"]);
  expect(await idsWithVersions(dataDir)).toEqual(["x"]);
  await expect(withdrawEdition(dataDir, "x")).rejects.toThrow(PublicationError);
  const [version] = await keptVersions(dataDir, "x");
  await restoreVersion(dataDir, "x", version!.name);
  expect(await inPlace()).toBe("one");
  expect(await idsWithVersions(dataDir)).toEqual([]);
});

test("an edition compared with one that has changed since is not put in its place", async () => {
  await publish("one");
  const one = await folderIdentity(join(dataDir, "x"));
  await publish("two");
  await expect(publishEdition(dataDir, "x", writing("three"), one)).rejects.toThrow(
    /changed in the meantime/,
  );
  await expect(publishEdition(dataDir, "x", writing("three"), null)).rejects.toThrow(PublicationError);
  expect(await inPlace()).toBe("two");
  const two = await folderIdentity(join(dataDir, "x"));
  expect(await publishEdition(dataDir, "x", writing("three"), two)).toBe("published");
  expect(await publishEdition(dataDir, "y", writing("three"), null)).toBe("published");
});

test("another program at the same edition is waited for by nobody; a dead one's lock is nobody's", async () => {
  await writeFile(join(dataDir, ".publishing-x"), OWNER);
  await expect(publish("one")).rejects.toThrow(PublicationError);
  expect(await publish("one", "y")).toBe("published");
  // Of a machine that can't be asked: held until it is old.
  await writeFile(join(dataDir, ".publishing-x"), "1.00000000.00000000");
  await expect(publish("one")).rejects.toThrow(PublicationError);
  // Of this very number, but an earlier program.
  for (const owner of [ended(), OWNER.replace(/\w+$/, "00000000")]) {
    await writeFile(join(dataDir, ".publishing-x"), owner);
    expect(await publish(owner)).toBe("published");
  }
});

test("killed between the two renames, the version taken away comes back", async () => {
  await publish("one");
  await publish("two");
  await publish("three");
  // What a program that dies there leaves: no edition, its version, its lock, its staging folder.
  await withdrawEdition(dataDir, "x");
  const [last] = await keptVersions(dataDir, "x");
  const owner = ended();
  await writeFile(join(dataDir, ".publishing-x"), `${owner} ${last!.name}`);
  await mkdir(join(dataDir, `.staging-${owner}.abcdef`));
  await mkdir(join(dataDir, ".staging-old"));
  await utimes(join(dataDir, ".staging-old"), new Date(0), new Date(0));
  expect(await recoverPublications(dataDir)).toEqual(["x"]);
  expect(await inPlace()).toBe("three");
  expect(await kept()).toEqual(["two", "one"]);
  expect(await present()).toEqual([".versions", "x"]);
});

test("an edition that someone deleted stays deleted, and work under way is left alone", async () => {
  await publish("one");
  await publish("two");
  await rm(join(dataDir, "x"), { recursive: true });
  const now = [`.staging-${OWNER}.abcdef`, ".staging-elsewhere"];
  for (const name of now) await mkdir(join(dataDir, name));
  expect(await recoverPublications(dataDir)).toEqual([]);
  await writeFile(join(dataDir, ".publishing-x"), OWNER);
  expect(await recoverPublications(dataDir)).toEqual([]);
  expect(await present()).toEqual([".publishing-x", ...now, ".versions"].sort());
  expect(await recoverPublications(join(dataDir, "none"))).toEqual([]);
});
