import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { emptyTables } from "@/tests/support/empty-tables";
import { contentsOf, fillStore, FULL } from "@/tests/support/full-store";
import { onBothStores } from "@/tests/support/opened-store";
import { NO_SERVER, postgresPrograms, startPostgres } from "@/tests/support/stores";
import { openStore, write, type StoreDb } from ".";
import { backup } from "./backup";
import { FileRefused, RestoreRefused } from "./backup-format";
import { restore } from "./restore";
import { TABLE_NAMES } from "./tables";

const folder = mkdtempSync(join(tmpdir(), "backup-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const newFile = () => join(folder, `${(files += 1)}.gz`);
const linesOf = (file: string) => gunzipSync(readFileSync(file)).toString().trimEnd().split("\n");

onBothStores("a backup", (store) => {
  let db: StoreDb;
  let file: string;
  beforeEach(async () => {
    db = store();
    await emptyTables(db);
    await fillStore(db);
    file = newFile();
    await backup(file, db);
  });

  it("holds every table the migrations made, readable by its owner alone", async () => {
    const made = (await db.introspection.getTables()).map(({ name }) => name);
    const ours = made.filter((name) => !/^(kysely|sqlite)_/.test(name));
    expect(new Set(TABLE_NAMES)).toEqual(new Set(ours));
    const held = linesOf(file).map((line) => (JSON.parse(line) as { table?: string }).table);
    for (const table of TABLE_NAMES)
      expect(held.filter((name) => name === table)).toHaveLength(FULL[table].length);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it("comes back to the last value, and the audit counts on from there", async () => {
    const before = await contentsOf(db);
    await emptyTables(db);
    await restore(file, undefined, db);
    expect(await contentsOf(db)).toEqual(before);
    const added = await db
      .insertInto("audit")
      .values({ at: "", user_id: null, user_name: "", action: "next", subject: "", detail: "{}" })
      .returning("seq")
      .executeTakeFirstOrThrow();
    expect(added.seq).toBeGreaterThan(Math.max(...FULL.audit.map(({ seq }) => Number(seq))));
  });

  it("is refused by a store that holds something, which is left as it is", async () => {
    await db.updateTable("note").set({ body: "écrit depuis" }).where("id", "=", "n1").execute();
    const before = await contentsOf(db);
    await expect(restore(file, undefined, db)).rejects.toThrow(/the store is not empty \(user, note,/);
    expect(await contentsOf(db)).toEqual(before);
  });

  it("replaces it when told to: what was there is kept, and no ended session or old answer comes back", async () => {
    await db.updateTable("note").set({ body: "écrit depuis" }).where("id", "=", "n1").execute();
    await db.updateTable("notes_state").set({ revision: 50 }).execute();
    await db.insertInto("notes_state").values({ edition: "later", revision: 7 }).execute();
    await db.updateTable("user").set({ session_version: 90 }).where("id", "=", "u1").execute();
    const replaced = await contentsOf(db);
    const kept = newFile();
    await restore(file, kept, db);
    expect((await db.selectFrom("note").select("body").where("id", "=", "n1").execute())[0]?.body).toBe(
      FULL.note[1]!.body,
    );
    const revisions = await db.selectFrom("notes_state").selectAll().orderBy("edition").execute();
    expect(revisions).toEqual([
      { edition: "2022", revision: 51 },
      { edition: "later", revision: 8 },
    ]);
    const sessions = await db.selectFrom("user").select(["id", "session_version"]).orderBy("id").execute();
    expect(sessions.slice(0, 3).map(({ session_version: version }) => version)).toEqual([2, 91, 4]);
    await emptyTables(db);
    await restore(kept, undefined, db);
    expect(await contentsOf(db)).toEqual(replaced);
  });

  describe("that is damaged is refused, and the store left as it is:", () => {
    const rewritten = (change: (lines: string[]) => string[], signed: boolean) => {
      const lines = change(linesOf(file));
      if (signed) {
        const body = lines.slice(0, -1).map((line) => `${line}\n`);
        const end = JSON.parse(lines.at(-1)!) as { sha256: string };
        end.sha256 = createHash("sha256").update(body.join("")).digest("hex");
        lines.splice(-1, 1, JSON.stringify(end));
      }
      const damaged = newFile();
      writeFileSync(damaged, gzipSync(`${lines.join("\n")}\n`));
      return damaged;
    };
    const replaceIn = (from: string, to: string) => (lines: string[]) =>
      lines.join("\n").replace(from, to).split("\n");
    const cut = () => {
      const short = newFile();
      writeFileSync(short, readFileSync(file).subarray(0, -200));
      return short;
    };
    const plain = () => {
      const other = newFile();
      writeFileSync(other, "id;name\n1;Ada\n");
      return other;
    };
    it.each<[string, () => string, RegExp]>([
      ["no such file", () => join(folder, "nowhere"), /no such file/],
      ["not compressed", plain, /can't be read/],
      ["cut short", cut, /can't be read|not whole|last line/],
      ["without its end", () => rewritten((lines) => lines.slice(0, -1), false), /last line/],
      ["empty", () => rewritten(() => [], false), /first line/],
      ["a value changed", () => rewritten(replaceIn('"revision":41', '"revision":42'), false), /was changed/],
      [
        "a line lost",
        () => rewritten((lines) => lines.toSpliced(9, 1), true),
        /was changed|not as this version/,
      ],
      ["of a newer version", () => rewritten(replaceIn('"0001_', '"9999_'), true), /newer version \(9999_/],
      ["of another program", () => rewritten(replaceIn("observatoire-", "other-"), true), /first line/],
      [
        "an unknown table",
        () => rewritten(replaceIn('"table":"identity"', '"table":"__proto__"'), true),
        /no table/,
      ],
      ["an unknown column", () => rewritten(replaceIn('"issuer":', '"issued":'), true), /rows of identity/],
      [
        "a value of another kind",
        () => rewritten(replaceIn('"revision":41', '"revision":[41]'), true),
        /line \d+ is not/,
      ],
      [
        "rows that contradict",
        () => rewritten(replaceIn('"user_id":"u1"', '"user_id":"u9"'), true),
        /rows of/,
      ],
    ])("%s", async (_what, make, why) => {
      const damaged = make();
      const before = await contentsOf(db);
      const refused: unknown = await restore(damaged, newFile(), db).catch((cause: unknown) => cause);
      expect(refused).toBeInstanceOf(RestoreRefused);
      expect((refused as Error).message).toMatch(why);
      expect(await contentsOf(db)).toEqual(before);
    });
  });

  it("that can't be written says so and leaves nothing behind", async () => {
    await expect(backup(join(folder, "nowhere", "b.gz"), db)).rejects.toBeInstanceOf(FileRefused);
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("is of one moment, while others write", async () => {
    let writing = true;
    let written = 0;
    const writer = (async () => {
      while (writing) {
        await write(async (tx) => {
          const edition = `w${written}`;
          await tx.insertInto("notes_state").values({ edition, revision: 1 }).execute();
          await tx
            .insertInto("audit")
            .values({ at: "", user_id: null, user_name: "", action: "pair", subject: edition, detail: "{}" })
            .execute();
        }, db);
        written += 1;
      }
    })();
    for (let turn = 0; turn < 3; turn++) {
      const before = written;
      const during = newFile();
      await backup(during, db);
      const lines = linesOf(during);
      const states = lines.filter((line) => line.includes('"edition":"w')).length;
      expect(lines.filter((line) => line.includes('"action":"pair"'))).toHaveLength(states);
      expect(states).toBeGreaterThanOrEqual(before);
    }
    writing = false;
    await writer;
    expect(written).toBeGreaterThan(3);
  });
});

const absent = !postgresPrograms();
describe.skipIf(absent)(absent ? NO_SERVER : "a move", () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  const opened: StoreDb[] = [];
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(async () => {
    for (const db of opened) await db.destroy();
    server.stop();
  });

  it("from the embedded store to a server and back makes no difference", async () => {
    const [from, over, back] = [
      await openStore(undefined, join(folder, "from")),
      await openStore(server.url, ""),
      await openStore(undefined, join(folder, "back")),
    ];
    opened.push(from, over, back);
    await fillStore(from);
    const [first, second] = [newFile(), newFile()];
    await backup(first, from);
    await restore(first, undefined, over);
    await backup(second, over);
    await restore(second, undefined, back);
    const before = await contentsOf(from);
    expect(await contentsOf(over)).toEqual(before);
    expect(await contentsOf(back)).toEqual(before);
    const rows = (file: string) => linesOf(file).slice(1, -1).length;
    expect(rows(second)).toBe(rows(first));
  });
});
