import { afterAll, beforeAll, expect, it } from "vitest";
import type { EditionContext } from "@/lib/engine/context";
import { presentIn } from "@/lib/engine/relation";
import { organisations } from "@/lib/queries/organisations";
import { contextOver } from "@/tests/support/edition";
import { notedStore } from "@/tests/support/noted-store";
import { identityWithNotes, notesIn } from "./notes";

let store: Awaited<ReturnType<typeof notedStore>>;
let context: EditionContext;
const publish = (target: string, body: string, status: "published" | "draft" = "published") =>
  store.publish({ edition: "essai", target, body, status });

beforeAll(async () => {
  store = await notedStore();
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
  await store.close();
  context.state.instance.closeSync();
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
  await store.away(async () => {
    expect(await notesIn(context, { targets: ["edition"] })).toBeNull();
    expect(await identityWithNotes(context.edition)).not.toBe(before);
  });
});
