import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { expect, test } from "./fixtures";
import { ownFolder, startOwnServer, stopOwnServers, type OwnServer } from "./support/own-server";

// Editions that break or go: each test has a server and folders of its own.
test.afterAll(stopOwnServers);

const csv = (folder: string) => join(folder, "editions", "demo", "organisations.csv");
const LINES = readFileSync("data/editions/demo/organisations.csv", "utf8").split("\n");
const first = (rows: number) => LINES.slice(0, rows + 1).join("\n") + "\n";
/** Asked as someone signed in would, so that each answer is made anew. */
const ask = (url: string, path: string) =>
  fetch(url + path, { headers: { Cookie: "next-auth.session-token=x" } });
const total = async (url: string) =>
  ((await (await ask(url, "/api/v1/editions/demo/organisations?page_size=1")).json()) as { total: number })
    .total;
type Ready = { status: string; editions: { id: string }[]; refused: { edition: string }[] };
const ready = async ({ url }: OwnServer) => {
  const answer = await fetch(`${url}/api/health/ready`);
  return { code: answer.status, ...((await answer.json()) as Ready) };
};

for (const [what, spoil] of [
  ["missing", (file: string) => rmSync(file)],
  ["empty", (file: string) => writeFileSync(file, "")],
  ["cut in the middle of a cell", (file: string) => writeFileSync(file, first(40).slice(0, -30) + '"')],
  [
    "another kind of file",
    (file: string) => writeFileSync(file, Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0])),
  ],
] as const)
  test(`a file ${what} at the start: the other editions are served, and readiness says which is not`, async () => {
    const folder = ownFolder();
    const editions = join(folder, "editions");
    mkdirSync(join(editions, "spoilt"));
    for (const name of readdirSync(join(editions, "demo")))
      writeFileSync(join(editions, "spoilt", name), readFileSync(join(editions, "demo", name)));
    const manifest = JSON.parse(readFileSync(join(editions, "demo", "edition.json"), "utf8")) as object;
    writeFileSync(join(editions, "spoilt", "edition.json"), JSON.stringify({ ...manifest, id: "spoilt" }));
    spoil(join(editions, "spoilt", "organisations.csv"));
    const server = await startOwnServer({}, folder);
    const state = await ready(server);
    expect(state.code).toBe(200);
    expect(state.editions.map(({ id }) => id)).toContain("demo");
    expect(JSON.stringify(state.refused)).toContain("spoilt");
    expect(JSON.stringify(state)).not.toContain(folder);
    expect((await ask(server.url, "/?edition=spoilt")).status).toBe(404);
    expect(await total(server.url)).toBe(LINES.length - 2);
    await server.stop();
  });

test("without one edition that can be read it is not ready, and pages say so instead of showing noughts", async () => {
  const folder = ownFolder();
  const good = readFileSync(csv(folder));
  for (const id of readdirSync(join(folder, "editions")))
    writeFileSync(join(folder, "editions", id, "organisations.csv"), "");
  const server = await startOwnServer({}, folder, {}, 503);
  expect(await ready(server)).toMatchObject({ code: 503, editions: [] });
  for (const path of ["/", "/en/organisations", "/donnees"]) {
    const page = await ask(server.url, path);
    expect(page.status, path).toBe(503);
    const text = (await page.text()).replace(/<script[\s\S]*?<\/script>|<[^>]+>/g, " ");
    expect(text, path).toMatch(/édition|edition/);
    expect(text, path).not.toMatch(/\b0 (organisation|%)/);
  }
  const api = await fetch(`${server.url}/api/v1/editions/demo/organisations`);
  expect([api.status, api.headers.get("retry-after")]).toEqual([503, "5"]);
  // It needs no new start once a file is good again.
  writeFileSync(csv(folder), good);
  await expect.poll(async () => (await ready(server)).code, { timeout: 10_000 }).toBe(200);
  expect((await ask(server.url, "/")).status).toBe(200);
  await server.stop();
});

test("a file replaced, cut and taken away under load: every answer is of one whole state", async () => {
  const folder = ownFolder();
  const file = csv(folder);
  const server = await startOwnServer({}, folder);
  let writing = true;
  const seen = new Map<number, number>();
  const read = async () => {
    const rows = await total(server.url);
    seen.set(rows, (seen.get(rows) ?? 0) + 1);
    return rows;
  };
  const answers = () => [...seen.values()].reduce((sum, count) => sum + count, 0);
  const readers = Array.from({ length: 4 }, async () => {
    while (writing) await read();
  });
  const pause = (ms: number) => new Promise((settle) => setTimeout(settle, ms));
  for (let turn = 0; turn < 6 || answers() < 1_000; turn++) {
    const rows = [700, 650][turn % 2]!;
    const next = first(rows);
    // As a careless tool writes: in two goes, the second late.
    writeFileSync(file, next.slice(0, next.length / 2));
    await pause(400);
    writeFileSync(file, next);
    await expect.poll(read, { intervals: [100] }).toBe(rows);
    if (turn === 3) {
      rmSync(file);
      await pause(1_000);
    }
  }
  writing = false;
  await Promise.all(readers);
  expect([...seen.keys()].toSorted()).toEqual([650, 700, LINES.length - 2].toSorted());
  await server.stop();
});

