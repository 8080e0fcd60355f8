import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { OWNER } from "@/lib/editions/owner";
import { publishEdition, withdrawEdition } from "@/lib/editions/publish";
import { keptVersions } from "@/lib/editions/versions";
import { defineQuery } from "./query";
import { loadState } from "./state";
import { signatureOf, watch, type Watched } from "./watch";

const DEMO = "data/editions/demo";

let dataDir: string;
let served: Watched;
let watching: ReturnType<typeof watch>;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "watch-"));
  await publish(5);
  served = { state: await loadState(dataDir), signature: (await signatureOf(dataDir))! };
  watching = watch(served, dataDir);
});
afterEach(async () => {
  watching.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** Puts the demonstration edition in place with so many of its organisations. */
const publish = (rows: number) =>
  publishEdition(dataDir, "demo", async (folder) => {
    await cp(DEMO, folder, { recursive: true });
    const lines = (await readFile(join(DEMO, "organisations.csv"), "utf8")).split("\n");
    await writeFile(join(folder, "organisations.csv"), `${lines.slice(0, rows + 1).join("\n")}\n`);
  });
const countOf = ({ state }: Watched) => state.editions.get("demo")?.counts.organisations;

/** Waits for what others see. @returns milliseconds it took */
async function until(seen: () => boolean): Promise<number> {
  const start = performance.now();
  while (!seen()) {
    if (performance.now() - start > 10_000) throw new Error("not seen within ten seconds");
    await new Promise((later) => setTimeout(later, 10));
  }
  return performance.now() - start;
}

const ask = defineQuery({
  name: "count",
  params: z.object({}),
  row: z.strictObject({ edition: z.string(), count: z.int() }),
  sql: "SELECT $edition AS edition, count(*)::INTEGER AS count FROM actors($edition, $basis)",
});

test("another process sees a new edition, one replaced and one withdrawn, within two seconds", async () => {
  await publish(7);
  expect(await until(() => countOf(served) === 7)).toBeLessThan(2_000);
  await cp(join(dataDir, "demo"), join(dataDir, ".copy"), { recursive: true });
  await publishEdition(dataDir, "other", async (folder) => {
    await cp(join(dataDir, ".copy"), folder, { recursive: true });
    const manifest = JSON.parse(await readFile(join(folder, "edition.json"), "utf8")) as object;
    await writeFile(join(folder, "edition.json"), JSON.stringify({ ...manifest, id: "other" }));
  });
  expect(await until(() => served.state.editions.has("other"))).toBeLessThan(2_000);
  await withdrawEdition(dataDir, "other");
  expect(await until(() => !served.state.editions.has("other"))).toBeLessThan(2_000);
});

test("who published sees it at once; twenty in a row, each answer is of one edition, whole", async () => {
  const wrong: unknown[] = [];
  let answers = 0;
  let done = false;
  const reading = (async () => {
    while (!done) {
      const { state } = served;
      const edition = state.editions.get("demo")!;
      const context = { state, edition, basis: "file" } as const;
      const [row] = await ask.all(context, {});
      if (row?.count !== edition.counts.organisations) wrong.push({ row, counts: edition.counts });
      answers++;
    }
  })();
  for (let rows = 10; rows < 30; rows++) {
    await publish(rows);
    await watching.refresh();
    expect(countOf(served)).toBe(rows);
  }
  done = true;
  await reading;
  expect(wrong).toEqual([]);
  expect(answers).toBeGreaterThan(20);
});

test("what another process left halfway is repaired, and the edition never missed", async () => {
  let missed = 0;
  const looking = setInterval(() => void (countOf(served) === undefined && missed++), 5);
  await withdrawEdition(dataDir, "demo");
  const [version] = await keptVersions(dataDir, "demo");
  const dead = OWNER.replace(/\w+$/, "00000000");
  await writeFile(join(dataDir, ".publishing-demo"), `${dead} ${version!.name}`);
  await new Promise((later) => setTimeout(later, 1_500));
  clearInterval(looking);
  expect(missed).toBe(0);
  expect(await readFile(join(dataDir, "demo", "edition.json"), "utf8")).toContain('"demo"');
});
