import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NO_SERVER, postgresPrograms, startPostgres } from "@/tests/support/stores";
import { openStore } from ".";

let folder: string;
let children: ChildProcess[] = [];
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "processes-"))));
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  children = [];
  rmSync(folder, { recursive: true, force: true });
});

/** The next lines of a process of `tests/support/store-child.ts`, one at a time. */
function startTold(args: string[]) {
  const lines: string[] = [];
  let wake = () => {};
  const command = ["--conditions=react-server", "--import", "tsx", "tests/support/store-child.ts", ...args];
  const child = spawn(process.execPath, command, { stdio: ["pipe", "pipe", "inherit"] });
  children.push(child);
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
