import { readFile } from "node:fs/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test, VIEWPORTS } from "./fixtures";

type Listed = { total: number; rows: Record<string, unknown>[] };
type Indicator = { id: string; rows: Record<string, unknown>[] };

const editor = (page: Page) => page.locator("#explorer-sql");
const answer = (page: Page) => page.locator(".explorer-result");

/** The button answers once the page is alive: the first press may come before. */
async function run(page: Page, sql?: string): Promise<void> {
  if (sql !== undefined) await editor(page).fill(sql);
  await editor(page).press("Control+Enter");
  await expect(page.locator(".explorer-actions [aria-disabled]")).toHaveCount(0, { timeout: 60_000 });
  await expect(page.locator(".explorer-result, .explorer-failure")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("n’ont pas pu être chargés")).toHaveCount(0);
}

/** The explorer, alive, on the demonstration edition. */
async function open(page: Page, path = "/explorer?edition=demo"): Promise<void> {
  await page.goto(path);
  await page.waitForFunction(() => {
    const field = document.querySelector("#explorer-sql");
    return field !== null && Object.keys(field).some((key) => key.startsWith("__reactProps"));
  });
}

/** What the last query answered, as the file made in the tab has it. */
async function rowsOf(page: Page): Promise<Record<string, unknown>[]> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "JSON", exact: true }).click(),
  ]);
  const file = JSON.parse(await readFile(await download.path(), "utf8")) as {
    rows: Record<string, unknown>[];
  };
  return file.rows;
}

