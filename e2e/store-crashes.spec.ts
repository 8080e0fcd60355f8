import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { request as requests } from "@playwright/test";
import { Client } from "pg";
import { expect, test } from "./fixtures";
import { NO_SERVER, postgresPrograms, startPostgres } from "../tests/support/stores";
import { someAddress } from "./support/accounts";
import { formsOf, submit } from "./support/forms";
import { startOwnServer, stopOwnServers } from "./support/own-server";

/** Kills of a process of the server in use, and stops of the whole as a crash. KILLS=20 CRASHES=10 tries it longer. */
const KILLS = Number(process.env.KILLS ?? 4);
const CRASHES = Number(process.env.CRASHES ?? 2);
const BACK_MS = 10_000;
const ABOUT = "/signaler?cible=indicator/by-type&edition=demo";

test.skip(!postgresPrograms(), NO_SERVER);
test.afterAll(() => stopOwnServers());

test("PostgreSQL killed and crashed under readers who write: nothing that they were thanked for is lost or doubled", async () => {
  test.setTimeout(120_000 + (KILLS + CRASHES) * 15_000);
  const database = await startPostgres();
  const server = await startOwnServer({ DATABASE_URL: database.url });
  const reader = await requests.newContext({ baseURL: server.url });
  const form = formsOf(await (await reader.get(ABOUT)).text()).find(({ names }) =>
    names.includes("website"),
  )!;
  const thanked: string[] = [];
  const others: Record<number, number> = {};
  let writing = true;
  async function tell(): Promise<boolean> {
    const message = `Un signalement ${randomUUID()}`;
    const answer = await submit(reader, ABOUT, form, { message }, { ...someAddress(), Origin: server.url });
    const done = answer.status() === 200 && (await answer.text()).includes("Merci");
    if (done) thanked.push(message);
    else others[answer.status()] = (others[answer.status()] ?? 0) + 1;
    return done;
  }
  const readers = Array.from({ length: 4 }, async () => {
    while (writing) await tell();
  });
  /** How long until someone is thanked again. */
  const back = async () => {
    const began = Date.now();
    while (!(await tell())) await sleep(50);
    return Date.now() - began;
  };
  /** Kills one of the processes that the dashboard is connected to: PostgreSQL then ends them all, and starts anew. */
  async function killOne(): Promise<void> {
    const own = new Client(database.url);
    own.on("error", () => undefined);
    await own.connect();
    const { rows } = await own.query<{ pid: number }>(
      "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
    );
    process.kill(rows[randomInt(rows.length)]!.pid, "SIGKILL");
    await own.end().catch(() => undefined);
  }
  const waits: number[] = [];
  try {
    for (let turn = 0; turn < KILLS + CRASHES; turn++) {
      await back();
      await sleep(randomInt(20, 300));
      if (turn < KILLS) await killOne();
      else {
        database.halt();
        database.start();
      }
      waits.push(await back());
    }
    writing = false;
    await Promise.all(readers);
    expect(server.process.exitCode).toBeNull();
    expect(Math.max(...waits)).toBeLessThan(BACK_MS);
    // Whoever was not thanked was told to come back.
    expect(Object.keys(others).filter((status) => status !== "503")).toEqual([]);

    const own = new Client(database.url);
    await own.connect();
    const { rows: kept } = await own.query<{ id: string; message: string }>("SELECT id, message FROM report");
    const { rows: lines } = await own.query<{ subject: string }>(
      "SELECT subject FROM audit WHERE action = 'report-received'",
    );
    await own.end();
    const messages = new Set(kept.map(({ message }) => message));
    expect(thanked.filter((message) => !messages.has(message))).toEqual([]);
    expect(messages.size).toBe(kept.length);
    expect(lines.map(({ subject }) => subject).toSorted()).toEqual(
      kept.map(({ id }) => `report/${id}`).toSorted(),
    );
    expect(thanked.length).toBeGreaterThan(KILLS + CRASHES);
    const refused = JSON.stringify(others);
    console.log(
      `${thanked.length} thanked, ${kept.length} kept, others ${refused}; back in ${Math.max(...waits)} ms at most`,
    );
  } finally {
    writing = false;
    await Promise.all(readers);
    await reader.dispose();
    await stopOwnServers();
    database.stop();
  }
});
