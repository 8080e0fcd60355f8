import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Kysely, PostgresAdapter, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { enterResponse } from "@/lib/response-status";
import { emptyTables } from "@/tests/support/empty-tables";
import { onBothStores } from "@/tests/support/opened-store";
import { postgresPrograms, startPostgres } from "@/tests/support/stores";
import { openStore, write, type StoreDb } from ".";
import { withAuditOpen } from "./append-only";
import { recordAudit } from "./audit";
import { backup } from "./backup";
import { embedded } from "./embedded";
import { migrationsFor } from "./migrations";
import { restore } from "./restore";
import type { Store } from "./schema";
import { server } from "./server";

const SEALED = "lines of the audit are never changed nor removed";
const linesOf = (db: StoreDb) => db.selectFrom("audit").selectAll().orderBy("seq").execute();
const add = (db: StoreDb, action: string) =>
  write((tx) => recordAudit(tx, { id: "u", name: "Ada" }, action, "note/1"), db);

onBothStores("the audit", (store) => {
  let db: StoreDb;
  beforeEach(async () => {
    db = store();
    await emptyTables(db);
    await add(db, "first");
    await add(db, "second");
  });

  it.each([
    ["changed", "UPDATE audit SET user_name = 'Eve'"],
    ["changed by a line that is there", "UPDATE audit SET detail = detail"],
    ["removed", "DELETE FROM audit WHERE action = 'first'"],
    ["removed, all of them", "DELETE FROM audit"],
  ])("refuses that lines be %s", async (_what, statement) => {
    const before = await linesOf(db);
    await expect(sql.raw(statement).execute(db)).rejects.toThrow(SEALED);
    expect(await linesOf(db)).toEqual(before);
    await add(db, "third");
    expect((await linesOf(db)).map(({ action }) => action)).toEqual(["first", "second", "third"]);
  });

  it("refuses what each dialect has besides: emptying at once, and a line written over another", async () => {
    const before = await linesOf(db);
    const [{ seq }] = before as [(typeof before)[0]];
    const values = sql`(seq, at, user_name, action, subject, detail) VALUES (${seq}, '', 'Eve', 'x', '', '{}')`;
    const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
    const statements = postgres
      ? [
          sql`TRUNCATE audit`,
          sql`INSERT INTO audit ${values} ON CONFLICT (seq) DO UPDATE SET user_name = 'Eve'`,
        ]
      : [
          sql`INSERT OR REPLACE INTO audit ${values}`,
          sql`INSERT INTO audit ${values} ON CONFLICT (seq) DO UPDATE SET user_name = 'Eve'`,
          sql`UPDATE OR REPLACE audit SET seq = ${seq}`,
        ];
    for (const statement of statements) await expect(statement.execute(db)).rejects.toThrow(SEALED);
    expect(await linesOf(db)).toEqual(before);
  });

  it("is closed again after a restore's work, done or failed", async () => {
    const emptied = write(
      (tx) =>
        withAuditOpen(tx, async () => {
          await tx.deleteFrom("audit").execute();
          throw new Error("midway");
        }),
      db,
    );
    await expect(emptied).rejects.toThrow("midway");
    expect(await linesOf(db)).toHaveLength(2);
    await expect(db.deleteFrom("audit").execute()).rejects.toThrow(SEALED);
    await emptyTables(db);
    expect(await linesOf(db)).toEqual([]);
    await add(db, "after");
    await expect(db.deleteFrom("audit").execute()).rejects.toThrow(SEALED);
  });

  it("names the request that caused a line, and none outside a request", async () => {
    const site = createServer((request, response) => {
      enterResponse(response, `request-${request.url}`);
      add(db, "asked").then(
        () => response.end(),
        () => response.destroy(),
      );
    }).listen(0, "127.0.0.1");
    await new Promise((listening) => site.once("listening", listening));
    const address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    const answers = await Promise.all(["/a", "/b", "/c"].map((path) => fetch(address + path)));
    await new Promise((closed) => site.close(closed));
    const named = (await linesOf(db)).filter(({ action }) => action === "asked").map((line) => line.request);
    expect(named.toSorted()).toEqual(["request-/a", "request-/b", "request-/c"]);
    expect(answers.map(({ headers }) => headers.get("x-request-id"))).toEqual(named.toSorted());
    expect((await linesOf(db))[0]!.request).toBeNull();
  });
});

for (const dialect of ["sqlite", "postgres"] as const)
  describe.skipIf(dialect === "postgres" && !postgresPrograms())(`an earlier store, on ${dialect}`, () => {
    const folder = mkdtempSync(join(tmpdir(), "observatory-audit-"));
    let url: string | undefined;
    let stop = () => {};
    beforeAll(async () => {
      if (dialect === "postgres") ({ url, stop } = await startPostgres());
    }, 60_000);
    afterAll(() => {
      stop();
      rmSync(folder, { recursive: true, force: true });
    });

    it("keeps its lines when it is brought up to date, and so does a backup made of it", async () => {
      const old = new Kysely<Store>({ dialect: url ? server(url) : embedded(folder) });
      const migrations = migrationsFor(dialect);
      const migrator = new Migrator({ db: old, provider: { getMigrations: async () => migrations } });
      expect((await migrator.migrateTo("0004_identities")).error).toBeUndefined();
      const line = { at: "2022-12-31T00:00:00.000Z", user_id: "u", user_name: "Ada", action: "a" };
      await old
        .insertInto("audit")
        .values({ ...line, subject: "s", detail: "{}" })
        .execute();
      const file = join(folder, "earlier.gz");
      await backup(file, old);
      await old.destroy();

      const kept = [{ seq: 1, ...line, subject: "s", detail: "{}", request: null }];
      const db = await openStore(url, folder);
      expect(await linesOf(db)).toEqual(kept);
      await expect(db.deleteFrom("audit").execute()).rejects.toThrow(SEALED);
      await restore(file, undefined, db);
      expect(await linesOf(db)).toEqual(kept);
      await expect(db.deleteFrom("audit").execute()).rejects.toThrow(SEALED);
      await db.destroy();
    });
  });
