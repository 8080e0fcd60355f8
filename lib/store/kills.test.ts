import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NO_SERVER, postgresPrograms, startPostgres } from "@/tests/support/stores";
import { ask, openStore, type StoreDb } from ".";
import { backup } from "./backup";

/** Kills of a writer while another writes, the first while the store itself is being made. KILLS=100 tries it longer. */
const KILLS = Number(process.env.KILLS ?? 20);
const TIMEOUT_MS = 240_000 + KILLS * 10_000;

let folder: string;
let children: ChildProcess[] = [];
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "kills-"))));
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  children = [];
  rmSync(folder, { recursive: true, force: true });
});

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A process that writes notes without end, and tells of each once it is acknowledged. */
function startWriter(store: string, name: string) {
  const told = join(folder, `${name}.txt`);
  const output = openSync(told, "a");
  const command = ["--conditions=react-server", "--import", "tsx", "tests/support/store-child.ts"];
  const child = spawn(process.execPath, [...command, "write", store, name], {
    stdio: ["pipe", output, "ignore"],
  });
  children.push(child);
  closeSync(output);
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  return {
    told,
    ended,
    kill: () => child.kill("SIGKILL"),
    async wrote() {
      while (statSync(told).size === 0) {
        if (child.exitCode !== null) throw new Error(`${name} ended by itself`);
        await sleep(5);
      }
    },
  };
}
type Writer = ReturnType<typeof startWriter>;

/** Kills writers one after the other while the next writes already. @returns all of them, ended */
async function killInTurn(store: string, between: (kill: number) => Promise<void>): Promise<Writer[]> {
  const writers = [startWriter(store, "writer0")];
  for (let kill = 1; kill <= KILLS; kill++) {
    const newer = startWriter(store, `writer${kill}`);
    await newer.wrote();
    // Both write now; the moment is left to chance.
    await sleep(20 + Math.random() * 150);
    await between(kill);
    writers.at(-1)?.kill();
    await writers.at(-1)?.ended;
    writers.push(newer);
  }
  writers.at(-1)?.kill();
  await writers.at(-1)?.ended;
  return writers;
}

/**
 * Nothing acknowledged is lost; nothing doubled, nothing half: every text once, every version with its line of the
 * audit and its revision.
 * @param untold most writes that may have been done and not told
 */
async function expectWhole(db: StoreDb, writers: readonly Writer[], untold: number): Promise<void> {
  const lines = writers.flatMap(({ told }) => readFileSync(told, "utf8").split("\n"));
  const acknowledged = lines.filter(Boolean).map((line) => {
    const [id = "", version, body = ""] = line.split(" ");
    return { id, version: Number(version), body };
  });
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
  const kept = new Map(versions.map((one) => [`${one.note_id} ${one.version}`, one.body]));
  const lost = acknowledged.filter(({ id, version, body }) => kept.get(`${id} ${version}`) !== body);
  expect(lost).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(KILLS);
  expect(new Set(versions.map(({ body }) => body)).size).toBe(versions.length);
  expect(notes.reduce((sum, { version }) => sum + version, 0)).toBe(versions.length);
  for (const { id, version, body } of notes) expect(kept.get(`${id} ${version}`)).toBe(body);
  expect(audit).toHaveLength(versions.length);
  expect(states).toEqual([{ edition: "essai", revision: versions.length }]);
  expect(versions.length - acknowledged.length).toBeLessThanOrEqual(untold);
  console.log(`${acknowledged.length} writes acknowledged over ${KILLS} kills, ${versions.length} kept`);
}

it(
  "embedded: kills during writes lose nothing acknowledged and double nothing",
  async () => {
    const backups: string[] = [];
    const writers = await killInTurn(folder, async (kill) => {
      if (kill % 5 !== 0) return;
      const db = await openStore(undefined, folder);
      backups.push(join(folder, `${kill}.gz`));
      await backup(backups.at(-1)!, db);
      await db.destroy();
    });
    const db = await openStore(undefined, folder);
    const check = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(db);
    expect(check.rows).toEqual([{ integrity_check: "ok" }]);
    // At most one write of each killed process was done and not told.
    await expectWhole(db, writers, KILLS + 1);
    await db.destroy();

    for (const file of backups) {
      const saved = gunzipSync(readFileSync(file)).toString().split("\n");
      const count = (table: string) => saved.filter((line) => line.startsWith(`{"table":"${table}"`)).length;
      expect(count("note_version")).toBeGreaterThan(0);
      expect(count("audit")).toBe(count("note_version"));
    }
  },
  TIMEOUT_MS,
);

const absent = !postgresPrograms();
describe.skipIf(absent)(absent ? NO_SERVER : "on a server", () => {
  it(
    "kills of writers, and crashes of the server itself, lose and double nothing",
    async () => {
      const server = await startPostgres();
      try {
        const writers = await killInTurn(server.url, async () => {});
        const crashed: Writer[] = [];
        for (let crash = 1; crash <= 5; crash++) {
          const writer = startWriter(server.url, `crash${crash}`);
          await writer.wrote();
          await sleep(20 + Math.random() * 150);
          server.halt();
          // It can't go on without its server.
          await writer.ended;
          crashed.push(writer);
          server.start();
        }
        const db = await openStore(server.url, "");
        await expectWhole(db, [...writers, ...crashed], KILLS + 1 + crashed.length);
        await db.destroy();
      } finally {
        server.stop();
      }
    },
    TIMEOUT_MS,
  );
});