const root = process.getuid?.() === 0;
test("folders that can't be written to: readers are served, writers are told, nothing is retried without end", async () => {
  test.skip(!root, "needs to start the server as someone else");
  const folder = ownFolder();
  const uid = Number(execFileSync("id", ["-u", "nobody"], { encoding: "utf8" }));
  mkdirSync(join(folder, "state"));
  chmodSync(folder, 0o755);
  const server = await startOwnServer({}, folder, { uid, gid: uid });
  for (const path of ["/", "/organisations", "/donnees", "/api/v1/editions/demo/organisations?format=csv"])
    expect((await ask(server.url, path)).status, path).toBe(200);
  const page = await (await ask(server.url, "/signaler?cible=edition")).text();
  expect(page).toContain("<form");
  expect(((await (await fetch(`${server.url}/api/health/ready`)).json()) as { store: string }).store).toBe(
    "away",
  );
  const journal = await ask(server.url, "/journal");
  expect([journal.status, journal.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(await journal.text()).toContain("Les notes ne sont pas disponibles pour le moment");
  expect((await fetch(`${server.url}/api/health/live`)).status).toBe(200);
  await server.stop();
});

test("a disk that is full refuses writes and keeps what there was; with room again all is well", async () => {
  test.skip(!root, "needs to mount a small disk");
  const folder = ownFolder();
  const state = join(folder, "state");
  mkdirSync(state);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=3m", "tmpfs", state], { stdio: "pipe" });
  } catch {
    test.skip(true, "this machine mounts nothing");
  }
  try {
    const server = await startOwnServer({}, folder);
    const report = async () => {
      const { formsOf, submit } = await import("./support/forms");
      const { request } = await import("@playwright/test");
      const someone = await request.newContext({
        baseURL: server.url,
        extraHTTPHeaders: { "x-forwarded-for": `10.0.0.${Math.floor(Math.random() * 250)}` },
      });
      const form = formsOf(await (await someone.get("/signaler?cible=edition&edition=demo")).text()).find(
        ({ names }) => names.includes("contact"),
      )!;
      const began = Date.now();
      const answer = await submit(
        ...([someone, "/signaler?cible=edition&edition=demo", form] as const),
        { message: "Le disque est plein, paraît-il.", contact: "" },
        { origin: server.url },
      );
      const text = await answer.text();
      await someone.dispose();
      return { text, took: Date.now() - began };
    };
    expect((await report()).text).toMatch(/[0-9a-f]{8}/);
    writeFileSync(join(state, "filler"), Buffer.alloc(1));
    try {
      execFileSync("dd", ["if=/dev/zero", `of=${join(state, "filler")}`, "bs=4k"], { stdio: "pipe" });
    } catch {
      // Until there is no room.
    }
    const refused = await report();
    expect(refused.text).toContain("Le disque est plein, paraît-il.");
    expect(refused.took).toBeLessThan(5_000);
    expect((await ask(server.url, "/organisations")).status).toBe(200);
    rmSync(join(state, "filler"));
    await expect
      .poll(async () => (await report()).text, { timeout: 15_000 })
      .toMatch(/<code[^>]*>[0-9a-f]{8}/);
    await server.stop();
  } finally {
    execFileSync("umount", ["-l", state], { stdio: "pipe" });
  }
});

test("told to stop, it says at once that it is not ready, while it still answers", async () => {
  const server = await startOwnServer();
  server.process.kill("SIGTERM");
  await expect
    .poll(async () => (await fetch(`${server.url}/api/health/ready`)).status, { timeout: 1_000 })
    .toBe(503);
  expect((await fetch(`${server.url}/api/health/live`)).status).toBe(200);
  expect(await server.ended).toBe(0);
});

test("another clock and another language of the machine change nothing that is shown", async () => {
  const strip = (text: string) => text.replace(/"produced_at":"[^"]*"|\d\d[:\s]h?\s?\d\d/g, "");
  const folder = ownFolder();
  const shown = [];
  for (const settings of [
    { TZ: "UTC", LC_ALL: "C.UTF-8" },
    { TZ: "Pacific/Noumea", LC_ALL: "C" },
    { TZ: "America/Los_Angeles", LC_ALL: "tr_TR.UTF-8" },
  ]) {
    const server = await startOwnServer(settings, folder);
    const paths = [
      "/api/v1/editions/demo/organisations?format=csv&sort=name",
      "/api/v1/editions/demo/platforms?page_size=500&sort=name",
      "/api/v1/editions/demo/indicators/by-type",
    ];
    const bodies = await Promise.all(
      paths.map(async (path) => strip(await (await ask(server.url, path)).text())),
    );
    const pages = await Promise.all(
      ["/", "/en", "/organisations?sort=name", "/donnees"].map(async (path) =>
        (await (await ask(server.url, path)).text())
          .replace(/<script[\s\S]*?<\/script>|<[^>]+>/g, " ")
          .replaceAll(server.url, "")
          .replace(/\d\d\sh\s\d\d/g, ""),
      ),
    );
    // Imprints: where they differ, the texts themselves would fill the screen.
    shown.push(
      [...bodies, ...pages].map((text, index) => {
        const bare = text.replaceAll(`:${server.port}`, "");
        return `${index} ${createHash("sha256").update(bare).digest("hex")}`;
      }),
    );
    await server.stop();
  }
  expect(shown[1]).toEqual(shown[0]);
  expect(shown[2]).toEqual(shown[0]);
});
