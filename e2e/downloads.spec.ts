import { readFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import { expect, expectAccessible, test, useTheme } from "./fixtures";
import { records } from "./support/reading";

const LIST =
  "/organisations?edition=demo&type=DEP&columns=name,type,population&sort=-population&page_size=100";

test("the menu says what it gives, and the file is what the page shows", async ({ page }) => {
  await page.goto(LIST);
  const shown = await page.getByRole("rowheader").allInnerTexts();
  const menu = page.locator("details", { hasText: "Télécharger" });
  await menu.locator("summary").click();
  await expect(menu).toContainText(`${shown.length} lignes, 3 colonnes`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    menu.getByRole("link", { name: /^CSV/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("observatoire-demo-organisations.csv");
  const [header, ...lines] = records(await readFile(await download.path(), "utf8"));
  expect(header).toEqual(["name", "type", "population"]);
  expect(lines.map(([name]) => name)).toEqual(shown);
});

test("every file of the menu comes whole, named, with its length or its end", async ({ page }) => {
  await page.goto(LIST);
  const links = page.locator("details", { hasText: "Télécharger" }).locator("a");
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  // GeoJSON needs the coordinates among the columns: this list does not show them.
  expect(addresses).toHaveLength(7);
  for (const address of addresses) {
    const answer = await page.request.get(address);
    expect(answer.status(), address).toBe(200);
    const body = await answer.body();
    expect(body.length, address).toBeGreaterThan(100);
    if (address.includes("format=parquet")) expect(body.subarray(-4).toString()).toBe("PAR1");
    if (address.includes("format=pack"))
      expect(Object.keys(unzipSync(body))).toContain("observatoire-demo-organisations.csv");
    if (address.includes("dialect=excel-fr")) expect(body.subarray(0, 3).toString("hex")).toBe("efbbbf");
  }
});

test("the description of a file is at its own address", async ({ request }) => {
  const address = "/api/v1/editions/demo/organisations?type=DEP&columns=siren";
  const file = await request.get(`${address}&format=csv`);
  const [, described] = /<([^>]+)>; rel="describedby"/.exec(file.headers().link ?? "") ?? [];
  const description = await (await request.get(described ?? "")).json();
  expect(description).toMatchObject({ edition: "demo", fictitious: true, columns: 1 });
  expect(description.rows).toBe(records(await file.text()).length - 1);
  expect(description.filters.en).toBe("Type: Département");
  expect(description.sources[0].sha256).toMatch(/^[0-9a-f]{64}$/);
  const head = await request.head(`${address}&format=parquet`);
  expect(head.status()).toBe(200);
  expect((await head.body()).length).toBe(0);
});

test.describe("on a phone, without JavaScript", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  test("the menu opens within the screen", async ({ page }) => {
    await page.goto(LIST);
    await page.locator("summary", { hasText: "Télécharger" }).click();
    const box = await page.locator(".downloads-panel").boundingBox();
    expect(box!.x).toBeGreaterThanOrEqual(0);
    expect(box!.x + box!.width).toBeLessThanOrEqual(390);
  });
});

for (const theme of ["light", "dark"] as const)
  test(`the open menu is accessible, ${theme}`, async ({ page }) => {
    await useTheme(page, theme);
    await page.goto(LIST);
    await page.locator("summary", { hasText: "Télécharger" }).click();
    await expectAccessible(page);
  });
