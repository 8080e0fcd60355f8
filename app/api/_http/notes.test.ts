import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { EditionContext } from "@/lib/engine/context";
import { presentIn } from "@/lib/engine/relation";
import { organisations } from "@/lib/queries/organisations";
import { openStore, type StoreDb } from "@/lib/store";
import { contextOver } from "@/tests/support/edition";
import { identityWithNotes, notesIn } from "./notes";

const shared = globalThis as typeof globalThis & { observatoryStore?: Promise<StoreDb> };
const folder = mkdtempSync(join(tmpdir(), "notes-"));
let db: StoreDb;
let context: EditionContext;

async function publish(target: string, body: string, status: "published" | "draft" = "published") {
  const at = "2023-01-01T00:00:00.000Z";
  await db
    .insertInto("note")
    .values({
      ...{
        id: body,
        edition: "essai",
        target,
        kind: "comment",
        language: "fr",
        body,
        correction: null,
        status,
      },
      ...{ published_at: at, version: 1, author_id: "a", author_name: "Ada", created_at: at, updated_at: at },
      deleted_at: null,
    })
    .execute();
}

beforeAll(async () => {
  db = await openStore(undefined, folder);
  shared.observatoryStore = Promise.resolve(db);
  await db
    .insertInto("user")
    .values({
      ...{ id: "a", email: "ada@example.org", display_name: "Ada", password_hash: null, role: "editor" },
      ...{ session_version: 1, disabled_at: null, created_at: "2023-01-01T00:00:00.000Z" },
    })
    .execute();
  context = await contextOver({
    organisations: [
      { siren: "213500010", name: "ACIGNE", type: "COM" },
      { siren: "384452611", name: "ADICO", type: "OACT" },
    ],
  });
  await publish("edition", "all");
  await publish("edition", "draft", "draft");
  await publish("column/siren", "column");
  await publish("indicator/by-type/COM", "key");
  await publish("organisation/213500010", "in");
  await publish("organisation/384452611", "out");
});
afterAll(async () => {
  shared.observatoryStore = undefined;
  await db.destroy();
  context.state.instance.closeSync();
  rmSync(folder, { recursive: true });
});

const bodies = async (noted: Parameters<typeof notesIn>[1]) =>
  (await notesIn(context, noted))?.map(({ body }) => body).toSorted();

it("a file carries the published notes on what it holds, and no other", async () => {
  const relation = organisations.relation(context, { filters: { type: ["COM"] }, q: null, sort: [] });
  const members = {
    kind: "organisation" as const,
    among: (ids: readonly string[]) => presentIn(context, relation, "siren", ids),
  };
  expect(await bodies({ targets: ["edition", "column/name"], members })).toEqual(["all", "in"]);
  expect(await bodies({ targets: ["edition", "indicator/by-type"] })).toEqual(["all", "key"]);
  expect(await bodies({ targets: ["indicator/by"] })).toEqual([]);
});

it("a store that is away leaves the notes unknown, not absent, and answers are not taken for those with notes", async () => {
  const before = await identityWithNotes(context.edition);
  const { StoreUnavailable } = await import("@/lib/store");
  shared.observatoryStore = Promise.reject(new StoreUnavailable("away"));
  shared.observatoryStore.catch(() => undefined);
  expect(await notesIn(context, { targets: ["edition"] })).toBeNull();
  expect(await identityWithNotes(context.edition)).not.toBe(before);
  shared.observatoryStore = Promise.resolve(db);
});
