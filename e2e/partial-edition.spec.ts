import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { expect, test } from "./fixtures";
import { ownFolder, startOwnServer, stopOwnServers, type OwnServer } from "./support/own-server";

// An edition of the oldest state of the files: no platforms, no technology, no themes.
const LACKING = ["ptf", "Techno (from Plateformes)", "Thèmatiques"];

let server: OwnServer;
let siren = "";
test.beforeAll(async () => {
  const folder = ownFolder();
  rmSync(join(folder, "editions"), { recursive: true });
  const old = join(folder, "editions", "demo");
  mkdirSync(old, { recursive: true });
  writeFileSync(join(old, "edition.json"), readFileSync("data/editions/demo/edition.json"));
  const rows = parse(readFileSync("data/editions/demo/organisations.csv"), {
    columns: true,
    bom: true,
  }) as Record<string, string>[];
  siren = rows[0]!.siren!;
  const kept = rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !LACKING.includes(name))),
  );
  writeFileSync(join(old, "organisations.csv"), stringify(kept, { header: true }));
  server = await startOwnServer({}, folder);
});
test.afterAll(stopOwnServers);

test("every page of an edition without platforms, technology and themes is whole", async ({ browser }) => {
  // More than sixty pages one after the other, with another test at work beside.
  test.setTimeout(900_000);
  const map = await (await fetch(`${server.url}/sitemap.xml`)).text();
  const paths = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address!).pathname);
  const organisations = paths.filter((path) => /\/organisations\/\d/.test(path));
  const others = paths.filter((path) => !organisations.includes(path) && !/\/territoires\/\d/.test(path));
  // Every kind of page, and some of the many alike.
  const asked = [...others, ...organisations.filter((_, index) => index % 100 === 0), "/recherche?q=a"];
  expect(others.length).toBeGreaterThan(60);
  const context = await browser.newContext();
  const page = await context.newPage();
  const told: string[] = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && told.push(message.text()));
  page.on("pageerror", (fault) => told.push(String(fault)));
  for (const path of asked) {
    const answer = await page.goto(`${server.url}${path}`);
    expect(answer?.status(), path).toBe(200);
    // Code may say null: it is what a program reads.
    const text = await page.locator("main").evaluate((main) => {
      const copy = main.cloneNode(true) as HTMLElement;
      for (const code of copy.querySelectorAll("code, script")) code.remove();
      return copy.textContent;
    });
    expect(text, path).not.toMatch(/NaN|undefined|\bnull\b|Infinity/);
    expect(told, path).toEqual([]);
  }
  await context.close();
});

test("what an edition lacks is said to be lacking, never nought", async ({ request }) => {
  const page = async (path: string) => (await request.get(`${server.url}${path}`)).text();
  for (const id of [
    "platforms",
    "platforms-by-technology",
    "organisations-by-technology",
    "themes",
    "governance",
  ]) {
    const answer = await (await request.get(`${server.url}/api/v1/editions/demo/indicators/${id}`)).json();
    expect([answer.value, answer.rows, answer.missing.length > 0], id).toEqual([null, [], true]);
    expect(await page(`/indicateurs/${id}`), id).toContain("Cette édition ne contient pas");
  }
  for (const path of ["/", "/plateformes", "/donnees", `/organisations/${siren}`])
    expect(await page(path), path).toMatch(
      /[Aa]bsent de cette édition|Cette édition ne contient pas|n’est pas dans cette édition/,
    );
  expect(await page("/en/plateformes")).toMatch(/[Nn]ot in this edition/);
});
