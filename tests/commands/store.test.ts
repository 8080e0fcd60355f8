import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStore } from "@/lib/store";
import { contentsOf, fillStore } from "@/tests/support/full-store";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "store-"))));
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs `npm run backup`, `restore` or `purge` as npm would, on the store of a folder of ours. */
function run(command: "backup" | "restore" | "purge", state: string, ...args: string[]) {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  const [, ...words] = scripts[command]!.split(" ");
  const { status, stdout, stderr } = spawnSync(process.execPath, [...words, ...args], {
    encoding: "utf8",
    env: { NODE_ENV: "test", PATH: process.env.PATH, STATE_DIR: join(folder, state) },
  });
  const lines = (text: string) => text.replaceAll(folder, "").split("\n").filter(Boolean);
  return { status, out: lines(stdout), err: lines(stderr) };
}

async function contents(state: string) {
  const db = await openStore(undefined, join(folder, state));
  const held = await contentsOf(db);
  await db.destroy();
  return held;
}

test("a store is carried to another folder; one that holds something is replaced when told to, and kept", async () => {
  const db = await openStore(undefined, join(folder, "here"));
  await fillStore(db);
  const file = join(folder, "saved.gz");
  // Beside a process that has the store open, as a server has.
  const saved = run("backup", "here", file);
  await db.destroy();
  const sum = "7 accounts, 7 notes, 14 versions, 7 reports, 2345 audit lines";
  expect(saved).toEqual({
    status: 0,
    out: [`/here/observatoire.sqlite is in /saved.gz: ${sum}`],
    err: [],
  });
  expect(run("restore", "there", file)).toEqual({
    status: 0,
    out: [`/saved.gz is in /there/observatoire.sqlite: ${sum}`],
    err: [],
  });
  const held = await contents("here");
  expect(await contents("there")).toEqual(held);

  const refused = run("restore", "there", file);
  expect([refused.status, refused.out, refused.err.length]).toEqual([1, [], 1]);
  expect(refused.err[0]).toMatch(
    /^error: \/saved\.gz is not restored, nothing is changed: the store is not empty/,
  );
  const replaced = run("restore", "there", file, "--replace");
  expect([replaced.status, replaced.out.length]).toEqual([0, 2]);
  const kept = readdirSync(join(folder, "there")).find((name) => name.startsWith("replaced-"))!;
  expect(replaced.out[0]).toBe(`what was there before is in /there/${kept}`);
  expect(run("restore", "before", join(folder, "there", kept)).status).toBe(0);
  expect(await contents("before")).toEqual(held);
});

test("what can't be done is told in one line, and nothing is made", () => {
  const text = join(folder, "text");
  writeFileSync(text, "not a backup");
  const cases = [
    [run("backup", "none", join(folder, "x.gz")), /^error: there is no store at \/none\//],
    [run("restore", "none", join(folder, "x.gz")), /^error: there is no file \/x\.gz/],
    [run("restore", "none", text), /^error: \/text is not restored, nothing is changed: it can't be read/],
    [run("backup", "text", text), /^error: /],
    [run("purge", "never", "note/x"), /^error: there is no store at \/never\//],
  ] as const;
  for (const [{ status, out, err }, told] of cases) {
    expect([status, out, err.length]).toEqual([1, [], 1]);
    expect(err[0]).toMatch(told);
  }
  expect(existsSync(join(folder, "x.gz"))).toBe(false);
  expect(readFileSync(text, "utf8")).toBe("not a backup");
  expect(run("backup", "none").err[0]).toBe("error: a file is needed");
});

test("a deleted note is removed for good, once, and another is left", async () => {
  const db = await openStore(undefined, join(folder, "here"));
  await fillStore(db);
  const rows = await db.selectFrom("note").select(["id", "deleted_at"]).execute();
  const id = "0f0e0d0c-0b0a-4908-8706-050403020100";
  const like = await db.selectFrom("note").selectAll().limit(1).executeTakeFirstOrThrow();
  await db
    .insertInto("note")
    .values({ ...like, id, deleted_at: "2023-01-01T00:00:00.000Z" })
    .execute();
  await db.destroy();
  expect(rows.length).toBeGreaterThan(0);
  expect(run("purge", "here", `note/${id}`)).toEqual({
    status: 0,
    out: [`note/${id} is removed for good (0 texts); backups made before still hold it`],
    err: [],
  });
  const again = run("purge", "here", `note/${id}`);
  expect([again.status, again.err[0]]).toEqual([
    1,
    expect.stringMatching(/^error: note\/.* is not removed: /),
  ]);
  const left = await openStore(undefined, join(folder, "here"));
  expect(await left.selectFrom("note").select(["id", "deleted_at"]).execute()).toEqual(rows);
  await left.destroy();
});
