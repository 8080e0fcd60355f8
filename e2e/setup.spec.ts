import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { request as requests } from "@playwright/test";
import { expect, test } from "./fixtures";
import { PASSWORD, userCommand } from "./support/accounts";
import { writeEditions } from "./support/editions.mjs";
import { formsOf, submit } from "./support/forms";
import { freePort } from "./support/free-port.mjs";
import { startOwnServer, stopOwnServers } from "./support/own-server";

const folder = mkdtempSync(join(tmpdir(), "observatory-setup-"));
const editions = join(folder, "editions");
const running: ChildProcess[] = [];
test.beforeAll(() => {
  mkdirSync(editions);
  writeEditions(editions);
});
test.afterAll(async () => {
  await Promise.all(
    running.map((child) => new Promise((settle) => (child.once("close", settle), child.kill("SIGTERM")))),
  );
  rmSync(folder, { recursive: true, force: true });
});

test("the first account is made from the address that the start prints, which then leads nowhere", async ({
  browser,
}) => {
  const port = await freePort();
  const env = { PORT: String(port), DATA_DIR: editions, STATE_DIR: join(folder, "state"), OFFLINE: "1" };
  const start = () => {
    const child = spawn(process.execPath, ["scripts/start.mjs"], {
      env: { ...process.env, ...env, NEXTAUTH_URL: "" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    running.push(child);
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += String(chunk)));
    return { child, output: () => output };
  };
  const server = start();
  await expect.poll(server.output, { timeout: 40_000 }).toMatch(/^set-up \S+$/m);
  const address = /^set-up (\S+)$/m.exec(server.output())![1]!;
  expect(address).toMatch(new RegExp(`^http://localhost:${port}/connexion/lien/[\\w-]{32}$`));

  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  expect((await page.goto(`${address}x`))?.status()).toBe(404);
  await expect(page.locator("h1")).toHaveText("Ce lien ne sert plus");
  await page.goto(address);
  await expect(page.locator("h1")).toHaveText("Créer le premier compte");
  const fields = {
    email: "Ada@Exemple.fr",
    name: "Ada Lovelace",
    password: PASSWORD,
    "password-again": PASSWORD,
  };
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name="${name}"]`).fill(value);
  await page.locator("main .button-main").click();
  await expect(page).toHaveURL(`http://localhost:${port}/admin`);
  expect((await page.goto(address))?.status()).toBe(404);
  await context.close();
  expect(await userCommand(["list"], "", env)).toBe("ada@exemple.fr\tadmin\tactive\tAda Lovelace\n");

  const ended = new Promise((settle) => server.child.once("close", settle));
  server.child.kill("SIGTERM");
  await ended;
  running.pop();
  const again = start();
  await expect.poll(again.output, { timeout: 40_000 }).toMatch(/^ready /m);
  expect(await userCommand(["setup"], "", env)).toBe("");
  expect(again.output()).not.toContain("set-up");
});

test("twenty forms sent at once make one first account, whichever address each came from", async () => {
  const server = await startOwnServer();
  const env = { STATE_DIR: join(server.folder, "state"), NEXTAUTH_URL: server.url, DATABASE_URL: "" };
  try {
    const addresses = [await userCommand(["setup"], "", env), await userCommand(["setup"], "", env)];
    const paths = addresses.map((address) => new URL(address.trim()).pathname);
    expect(new Set(paths).size).toBe(2);
    const context = await requests.newContext({ baseURL: server.url });
    const forms = await Promise.all(
      paths.map(async (path) =>
        formsOf(await (await context.get(path)).text()).find(({ names }) => names.includes("password"))!,
      ),
    );
    const sent = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        const who = await requests.newContext({ baseURL: server.url });
        const values = {
          ...{ email: `ada-${index}@exemple.fr`, name: `Ada ${index}` },
          ...{ password: PASSWORD, "password-again": PASSWORD },
        };
        const headers = { Origin: server.url };
        await submit(who, paths[index % 2]!, forms[index % 2]!, values, headers);
        const session = (await (await who.get("/api/auth/session")).json()) as { user?: { role: string } };
        await who.dispose();
        return session.user?.role;
      }),
    );
    expect(sent.filter(Boolean)).toEqual(["admin"]);
    expect((await userCommand(["list"], "", env)).trim().split("\n")).toHaveLength(1);
    for (const path of paths) expect((await context.get(path)).status()).toBe(404);
    await context.dispose();
  } finally {
    await stopOwnServers();
  }
});
