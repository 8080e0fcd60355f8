import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { gunzipSync } from "node:zlib";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NO_SERVER, postgresPrograms, startPostgres } from "@/tests/support/stores";
import { ask, openStore } from ".";
import { backup } from "./backup";

let folder: string;
let children: ChildProcess[] = [];
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "processes-"))));
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  children = [];
  rmSync(folder, { recursive: true, force: true });
});

/** Starts a process of `tests/support/store-child.ts`. @param output where its words go */
function start(args: string[], output: "pipe" | number) {
  const command = ["--conditions=react-server", "--import", "tsx", "tests/support/store-child.ts", ...args];
  const child = spawn(process.execPath, command, { stdio: ["pipe", output, "inherit"] });
  children.push(child);
  return child;
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The next lines of a process, one at a time. */
function startTold(args: string[]) {
  const lines: string[] = [];
  let wake = () => {};
  const child = start(args, "pipe");
  createInterface({ input: child.stdout! }).on("line", (line) => void (lines.push(line), wake()));
  const next = async () => {
    while (lines.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    return lines.shift()!;
  };
  return { child, next };
}

async function race(stores: string[]) {
  const four = [1, 2, 3, 4].map(() => startTold(["open"]));
  for (const { next } of four) expect(await next()).toBe("ready");
  for (const store of stores) {
    for (const { child } of four) child.stdin!.write(`${store}\n`);
    expect(await Promise.all(four.map(({ next }) => next()))).toEqual(["ok", "ok", "ok", "ok"]);
  }
}

const ROUNDS = 8;

it("four processes that start together on a new embedded store all find its tables", async () => {
  await race(Array.from({ length: ROUNDS }, (_, round) => join(folder, `${round}`)));
});

const absent = !postgresPrograms();
describe.skipIf(absent)(absent ? NO_SERVER : "on a server", () => {
  it("four processes that start together on a new database all find its tables", async () => {
    const server = await startPostgres();
    try {
      const db = await openStore(server.url, "");
      const names = Array.from({ length: ROUNDS }, (_, round) => `round${round}`);
      for (const name of names) await sql`CREATE DATABASE ${sql.id(name)}`.execute(db);
      await db.destroy();
      await race(names.map((name) => server.url.replace(/postgres$/, name)));
    } finally {
      server.stop();
    }
  });
});

/** Kills of a writer while another writes. The first comes while the store itself is being made. */
const KILLS = 20;

it("twenty kills during writes, two processes at once: nothing acknowledged is lost, nothing doubled", async () => {
  const backups: string[] = [];
  const startWriter = (name: string) => {
    const told = join(folder, `${name}.txt`);
    const output = openSync(told, "a");
    const child = start(["write", folder, name], output);
    closeSync(output);
    const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
    const wrote = async () => {
      while (statSync(told).size === 0) {
        if (child.exitCode !== null) throw new Error(`${name} ended by itself`);
        await sleep(5);
      }
    };
    return { child, told, wrote, ended };
  };

  let older = startWriter("writer0");
  const told = [older.told];
  for (let kill = 1; kill <= KILLS; kill++) {
    const newer = startWriter(`writer${kill}`);
    told.push(newer.told);
    await newer.wrote();
    // Both write now; the moment is left to chance.
    await sleep(20 + Math.random() * 150);
    if (kill % 5 === 0) {
      const db = await openStore(undefined, folder);
      backups.push(join(folder, `${kill}.gz`));
      await backup(backups.at(-1)!, db);
      await db.destroy();
    }
    older.child.kill("SIGKILL");
    await older.ended;
    older = newer;
  }
  older.child.kill("SIGKILL");
  await older.ended;

  const lines = told.flatMap((file) => readFileSync(file, "utf8").split("\n"));
  const acknowledged = lines.filter(Boolean).map((line) => {
    const [id = "", version, body = ""] = line.split(" ");
    return { id, version: Number(version), body };
  });
  const db = await openStore(undefined, folder);
  const check = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(db);
  expect(check.rows).toEqual([{ integrity_check: "ok" }]);
  const [notes, versions, audit, states] = await ask(
    (opened) =>
      Promise.all([
        opened.selectFrom("note").select(["id", "version", "body"]).execute(),
        opened.selectFrom("note_version").select(["note_id", "version", "body"]).execute(),
        opened.selectFrom("audit").select(["seq", "subject", "detail"]).execute(),
        opened.selectFrom("notes_state").selectAll().execute(),
      ]),
    db,
  );
  await db.destroy();
  const kept = new Map(versions.map((one) => [`${one.note_id} ${one.version}`, one.body]));
  const lost = acknowledged.filter(({ id, version, body }) => kept.get(`${id} ${version}`) !== body);
  expect(lost).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(KILLS);
  // Nothing doubled, nothing half: every text once, every version with its line of the audit and its revision.
  expect(new Set(versions.map(({ body }) => body)).size).toBe(versions.length);
  expect(notes.reduce((sum, { version }) => sum + version, 0)).toBe(versions.length);
  for (const { id, version, body } of notes) expect(kept.get(`${id} ${version}`)).toBe(body);
  expect(audit).toHaveLength(versions.length);
  expect(states).toEqual([{ edition: "essai", revision: versions.length }]);
  // At most one write of each killed process was done and not told.
  expect(versions.length - acknowledged.length).toBeLessThanOrEqual(KILLS + 1);

  for (const file of backups) {
    const saved = gunzipSync(readFileSync(file)).toString().split("\n");
    const count = (table: string) => saved.filter((line) => line.startsWith(`{"table":"${table}"`)).length;
    expect(count("note_version")).toBeGreaterThan(0);
    expect(count("audit")).toBe(count("note_version"));
  }
  console.log(`${acknowledged.length} writes acknowledged over ${KILLS} kills, ${versions.length} kept`);
}, 180_000);
