import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { get } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "./fixtures";
import { writeEditions } from "./support/editions.mjs";
import { freePort } from "./support/free-port.mjs";
import { startOwnServer, stopOwnServers } from "./support/own-server";

type Command = { process: ChildProcess; output: () => string; ended: Promise<number | null> };

const folder = mkdtempSync(join(tmpdir(), "observatory-commands-"));
const editions = join(folder, "editions");
test.beforeAll(() => {
  // Run again where tests of this file are dealt out in several goes.
  mkdirSync(editions, { recursive: true });
  writeEditions(editions);
});
test.afterEach(stopOwnServers);
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `npm start` on a port, with folders of its own. */
function start(port: number): Command {
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { ...process.env, PORT: String(port), DATA_DIR: editions, STATE_DIR: join(folder, `state-${port}`) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (output += String(chunk)));
  return {
    process: child,
    output: () => output,
    ended: new Promise((settle) => child.once("close", settle)),
  };
}

const answers = (port: number) =>
  new Promise<boolean>((settle) => {
    const socket = connect(port, "127.0.0.1", () => settle(true)).on("error", () => settle(false));
    socket.unref();
  });

/** The text at an address, over a connection of its own; with a session's cookie, so that it is made anew each time. */
const download = (address: string) =>
  new Promise<string>((settle, fail) => {
    get(address, { agent: false, headers: { Cookie: "next-auth.session-token=none" } }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (piece: string) => (text += piece));
      response.on("end", () => settle(text)).on("error", fail);
    }).on("error", fail);
  });

const isReady = ({ output }: Command, port: number) =>
  expect.poll(output, { timeout: 20_000 }).toContain(`\nready http://localhost:${port}\n`);

test("a server told to stop finishes what it was asked, takes nothing new, and frees its port", async () => {
  const port = await freePort();
  const server = start(port);
  await isReady(server, port);
  expect(server.output().match(/^ready /gm)).toHaveLength(1);

  const file = `http://127.0.0.1:${port}/api/v1/editions/demo/organisations?format=csv`;
  const whole = await download(file);
  expect(whole.split("\n").length).toBeGreaterThan(500);
  let unfinished = 16;
  const asked = Array.from({ length: unfinished }, () => download(file).finally(() => unfinished--));
  // Long enough for all to have reached the server, too short for all to be answered.
  await new Promise((settle) => setTimeout(settle, 100));
  expect(unfinished).toBeGreaterThan(0);
  server.process.kill("SIGTERM");
  const told = Date.now();

  expect((await Promise.all(asked)).filter((text) => text !== whole)).toEqual([]);
  expect(await server.ended).toBe(0);
  expect(Date.now() - told).toBeLessThan(10_000);
  expect(await answers(port)).toBe(false);
});

test("a server told to stop, once or twice, is ready no more and answers what still comes", async () => {
  const { url, process: server, ended } = await startOwnServer();
  const ready = () => fetch(`${url}/api/health/ready`, { headers: { Connection: "close" } });
  expect((await ready()).status).toBe(200);
  server.kill("SIGTERM");
  server.kill("SIGINT");
  await expect.poll(async () => (await ready()).status, { timeout: 1_000, intervals: [20] }).toBe(503);
  // As a service manager does, which tells a command and its server, when the command tells its server too.
  server.kill("SIGTERM");
  expect(await (await ready()).json()).toEqual({ status: "stopping" });
  expect((await fetch(`${url}/api/health/live`)).status).toBe(200);
  expect(await download(`${url}/organisations?edition=demo`), "a page is still whole").toContain("</html>");
  expect(await ended).toBe(0);
});

test("a connection on which nothing is asked holds no stop back", async () => {
  const port = await freePort();
  const server = start(port);
  await isReady(server, port);
  const idle = connect(port, "127.0.0.1");
  await new Promise((settle) => idle.once("connect", settle));
  server.process.kill("SIGTERM");
  const told = Date.now();
  expect(await server.ended).toBe(0);
  expect(Date.now() - told).toBeLessThan(4_000);
  idle.destroy();
});

test("a command that is killed takes its server along", async () => {
  const port = await freePort();
  const server = start(port);
  await isReady(server, port);
  server.process.kill("SIGKILL");
  await expect.poll(() => answers(port), { timeout: 10_000 }).toBe(false);
});

test("a port that is taken is told in one line", async ({ baseURL }) => {
  const taken = new URL(baseURL ?? "").port;
  const server = start(Number(taken));
  expect(await server.ended).toBe(1);
  expect(server.output()).toMatch(
    new RegExp(`^error: port ${taken} is taken by another program: [^\\n]+\\n$`),
  );
});
