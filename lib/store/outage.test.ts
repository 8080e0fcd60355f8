import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NO_SERVER, postgresPrograms, startPostgres } from "@/tests/support/stores";
import { startWay } from "@/tests/support/way";
import { sql } from "kysely";
import { ask, openStore, StoreUnavailable, write, type StoreDb } from ".";

/** Cuts of the way and returns, and how long each lasts. FLAPS=30 FLAP_MS=10000 tries it for five minutes. */
const FLAPS = Number(process.env.FLAPS ?? 8);
const FLAP_MS = Number(process.env.FLAP_MS ?? 1_500);

const absent = !postgresPrograms();
describe.skipIf(absent)(absent ? NO_SERVER : "a server that goes away", () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  let way: Awaited<ReturnType<typeof startWay>>;
  let db: StoreDb;
  beforeAll(async () => {
    server = await startPostgres();
    way = await startWay(Number(new URL(server.url).port));
    db = await openStore(urlOf(way.port), "");
  });
  afterAll(async () => {
    await db.destroy();
    way.close();
    server.stop();
  });

  const urlOf = (port: number) => server.url.replace(/:\d+\//, `:${port}/`);
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

  /** When it answers again, which must not take long. @returns what was read */
  const onceBack = async () => {
    const deadline = Date.now() + 10_000;
    for (;;) {
      try {
        return await editions();
      } catch (cause) {
        if (Date.now() > deadline) throw cause;
        await sleep(50);
      }
    }
  };

  it("is said to be away within seconds when it falls silent, and answers again when it does", async () => {
    await raise("before");
    way.cut(true);
    // More than there are connections: those that wait for one are told as well.
    const asked = Array.from({ length: 12 }, (_, index) => (index % 2 ? raise(`${index}`) : editions()));
    const { reasons, took } = await refusals(asked);
    for (const reason of reasons) expect(reason).toBeInstanceOf(StoreUnavailable);
    expect(took).toBeLessThan(6_000);
    way.cut(false);
    expect(await onceBack()).toEqual(["before"]);
    await raise("after");
    expect(await editions()).toEqual(["before", "after"]);
  });

  it("is waited for once when it falls silent: whoever asks next is told at once, an opening too", async () => {
    way.cut(true);
    expect((await refusals([editions()])).reasons[0]).toBeInstanceOf(StoreUnavailable);
    const started = Date.now();
    for (let turn = 0; turn < 100; turn++)
      for (const reason of (await refusals([editions(), raise(`silent-${turn}`)])).reasons)
        expect(reason).toBeInstanceOf(StoreUnavailable);
    await expect(openStore(urlOf(way.port), "")).rejects.toBeInstanceOf(StoreUnavailable);
    expect(Date.now() - started).toBeLessThan(1_000);
    way.cut(false);
    const back = Date.now();
    expect((await onceBack()).filter((edition) => edition.startsWith("silent-"))).toEqual([]);
    expect(Date.now() - back).toBeLessThan(5_000);
    const opened = await openStore(urlOf(way.port), "");
    await opened.destroy();
  });

  it(
    "may come and go: no question waits long, nothing acknowledged is lost, no connection stays behind",
    async () => {
      const acknowledged: string[] = [];
      const slowest: number[] = [];
      let flapping = true;
      const asking = Array.from({ length: 4 }, async (_, who) => {
        for (let turn = 0; flapping; turn++) {
          const started = Date.now();
          const edition = `flap-${who}-${turn}`;
          await raise(edition).then(
            () => acknowledged.push(edition),
            (cause: unknown) => expect(cause).toBeInstanceOf(StoreUnavailable),
          );
          slowest.push(Date.now() - started);
          await sleep(20);
        }
      });
      let most = 0;
      for (let flap = 0; flap < FLAPS; flap++) {
        way.cut(flap % 2 === 0);
        await sleep(FLAP_MS);
        most = Math.max(most, way.open());
      }
      way.cut(false);
      flapping = false;
      await Promise.all(asking);
      const kept = new Set(await onceBack());
      expect(acknowledged.filter((edition) => !kept.has(edition))).toEqual([]);
      expect(acknowledged.length).toBeGreaterThan(FLAPS);
      expect(Math.max(...slowest)).toBeLessThan(6_000);
      // Five of the pool and a probe, each open on both sides of the way; those of the server that hung end by themselves.
      expect(most).toBeLessThanOrEqual(2 * (5 + 2));
      const connections = sql<{
        count: string;
      }>`SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()`;
      await expect
        .poll(async () => Number((await connections.execute(db)).rows[0]!.count), { timeout: 15_000 })
        .toBeLessThanOrEqual(5);
      const sum = `${acknowledged.length} of ${slowest.length} writes acknowledged over ${FLAPS} cuts and returns`;
      console.log(`${sum}, ${most} sockets at most, the longest wait ${Math.max(...slowest)} ms`);
    },
    60_000 + FLAPS * FLAP_MS,
  );

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
