import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NO_SERVER, postgresPrograms, startPostgres } from "@/tests/support/stores";
import { ask, openStore, StoreUnavailable, write, type StoreDb } from ".";

/** A way to the server that can be cut in the middle of a word: then it takes everything and answers nothing. */
async function startWay(port: number) {
  let silent = false;
  const sockets = new Set<Socket>();
  const way = createServer((near) => {
    const far = connect(port, "127.0.0.1");
    for (const [from, to] of [[near, far] as const, [far, near] as const]) {
      sockets.add(from);
      from.on("data", (chunk) => void (!silent && to.write(chunk)));
      from.on("error", () => to.destroy()).on("close", () => to.destroy());
    }
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => way.once("listening", resolve));
  return {
    port: (way.address() as AddressInfo).port,
    cut: (value: boolean) => void (silent = value),
    close() {
      for (const socket of sockets) socket.destroy();
      way.close();
    },
  };
}

const absent = !postgresPrograms();
describe.skipIf(absent)(absent ? NO_SERVER : "a server that goes away", () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  let way: Awaited<ReturnType<typeof startWay>>;
  let db: StoreDb;
  beforeAll(async () => {
    server = await startPostgres();
    way = await startWay(Number(new URL(server.url).port));
    db = await openStore(server.url.replace(/:\d+\//, `:${way.port}/`), "");
  });
  afterAll(async () => {
    await db.destroy();
    way.close();
    server.stop();
  });

  const raise = (edition: string) =>
    write((tx) => tx.insertInto("notes_state").values({ edition, revision: 1 }).execute(), db);
  const editions = async () =>
    (await ask((opened) => opened.selectFrom("notes_state").select("edition").execute(), db)).map(
      (row) => row.edition,
    );
  /** The error of each question, and the longest time one took. */
  async function refusals(questions: Promise<unknown>[]) {
    const started = Date.now();
    const settled = await Promise.allSettled(questions);
    const reasons = settled.map((one) => (one.status === "rejected" ? (one.reason as unknown) : one.value));
    return { reasons, took: Date.now() - started };
  }

  it("is said to be away within seconds when it falls silent, and answers again when it does", async () => {
    await raise("before");
    way.cut(true);
    // More than there are connections: those that wait for one are told as well.
    const asked = Array.from({ length: 12 }, (_, index) => (index % 2 ? raise(`${index}`) : editions()));
    const { reasons, took } = await refusals(asked);
    for (const reason of reasons) expect(reason).toBeInstanceOf(StoreUnavailable);
    expect(took).toBeLessThan(8_000);
    way.cut(false);
    expect(await editions()).toEqual(["before"]);
    await raise("after");
    expect(await editions()).toEqual(["before", "after"]);
  });

  it("loses nothing that it acknowledged when it crashes, and needs no restart of ours", async () => {
    const acknowledged = new Set(await editions());
    for (let round = 1; round <= 5; round++) {
      const writing = Array.from({ length: 40 }, async (_, index) => {
        await raise(`${round}-${index}`);
        acknowledged.add(`${round}-${index}`);
      });
      // Some have been answered, some are on their way.
      await Promise.race(writing);
      server.halt();
      const { reasons } = await refusals([...writing, editions()]);
      for (const reason of reasons.filter((one) => one !== undefined))
        expect(reason).toBeInstanceOf(StoreUnavailable);
      server.start();
      const kept = new Set(await editions());
      expect([...acknowledged].filter((edition) => !kept.has(edition))).toEqual([]);
    }
    expect(acknowledged.size).toBeGreaterThan(5);
  });
});
