import { AxeBuilder } from "@axe-core/playwright";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures";
import { ownFolder, startOwnServer, stopOwnServers, type OwnServer } from "./support/own-server";

const DEMO = "data/editions/demo";

test.describe("two editions", () => {
  let server: OwnServer;
  test.beforeAll(async () => {
    const folder = ownFolder();
    const later = join(folder, "editions", "demo-later");
    mkdirSync(later);
    const manifest = JSON.parse(readFileSync(join(DEMO, "edition.json"), "utf8"));
    const title = { fr: "Démonstration, plus tard", en: "Demonstration, later" };
    writeFileSync(
      join(later, "edition.json"),
      JSON.stringify({ ...manifest, id: "demo-later", title, asOf: "2030-01-01" }),
    );
    // The first two organisations are gone, and nothing else is changed.
    const [header, , , ...rows] = readFileSync(join(DEMO, "organisations.csv"), "utf8").split("\n");
    writeFileSync(join(later, "organisations.csv"), [header, ...rows].join("\n"));
    writeFileSync(join(later, "plateformes.csv"), readFileSync(join(DEMO, "plateformes.csv")));
    server = await startOwnServer({}, folder);
  });
  test.afterAll(stopOwnServers);

  test("what came and went is listed, and indicators stand side by side", async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.url}/donnees/comparer?edition=demo-later`);
    await expect(page.locator("h1")).toHaveText("Entre deux éditions");
    await expect(page.getByRole("status").first()).toContainText(/(^|\D)2\D/);
    await expect(page.locator("#liste tbody tr")).toHaveCount(2);
    await expect(page.locator("#liste tbody")).toContainText("disparue", { ignoreCase: true });
    const actors = page.getByRole("region", { name: "Indicateurs côte à côte" }).locator("tbody tr").first();
    await expect(actors.locator("td").last()).toHaveText("−2");
    const api = await page.request.get(`${server.url}/api/v1/editions/demo-later/changes?from=demo`);
    expect((await api.json()).total).toBe(2);
    // The other way round, the same two appeared.
    await page.goto(`${server.url}/en/donnees/comparer?edition=demo&from=demo-later`);
    await expect(page.locator("#liste tbody tr")).toHaveCount(2);
    await expect(page.locator("#liste tbody")).toContainText("appeared", { ignoreCase: true });
    await context.close();
  });
});

test("an edition that can be compared with none says so", async ({ page }) => {
  await page.goto("/donnees/comparer?edition=demo");
  await expect(page.locator("main")).toContainText("Aucune autre édition chargée ne peut être comparée");
});

test.describe("organisations side by side", () => {
  test.use({ javaScriptEnabled: false, expectedProblems: [/404/] });
  test("are added by name, taken away, kept in the address, and downloaded", async ({ page, request }) => {
    const { rows } = await (
      await request.get("/api/v1/editions/demo/organisations?page_size=5&datasets=3-5")
    ).json();
    const [first, second] = rows as { siren: string; name: string }[];
    await page.goto(`/organisations/${first!.siren}?edition=demo`);
    await page.getByRole("link", { name: "Comparer à d’autres" }).click();
    await expect(page.getByRole("region", { name: "Côte à côte" }).locator("thead th")).toHaveText([
      "Fait",
      first!.name,
    ]);
    await page.locator("#comparer-q").fill(second!.siren);
    await page.locator("main button[type=submit]").click();
    await page.locator(".comparison-found a").click();
    await expect(page).toHaveURL(new RegExp(`siren=${first!.siren},${second!.siren}`));
    const table = page.getByRole("region", { name: "Côte à côte" });
    await expect(table.locator("thead th")).toHaveText(["Fait", first!.name, second!.name]);
    const file = await request.get(
      (await page.getByRole("link", { name: "Ces lignes en CSV" }).getAttribute("href"))!,
    );
    expect((await file.text()).trim().split("\r\n")).toHaveLength(3);
    await page.locator(".chips a").first().click();
    await expect(table.locator("thead th")).toHaveText(["Fait", second!.name]);
  });

  test("five, or what is no SIREN, are not found; one the edition lacks is named", async ({ page }) => {
    const five = ["111111111", "222222222", "333333333", "444444444", "555555555"].join(",");
    expect((await page.goto(`/organisations/comparer?siren=${five}`))?.status()).toBe(404);
    expect((await page.goto("/organisations/comparer?siren=12"))?.status()).toBe(404);
    expect((await page.goto("/organisations/comparer?siren=999999999&edition=demo"))?.status()).toBe(200);
    await expect(page.getByRole("alert")).toContainText("999999999");
  });
});

for (const [locale, scheme, width] of [
  ["fr", "light", 1440],
  ["en", "dark", 390],
] as const) {
  test(`comparisons are accessible and fit in ${locale}, ${scheme}, ${width} px`, async ({
    page,
    request,
  }) => {
    const { rows } = await (await request.get("/api/v1/editions/demo/organisations?page_size=4")).json();
    const siren = (rows as { siren: string }[]).map((row) => row.siren).join(",");
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    for (const path of [
      "/donnees/comparer?edition=demo",
      `/organisations/comparer?edition=demo&siren=${siren}`,
    ]) {
      await page.goto(`${locale === "en" ? "/en" : ""}${path}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
        width,
      );
      expect((await new AxeBuilder({ page }).analyze()).violations, path).toEqual([]);
    }
  });
}
