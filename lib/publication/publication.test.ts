import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generateEdition } from "@/lib/editions/synthetic/generate";
import { keptVersions } from "@/lib/editions/versions";
import {
  audit,
  env,
  fieldsOf,
  file,
  rowsOf,
  send,
  sendOfficial,
  user,
  withEditions,
} from "@/tests/support/publication";

const { currentState } = await import("@/lib/engine/engine");
const acts = await import("./acts");
const { editionEntries, identityInPlace } = await import("./overview");
const { baseOf, previewOf } = await import("./preview");
const { remarkPages, remarksTotal } = await import("./remarks");
const { findUpload, listUploads } = await import("./uploads");

withEditions();

test("an upload waits, is compared, published, gone back on and withdrawn; the audit tells each step", async () => {
  const sent = await send([...fieldsOf({ id: "demo" }), file(await rowsOf(900))]);
  if (!("upload" in sent)) throw new Error("it was refused");
  const { upload } = sent;
  expect(await findUpload(upload.id)).toEqual(upload);
  const before = await currentState();
  expect(before.editions.get("demo")?.counts.organisations).toBe(1060);

  const preview = await previewOf(upload, baseOf(upload, before));
  expect(preview.base).toMatchObject({ id: "demo", replaced: true });
  // 900 of 1,060 rows are 15 % fewer; every platform is missing.
  expect(preview.rows).toEqual([
    { file: "organisations", unusual: false, before: 1060, after: 900, difference: -160 },
    { file: "platforms", unusual: true, before: 220, after: 0, difference: -220 },
  ]);
  const actors = preview.indicators.find(({ id }) => id === "actors");
  expect(actors?.figures).toEqual({
    corrected: { before: 1060, after: 900, difference: -160 },
    file: { before: 1060, after: 900, difference: -160 },
  });
  expect(preview.indicators.find(({ id }) => id === "platforms")?.figures.file).toEqual({
    ...{ before: 220, after: null, difference: null },
  });
  // The first 900 rows are the same: nobody appeared or changed, all that went were among the last 160.
  const counts = Object.fromEntries(preview.changes!.map(({ change, count }) => [change, count]));
  expect(counts).toMatchObject({ appeared: 0, type: 0, platform: 0, channel: 0 });
  expect(counts.disappeared).toBeGreaterThan(100);
  expect(counts.disappeared).toBeLessThanOrEqual(160);

  // Every remark of the check is there to be read.
  let told = 0;
  for await (const rows of remarkPages(upload, baseOf(upload, before))) told += rows.length;
  expect(told).toBe(remarksTotal(upload, null));
  expect(told).toBeGreaterThan(900);

  const identity = await identityInPlace("demo");
  await expect(acts.publishUpload(user, upload, "another")).rejects.toMatchObject({ fault: "changed" });
  await acts.publishUpload(user, upload, identity);
  expect((await currentState()).editions.get("demo")?.counts.organisations).toBe(900);
  expect(await listUploads()).toEqual([]);
  expect((await audit())[0]).toMatchObject({
    action: "edition.published",
    subject: "edition/demo",
    user_name: "Ada",
  });

  const [version] = await keptVersions(env.DATA_DIR, "demo");
  const start = performance.now();
  await acts.restoreEdition(user, "demo", version!.name);
  expect(performance.now() - start).toBeLessThan(5_000);
  expect((await currentState()).editions.get("demo")?.identity).toBe(identity);
  expect((await audit())[0]).toMatchObject({ action: "edition.restored", subject: "edition/demo" });

  await expect(acts.withdraw(user, "demo")).rejects.toMatchObject({ fault: "last" });
  const other = await send([...fieldsOf(), file(await rowsOf(10))]);
  if (!("upload" in other)) throw new Error("it was refused");
  await acts.publishUpload(user, other.upload, null);
  await acts.withdraw(user, "essai");
  const entry = (await editionEntries()).find(({ id }) => id === "essai");
  expect(entry).toMatchObject({ served: null, refusal: null, versions: [{ manifest: { id: "essai" } }] });
  const actions = (await audit()).filter(({ action }) => action !== "edition.refused").reverse();
  expect(actions.map(({ action }) => action).slice(-6)).toEqual([
    ...["edition.uploaded", "edition.published", "edition.restored"],
    ...["edition.uploaded", "edition.published", "edition.withdrawn"],
  ]);
});

test("who is no longer an administrator publishes nothing, whatever their page says", async () => {
  const sent = await send([...fieldsOf({ id: "other" }), file(await rowsOf(10))]);
  if (!("upload" in sent)) throw new Error("it was refused");
  const former = { ...user, id: "former" };
  await expect(acts.publishUpload(former, sent.upload, null)).rejects.toMatchObject({ status: 403 });
  await expect(acts.withdraw(former, "demo")).rejects.toThrow();
  expect(await identityInPlace("other")).toBeNull();
  await acts.discardUpload(user, sent.upload);
});

test("the official edition waits like any other; a failure of its publisher leaves nothing", async () => {
  const edition = generateEdition({ rows: 600, seed: 3, faults: true });
  const text = (pieces: Iterable<{ text: string }>) => [...pieces].map((piece) => piece.text).join("");
  const files: Record<string, string> = {
    "/organisations": text(edition.organisations()),
    "/plateformes": text(edition.platforms()),
  };
  const server = createServer((request, response) => {
    const body = files[request.url ?? ""];
    response.writeHead(body === undefined ? 503 : 200).end(body);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const from = (plateformes: string) => ({
    addresses: { organisations: `${origin}/organisations`, plateformes: `${origin}${plateformes}` },
    allow: [origin],
  });
  try {
    const sent = await sendOfficial(user, from("/plateformes"));
    expect(sent).toMatchObject({
      upload: { origin: "official", manifest: { id: "2022" }, rows: { organisations: 600 } },
    });
    expect(await identityInPlace("2022")).toBeNull();
    const before = await listUploads();
    expect(await sendOfficial(user, from("/gone"))).toMatchObject({
      refusal: { code: "download", reason: /503/ },
    });
    expect(await listUploads()).toEqual(before);
    await acts.discardUpload(user, before[0]!);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test("a folder of editions that can't be written refuses in so many words", async () => {
  const place = await mkdtemp(join(tmpdir(), "readonly-"));
  const kept = env.DATA_DIR;
  await writeFile(join(place, "file"), "");
  // A folder below a file can't be made, even by who may do anything.
  env.DATA_DIR = join(place, "file", "editions");
  try {
    expect(await send([...fieldsOf(), file("x")])).toMatchObject({ refusal: { code: "not-writable" } });
  } finally {
    env.DATA_DIR = kept;
    await rm(place, { recursive: true });
  }
});