/** Characters that HTML writes otherwise. */
const ENTITIES: Record<string, string> = { "#x27": "'", lt: "<", gt: ">", quot: '"', amp: "&" };
const decoded = (html: string) => html.replace(/&([#\w]+);/g, (_, name: string) => ENTITIES[name]!);

test("nothing of the engine is loaded before it is asked for, then all of it from here", async ({
  page,
  baseURL,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await open(page);
  await page.waitForLoadState("networkidle");
  await expect(page.getByText("Rien n’est chargé avant votre demande")).toBeVisible();
  const engine = /\/engine\/|\/tables\/|wasm|worker/;
  expect(asked.filter((url) => engine.test(url))).toEqual([]);

  await run(page);
  await expect(answer(page).locator("tbody tr")).toHaveCount(10);
  expect(asked.filter((url) => /\/engine\/[\d.]+\/duckdb-eh\.wasm$/.test(url))).toHaveLength(1);
  for (const sql of [
    "LOAD httpfs",
    "FROM read_csv('https://example.org/x.csv')",
    "INSTALL icu FROM community",
  ])
    await run(page, sql);
  expect(asked.filter((url) => !url.startsWith(baseURL!) && !url.startsWith("blob:"))).toEqual([]);
});

test("rows are those of the API, and files of the result hold them", async ({ page, request }) => {
  const api = (await (
    await request.get("/api/v1/editions/demo/organisations?type=CC&sort=-datasets&page_size=500")
  ).json()) as Listed;
  expect(api.total).toBeGreaterThan(20);
  expect(api.rows).toHaveLength(api.total);
  await open(page);
  await run(page, "SELECT siren, name, datasets, themes FROM organisations WHERE type = 'CC'");
  const number = new Intl.NumberFormat("fr-FR").format(api.total);
  await expect(answer(page).getByRole("status")).toContainText(`${number} lignes`);
  await expect(answer(page).locator("tbody tr")).toHaveCount(api.total);
  const key = (row: Record<string, unknown>) =>
    JSON.stringify([row.siren, row.name, row.datasets, row.themes]);
  expect((await rowsOf(page)).map(key).sort()).toEqual(api.rows.map(key).sort());

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Parquet" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("observatoire-demo-sql.parquet");
  const connection = await (await DuckDBInstance.create()).connect();
  const counted = await connection.runAndReadAll(
    `SELECT count(*)::INTEGER, sum(datasets)::INTEGER FROM read_parquet('${await download.path()}')`,
  );
  const sum = api.rows.reduce((total, row) => total + Number(row.datasets ?? 0), 0);
  expect(counted.getRowsJson()).toEqual([[api.total, sum]]);
  connection.closeSync();
});

for (const basis of ["corrected", "file"] as const)
  test(`the SQL of every indicator opens and answers as the API does, basis ${basis}`, async ({
    page,
    request,
  }) => {
    const { indicators } = (await (
      await request.get(`/api/v1/editions/demo/indicators?basis=${basis}`)
    ).json()) as { indicators: { id: string }[] };
    expect(indicators.length).toBeGreaterThan(20);
    await open(page, `/explorer?edition=demo&basis=${basis}`);
    for (const { id } of indicators) {
      // The link of the indicator's page, followed without leaving the engine that is awake.
      const html = await (await request.get(`/indicateurs/${id}?edition=demo&basis=${basis}`)).text();
      const href = decoded(/href="(\/explorer\?[^"]+)"/.exec(html)![1]!);
      const opened = await (await request.get(href)).text();
      const sql = decoded(/<textarea[^>]*>\n?([^<]*)<\/textarea>/.exec(opened)![1]!);
      await run(page, sql);
      const api = (await (
        await request.get(`/api/v1/editions/demo/indicators/${id}?basis=${basis}`)
      ).json()) as Indicator;
      const found = await rowsOf(page);
      const columns = Object.keys(found[0]!);
      const pick = (row: Record<string, unknown>) => JSON.stringify(columns.map((column) => row[column]));
      expect(found.map(pick).sort(), id).toEqual(api.rows.map(pick).sort());
    }
  });

test("the link of an indicator leads there, and the query is kept in the address", async ({ page }) => {
  await page.goto("/indicateurs/themes?edition=demo");
  await page.getByRole("link", { name: "Ouvrir dans l’explorateur" }).click();
  await expect(page).toHaveURL(/\/explorer\?.*sql=/);
  await expect(editor(page)).toHaveValue(/actors\('demo', 'corrected'\)/);
  // Reached by the router, from a page with its own policy: the engine works all the same.
  await run(page);
  await expect(answer(page).locator("tbody tr").first()).toBeVisible();

  const long = `SELECT 'é ~ & + # %' AS odd\n-- ${"a long remark; ".repeat(60)}`;
  await editor(page).fill(long);
  await expect(page).toHaveURL(/sql=%7E|sql=~/);
  await page.reload();
  await expect(editor(page)).toHaveValue(long);
  await editor(page).fill("SELECT 2 AS deux");
  await expect(page).toHaveURL(/sql=SELECT\+2/);
  await page.locator("header a[hreflang=en]").click();
  await expect(page).toHaveURL(/\/en\/explorer/);
  await expect(editor(page)).toHaveValue("SELECT 2 AS deux");
  const refused = await page.request.get("/explorer?edition=demo&sql=~broken!");
  expect(refused.status()).toBe(404);
});

test("a fault is told in plain words with its place, and names are written by a press", async ({ page }) => {
  await open(page);
  await run(page, "SELECT name,\n  popullation\nFROM organisations");
  const fault = page.getByRole("alert").filter({ hasText: "La requête n’a pas abouti" });
  await expect(fault).toContainText("Un nom n’existe pas");
  await expect(fault).toContainText("Ligne 2, colonne 3");
  await expect(fault).toContainText("population");
  await page.getByRole("button", { name: "Aller à l’erreur" }).click();
  expect(await editor(page).evaluate((field: HTMLTextAreaElement) => field.selectionStart)).toBe(
    "SELECT name,\n  ".length,
  );

  await run(page, "SELEC 1");
  await expect(fault).toContainText("La phrase SQL est mal formée");
  await expect(fault).toContainText("Ligne 1, colonne 1");

  await editor(page).fill("SELECT count(*) AS n FROM ");
  await page.getByRole("button", { name: "Écrire platforms", exact: true }).click();
  await expect(editor(page)).toHaveValue("SELECT count(*) AS n FROM platforms");
  await run(page);
  await expect(answer(page).locator("tbody tr")).toHaveCount(1);
});

test("a long query is stopped, a large result is cut and says so", async ({ page }) => {
  await open(page);
  await run(page, "SELECT * FROM range(150000)");
  await expect(page.getByText("seules les 100 000 premières sont gardées")).toBeVisible();
  await editor(page).fill(
    "SELECT count(*) FROM range(10000000) a, range(1000000) b WHERE a.range + b.range = 7",
  );
  await editor(page).press("Control+Enter");
  await page.getByRole("button", { name: "Arrêter" }).click();
  await expect(page.getByText(/Requête arrêtée|le moteur a été fermé/)).toBeVisible({ timeout: 20_000 });
  await run(page, "SELECT 41 + 1 AS n");
  await expect(answer(page).locator("tbody")).toContainText("42");
});

test("the policies are strict: WebAssembly for the worker alone", async ({ request }) => {
  const policy = async (address: string) =>
    (await request.get(address)).headers()["content-security-policy"] ?? "";
  expect(await policy("/explorer")).toBe(await policy("/methode"));
  expect(await policy("/explorer")).not.toContain("wasm");
  const { version } = JSON.parse(await readFile("node_modules/@duckdb/duckdb-wasm/package.json", "utf8")) as {
    version: string;
  };
  const worker = await request.get(`/engine/${version}/duckdb-browser-eh.worker.js`);
  expect(worker.headers()["content-security-policy"]).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
  );
  expect(worker.headers()["cache-control"]).toContain("immutable");
  // Sent packed, at the size that the page states.
  for (const [coding, sent] of [
    ["gzip, deflate, br, zstd", "br"],
    ["gzip", "gzip"],
    ["identity", undefined],
  ] as const) {
    const packed = await request.get(`/engine/${version}/duckdb-eh.wasm`, {
      headers: { "Accept-Encoding": coding },
    });
    expect(packed.headers()["content-encoding"], coding).toBe(sent);
    expect((await packed.body()).subarray(0, 4).toString("latin1"), coding).toBe("\0asm");
  }
  for (const address of ["/engine/0.0.0/duckdb-eh.wasm", `/engine/${version}/package.json`])
    expect((await request.get(address)).status(), address).toBe(404);
});

test("without JavaScript the page says what it needs and leads elsewhere", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL!, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/explorer?edition=demo");
  const words = page.locator(".explorer-noscript");
  await expect(words).toBeVisible();
  expect(await words.textContent()).toContain("il lui faut JavaScript et WebAssembly");
  const links = await words.locator("a").evaluateAll((all) => all.map((one) => one.getAttribute("href")!));
  expect(links).toHaveLength(3);
  for (const href of links) expect((await page.request.get(href)).status(), href).toBe(200);
  await context.close();
});

for (const [locale, scheme, viewport] of [
  ["fr", "light", VIEWPORTS.desktop],
  ["en", "dark", VIEWPORTS.phone],
] as const)
  test(`the explorer is accessible and fits, ${locale}, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize(viewport);
    await open(page, `${locale === "en" ? "/en" : ""}/explorer?edition=demo`);
    await expectAccessible(page);
    await run(page);
    await expectAccessible(page);
    await run(page, "SELECT nope FROM organisations");
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      viewport.width,
    );
    // The page ends with its footer.
    const below = await page.evaluate(
      () => document.documentElement.scrollHeight - document.body.getBoundingClientRect().height,
    );
    expect(below).toBeLessThanOrEqual(1);
  });
