import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { OfficialError, fetchOfficial, type FetchOptions } from "./official";
import { loadRegister } from "./register";
import { openEdition } from "./source";
import { generateEdition } from "./synthetic/generate";
import { keptVersions, versionPath } from "./versions";

const textOf = (seed: number, rows = 600) => {
  const edition = generateEdition({ rows, seed, faults: true });
  const text = (pieces: Iterable<{ text: string }>) => [...pieces].map((piece) => piece.text).join("");
  return { organisations: text(edition.organisations()), plateformes: text(edition.platforms()) };
};

let dataDir: string;
let server: Server;
let origin: string;
/** What the source answers at this moment; a test changes it. */
let files: Record<string, string | RequestListener>;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "official-"));
  files = textOf(1);
  server = createServer((request, response) => {
    const answer = files[(request.url ?? "").slice(1)];
    if (typeof answer === "function") answer(request, response);
    else response.writeHead(answer === undefined ? 404 : 200, { "content-type": "text/csv" }).end(answer);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  await rm(dataDir, { recursive: true, force: true });
});

const bring = (options: Partial<FetchOptions> = {}) =>
  fetchOfficial({
    dataDir,
    addresses: { organisations: `${origin}/organisations`, plateformes: `${origin}/plateformes` },
    allow: [origin],
    ...options,
  });
const inPlace = () => readFile(join(dataDir, "2022", "organisations.csv"), "utf8");

test("the edition is downloaded, checked and in place, with its manifest", async () => {
  const told: string[] = [];
  const fetched = await bring({ onProgress: (what) => told.push(what) });
  expect(fetched).toMatchObject({
    id: "2022",
    outcome: "published",
    rows: { organisations: 600, plateformes: 125 },
  });
  expect(fetched.bytes).toBe(Buffer.byteLength(`${files.organisations}${files.plateformes}`));
  expect(await inPlace()).toBe(files.organisations);
  expect(await readdir(dataDir)).toEqual(["2022"]);
  const { manifest } = await openEdition(join(dataDir, "2022"), await loadRegister());
  expect(manifest).toMatchObject({
    kind: "official",
    asOf: "2022-12-31",
    reference: "2022",
    licence: "lo-2.0",
  });
  expect(manifest.sources).toEqual([
    { resource: "organisations", url: `${origin}/organisations` },
    { resource: "plateformes", url: `${origin}/plateformes` },
  ]);
  expect(told.at(-1)).toBe("checking the rows");
});

test("again, nothing changes; a new version takes the place and the last one is kept", async () => {
  await bring();
  expect((await bring()).outcome).toBe("unchanged");
  expect(await readdir(dataDir)).toEqual(["2022"]);
  const before = files.organisations;
  files = textOf(2);
  expect((await bring()).outcome).toBe("published");
  expect(await inPlace()).toBe(files.organisations);
  const [version] = await keptVersions(dataDir, "2022");
  expect(
    await readFile(join(versionPath(dataDir, "2022", version?.name ?? ""), "organisations.csv"), "utf8"),
  ).toBe(before);
});

/** Starts an answer and goes on without end. */
const dripping = (response: ServerResponse) => {
  const timer = setInterval(() => response.write("x".repeat(10_000)), 5);
  response.on("close", () => clearInterval(timer));
};
const page = "<!doctype html><html><body>Maintenance</body></html>";

test.each<[string, () => Partial<FetchOptions> | void, RegExp]>([
  [
    "a redirect to plain http",
    () => redirect("http://www.example.com/x"),
    /refused: http:\/\/www\.example\.com is not https/,
  ],
  [
    "a redirect into the machine",
    () => redirect("https://127.0.0.1/x"),
    /refused: 127\.0\.0\.1 is not on the public internet/,
  ],
  ["a file too long", () => ({ maxBytes: 50_000 }), /sends more than 50000 bytes/],
  [
    "a file without end",
    () => ({ ...answer((_, response) => dripping(response)), maxBytes: 200_000 }),
    /sends more than 200000 bytes/,
  ],
  [
    "a file too slow",
    () => ({ ...answer((_, response) => void response.write("siren")), timeoutMs: 150 }),
    /took more than 0\.15 s/,
  ],
  [
    "a page",
    () => answer((_, response) => void response.writeHead(200, { "content-type": "text/html" }).end(page)),
    /organisations\.csv/,
  ],
  ["a page that says it is CSV", () => void (files.organisations = page), /organisations\.csv/],
  ["an empty file", () => void (files.organisations = ""), /organisations\.csv/],
  [
    "a file cut in the middle of a row",
    () => void (files.organisations = String(files.organisations).slice(0, -40)),
    /organisations\.csv, line 601/,
  ],
  [
    "a platforms file cut in a quoted cell",
    () => void (files.plateformes += '"half a na'),
    /plateformes\.csv, line 127/,
  ],
  ["another file", () => void (files.organisations = "a,b\n1,2\n"), /organisations\.csv, line 1/],
  [
    "too few rows",
    () => void (files = textOf(1, 300)),
    /organisations\.csv has 300 rows where at least 500 are expected|plateformes\.csv has/,
  ],
  ["no such file", () => void delete files.plateformes, /answered 404/],
  ["a connection cut off", () => answer(cutOff), /127\.0\.0\.1:\d+: /],
])("%s is refused in one clear line, and the edition in place stays", async (_what, arrange, reason) => {
  await bring();
  const good = await inPlace();
  const refused = await bring(arrange() ?? {}).then(
    () => null,
    (cause: unknown) => cause,
  );
  expect(refused).toBeInstanceOf(OfficialError);
  expect((refused as Error).message).toMatch(reason);
  expect((refused as Error).message).not.toMatch(/\n|\/tmp/);
  expect(await inPlace()).toBe(good);
  expect(await readdir(dataDir)).toEqual(["2022"]);
});

function answer(listener: RequestListener): Partial<FetchOptions> {
  files.organisations = listener;
  return {};
}
function redirect(location: string): Partial<FetchOptions> {
  return answer((_, response) => void response.writeHead(302, { location }).end());
}
function cutOff(...[, response]: Parameters<RequestListener>): void {
  response.writeHead(200, { "content-length": "100000" }).write("siren,nom,type\n");
  setTimeout(() => response.destroy(), 20);
}

test("whoever asked can end it", async () => {
  const controller = new AbortController();
  answer((_, response) => void response.write("siren"));
  setTimeout(() => controller.abort(new Error("interrupted")), 50);
  await expect(bring({ signal: controller.signal })).rejects.toThrow("interrupted");
});

test("a folder that can't be written is told as such", async () => {
  const file = join(dataDir, "file");
  await writeFile(file, "");
  await expect(bring({ dataDir: file })).rejects.toThrow(/can't be written/);
});
