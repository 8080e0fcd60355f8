import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ask, openStore, StoreUnavailable, write, type StoreDb } from ".";

// Two connections to one file, as two processes have.
const folder = mkdtempSync(join(tmpdir(), "busy-"));
let one: StoreDb;
let other: StoreDb;
beforeAll(async () => {
  [one, other] = await Promise.all([openStore(undefined, folder), openStore(undefined, folder)]);
});
afterAll(async () => {
  await Promise.all([one.destroy(), other.destroy()]);
  rmSync(folder, { recursive: true });
});

const raise = (edition: string, db: StoreDb) =>
  write((tx) => tx.insertInto("notes_state").values({ edition, revision: 1 }).execute(), db);
const alone = (edition: string, db: StoreDb) =>
  ask((opened) => opened.insertInto("notes_state").values({ edition, revision: 1 }).execute(), db);

/** Holds the store for the time of some work. */
async function whileHeld<T>(work: () => Promise<T>): Promise<T> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  let taken = () => {};
  const begun = new Promise<void>((resolve) => (taken = resolve));
  const holding = write(() => (taken(), held), one);
  await begun;
  try {
    return await work();
  } finally {
    release();
    await holding;
  }
}

it("waits for a writer of another process while everything else of its own goes on", async () => {
  let ticks = 0;
  const clock = setInterval(() => (ticks += 1), 10);
  let waiting: Promise<unknown> | undefined;
  await whileHeld(async () => {
    waiting = raise("waited", other);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(ticks).toBeGreaterThan(20);
  });
  await waiting;
  clearInterval(clock);
});

it.each([
  ["a transaction", raise],
  ["a single statement", alone],
])("refuses %s after a few seconds, writes nothing, and works when the other is done", async (what, work) => {
  const started = Date.now();
  await whileHeld(() => expect(work(`${what} refused`, other)).rejects.toBeInstanceOf(StoreUnavailable));
  expect(Date.now() - started).toBeLessThan(5_000);
  // The driver leaves what found the store busy under way: it must hinder no later transaction, of ours or others.
  for (const [index, db] of [other, one, other].entries()) await raise(`${what} ${index}`, db);
  const editions = (await one.selectFrom("notes_state").select("edition").execute()).map(
    (row) => row.edition,
  );
  expect(editions.filter((edition) => edition.startsWith(what))).toEqual(
    [0, 1, 2].map((index) => `${what} ${index}`),
  );
});
