import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import { openStore, type StoreDb } from "@/lib/store";
import { NO_SERVER, postgresPrograms, startPostgres } from "./stores";

/** Runs a suite on an empty store of each kind. @param suite is given how to reach it, once its tests run */
export function onBothStores(name: string, suite: (store: () => StoreDb) => void): void {
  for (const dialect of ["sqlite", "postgres"] as const) {
    const absent = dialect === "postgres" && !postgresPrograms();
    describe.skipIf(absent)(absent ? NO_SERVER : `${name}, on ${dialect}`, () => {
      let db: StoreDb | undefined;
      const closing: (() => void)[] = [];
      beforeAll(async () => {
        const folder = mkdtempSync(join(tmpdir(), "observatory-accounts-"));
        closing.push(() => rmSync(folder, { recursive: true, force: true }));
        const server = dialect === "postgres" ? await startPostgres() : undefined;
        if (server) closing.push(server.stop);
        db = await openStore(server?.url, folder);
      }, 60_000);
      afterAll(async () => {
        await db?.destroy();
        for (const close of closing) close();
      });
      suite(() => {
        if (!db) throw new Error("the store is not open yet");
        return db;
      });
    });
  }
}
