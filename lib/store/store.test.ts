import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postgresPrograms, startPostgres } from "@/tests/support/stores";
import { ask, openStore, StoreConflict, StoreUnavailable, write, type StoreDb } from ".";

const folder = mkdtempSync(join(tmpdir(), "observatory-store-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const user = (id: string, email: string) => ({
  id,
  email,
  display_name: "Ada",
  password_hash: null,
  role: "editor" as const,
  session_version: 1,
  disabled_at: null,
  created_at: "2022-12-31T00:00:00.000Z",
});

for (const dialect of ["sqlite", "postgres"] as const)
  describe.skipIf(dialect === "postgres" && !postgresPrograms())(`the store on ${dialect}`, () => {
    let url: string | undefined;
    let stop = () => {};
    let db: StoreDb;

    beforeAll(async () => {
      if (dialect === "postgres") ({ url, stop } = await startPostgres());
      // Four that start together on a server: one makes the tables, the others wait and find them.
      const others = dialect === "postgres" ? [1, 2, 3] : [];
      const opened = await Promise.all([0, ...others].map(() => openStore(url, folder)));
      await Promise.all(opened.slice(1).map((other) => other.destroy()));
      db = opened[0]!;
    }, 60_000);
    afterAll(async () => {
      await db.destroy();
      stop();
    });

    it("keeps what was written, and finds it when opened again", async () => {
      await write((tx) => tx.insertInto("user").values(user("1", "ada@example.org")).execute(), db);
      const again = await openStore(url, folder);
      expect(await again.selectFrom("user").selectAll().execute()).toEqual([user("1", "ada@example.org")]);
      await again.destroy();
    });

    it("says the same of a value that must be unique", async () => {
      await expect(
        write((tx) => tx.insertInto("user").values(user("2", "ada@example.org")).execute(), db),
      ).rejects.toBeInstanceOf(StoreConflict);
    });

    it("says the same of a row that points nowhere", async () => {
      const token = {
        token_hash: "x",
        purpose: "invitation" as const,
        user_id: "nobody",
        expires_at: "",
        used_at: null,
        created_at: "",
      };
      await expect(
        write((tx) => tx.insertInto("user_token").values(token).execute(), db),
      ).rejects.toBeInstanceOf(StoreConflict);
    });

    it("writes all or nothing", async () => {
      const half = write(async (tx) => {
        await tx.insertInto("user").values(user("3", "grace@example.org")).execute();
        throw new Error("midway");
      }, db);
      await expect(half).rejects.toThrow("midway");
      expect(await db.selectFrom("user").select("id").where("id", "=", "3").execute()).toEqual([]);
    });

    it("numbers the audit in the order of writing", async () => {
      const entry = (action: string) => ({
        at: "",
        user_id: null,
        user_name: "",
        action,
        subject: "",
        detail: "{}",
      });
      for (const action of ["first", "second"]) await db.insertInto("audit").values(entry(action)).execute();
      const rows = await db.selectFrom("audit").select(["seq", "action"]).orderBy("seq").execute();
      expect(rows.map(({ action }) => action)).toEqual(["first", "second"]);
      expect(rows[1]!.seq).toBeGreaterThan(rows[0]!.seq);
    });
  });

it("says so quickly when the server is not there", async () => {
  const started = Date.now();
  const opening = ask(() => openStore("postgresql://nobody@127.0.0.1:1/none", folder));
  await expect(opening).rejects.toBeInstanceOf(StoreUnavailable);
  expect(Date.now() - started).toBeLessThan(8_000);
});

it("says so when the folder can't be written", async () => {
  const opening = ask(() => openStore(undefined, join(import.meta.filename, "inside-a-file")));
  await expect(opening).rejects.toBeInstanceOf(StoreUnavailable);
});
