import type { Locator, Page } from "@playwright/test";
import { EDITIONS, expect, test, VIEWPORTS } from "./fixtures";
import { bodyOf, numberIn, written } from "./support/reading";

type Listing = { total: number; rows: Record<string, string | number | null>[] };

const ask = async (page: Page, query: string) => {
  const answer = await page.request.get(`/api/v1/editions/demo/${query}`);
  expect(answer.status(), query).toBe(200);
  return (await answer.json()) as Listing;
};

const status = (page: Page) => page.getByRole("status");
const table = (page: Page) => page.getByRole("table");
const names = async (page: Page) => (await bodyOf(table(page))).map(([name]) => name ?? "");
const menu = (page: Page) => page.locator("details", { hasText: "Télécharger" });
const csv = (page: Page) => menu(page).locator('a[href*="format=csv"]').first();

/** Status, file and filters of the page all tell of the same rows. */
async function expectTotal(page: Page, total: number) {
  await expect(status(page)).toContainText(`${written(total)} ${total < 2 ? "ligne" : "lignes"} sur`);
  await expect(menu(page)).toContainText(total === 0 ? "Aucune ligne" : `${written(total)} ligne`);
}

test("a reader searches without accents or capitals", async ({ page }) => {
  const { rows } = await ask(page, "organisations?page_size=500");
  // Names are written in bare capitals; a reader writes them as in French.
  const wanted = rows.map((row) => String(row.name)).find((name) => /^[A-Z]+E[A-Z-]+$/.test(name)) ?? "";
  const asRead = wanted.toLowerCase().replace("e", "é");
  expect(asRead).toContain("é");

  await page.goto("/organisations?edition=demo");
  const all = numberIn(await status(page).innerText());
  await page.getByRole("searchbox", { name: "Recherche" }).fill(asRead);
  await page.getByRole("searchbox", { name: "Recherche" }).press("Enter");
  await expect(page).toHaveURL(/[?&]q=/);
  await expect.poll(() => names(page)).toContain(wanted);
  const { total } = await ask(page, `organisations?q=${encodeURIComponent(wanted)}`);
  expect(total).toBeLessThan(all);
  await expectTotal(page, total);
  await expect(page.getByRole("searchbox", { name: "Recherche" })).toBeFocused();

  await page.getByRole("link", { name: /Tout effacer/ }).click();
  await expectTotal(page, all);
  await expect(page.getByRole("searchbox", { name: "Recherche" })).toHaveValue("");
});

test("a choice of a facet changes rows, total, chips and the file's name; going back undoes it", async ({
  page,
}) => {
  const region = await ask(page, "organisations?type=REG");
  await page.goto("/organisations?edition=demo");
  const all = numberIn(await status(page).innerText());
  await page.locator("summary", { hasText: /^Type/ }).click();
  const choice = page.getByRole("checkbox", { name: /^Région/ }).first();
  await choice.check();
  await expect(page).toHaveURL(/[?&]type=REG/);
  await expectTotal(page, region.total);
  expect(await table(page).locator("tbody tr").count()).toBe(region.total);
  expect(new Set(await names(page))).toEqual(new Set(region.rows.map((row) => String(row.name))));
  const chips = page.getByRole("list", { name: "Filtres actifs" });
  await expect(chips.getByRole("link", { name: /Région/ })).toBeVisible();
  await expect(csv(page)).toHaveAttribute("href", /type=REG/);

  await page.goBack();
  await expectTotal(page, all);
  await expect(chips).toHaveCount(0);
  await expect(choice).not.toBeChecked();

  await page.goForward();
  await expectTotal(page, region.total);
  await chips.getByRole("link", { name: /Région/ }).click();
  await expectTotal(page, all);
});

test("a reader sorts, turns pages, and no row is seen twice or missed", async ({ page }) => {
  const { total, rows } = await ask(page, "organisations?sort=-population&page_size=100&type=COM");
  expect(total).toBeGreaterThan(50);
  await page.goto("/organisations?edition=demo&type=COM&columns=siren,population");
  const header = page.getByRole("columnheader", { name: /^Population/ });
  await header.getByRole("link").click();
  await expect(header).toHaveAttribute("aria-sort", /ending$/);
  if ((await header.getAttribute("aria-sort")) === "ascending") await header.getByRole("link").click();
  await expect(header).toHaveAttribute("aria-sort", "descending");
  const digits = async () => (await names(page)).map((text) => text.replace(/\D/g, ""));
  const first = await digits();
  await page
    .getByRole("navigation", { name: "Pages de la liste" })
    .getByRole("link", { name: "Suivante" })
    .click();
  await expect(page).toHaveURL(/[?&]page=2/);
  await expect(page.getByText(/^Page 2 sur/)).toBeVisible();
  const expected = rows.map((row) => String(row.siren ?? ""));
  expect([...first, ...(await digits())]).toEqual(expected.slice(0, 100));
});

test("a reader chooses columns and the number of rows", async ({ page }) => {
  await page.goto("/organisations?edition=demo");
  await expect(page.getByRole("columnheader", { name: /^SIREN/ })).toHaveCount(0);
  await page.locator("summary", { hasText: "Colonnes affichées" }).click();
  await page.getByRole("checkbox", { name: "SIREN" }).check();
  await expect(page.getByRole("columnheader", { name: /^SIREN/ })).toBeVisible();
  await page.getByRole("combobox", { name: "Lignes par page" }).selectOption("25");
  await expect(page).toHaveURL(/page_size=25/);
  await expect(table(page).locator("tbody tr")).toHaveCount(25);
  await expect(page.getByRole("columnheader", { name: /^SIREN/ })).toBeVisible();
});

test("a reader chooses, opens and sorts with the keyboard alone", async ({ page }) => {
  const { total } = await ask(page, "organisations?type=REG");
  await page.goto("/organisations?edition=demo");
  await page.locator("summary", { hasText: /^Type/ }).focus();
  await page.keyboard.press("Enter");
  const choice = page.getByRole("checkbox", { name: /^Région/ }).first();
  while (!(await choice.evaluate((box) => box === document.activeElement))) await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expectTotal(page, total);
  await expect(choice, "the next choice is a key away").toBeFocused();
  const sort = page.getByRole("columnheader", { name: /^Population/ }).getByRole("link");
  await sort.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/[?&]sort=-?population/);
  await expectTotal(page, total);
});

test("platforms are searched and filtered as organisations are", async ({ page }) => {
  const { total } = await ask(page, "platforms?technology=CKAN");
  expect(total).toBeGreaterThan(0);
  await page.goto("/plateformes?edition=demo");
  await page.locator("summary", { hasText: /^Technologie/ }).click();
  await page.getByRole("checkbox", { name: /^CKAN/ }).check();
  await expectTotal(page, total);
  expect(await table(page).locator("tbody tr").count()).toBe(total);
});

test("no row: the page says which filter to take away", async ({ page }) => {
  await page.goto("/organisations?edition=demo&type=REG&q=zzzzzz");
  await expectTotal(page, 0);
  await page.getByRole("link", { name: /^Sans.*zzzzzz/ }).click();
  await expectTotal(page, (await ask(page, "organisations?type=REG")).total);
});

test("rows scroll with the page under their header where the columns have room, else beside their names", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/organisations?edition=${EDITIONS.real ?? EDITIONS.demo}`);
  const table = page.getByRole("region", { name: "Organisations" });
  const hidden = () =>
    table.evaluate((box) => [box.scrollHeight - box.clientHeight, box.scrollWidth - box.clientWidth]);
  expect(await hidden()).toEqual([0, 0]);
  await table.getByRole("rowheader").last().scrollIntoViewIfNeeded();
  await expect(table.getByRole("columnheader").first()).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);

  await page.setViewportSize(VIEWPORTS.phone);
  const [, across = 0] = await hidden();
  expect(across).toBeGreaterThan(0);
  await table.evaluate((box) => box.scrollTo({ left: box.scrollWidth }));
  const left = (cell: Locator) => cell.evaluate((one) => Math.round(one.getBoundingClientRect().left));
  expect(await left(table.getByRole("rowheader").first())).toBe((await left(table)) + 1);
  expect(await left(table.getByRole("columnheader").nth(1))).toBeLessThan(await left(table));
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("search, facets, sort, pages and files work", async ({ page }) => {
    await page.goto("/organisations?edition=demo&basis=file");
    await page.locator("summary", { hasText: /^Type/ }).click();
    await page
      .getByRole("checkbox", { name: /^Commune/ })
      .first()
      .check();
    await page.getByRole("button", { name: "Appliquer" }).click();
    await expect(page).toHaveURL(/type=COM/);
    await expect(page).toHaveURL(/basis=file/);
    const { total } = await ask(page, "organisations?type=COM&basis=file");
    await expectTotal(page, total);
    await page
      .getByRole("columnheader", { name: /^Population/ })
      .getByRole("link")
      .click();
    await page.getByRole("link", { name: "Suivante" }).click();
    await expect(page.getByText(/^Page 2 sur/)).toBeVisible();
    await expectTotal(page, total);
    const file = await page.request.get((await csv(page).getAttribute("href")) ?? "");
    expect((await file.text()).trimEnd().split("\r\n")).toHaveLength(total + 1);
    await page.getByRole("link", { name: /Tout effacer/ }).click();
    await page.getByRole("searchbox", { name: "Recherche" }).fill("region");
    await page.getByRole("searchbox", { name: "Recherche" }).press("Enter");
    await expectTotal(page, (await ask(page, "organisations?q=region&basis=file")).total);
  });
});

test.describe("an address that can't be honoured", () => {
  test.use({ expectedProblems: [/status of 404/] });

  for (const [address, parameter] of [
    ["/organisations?edition=demo&regoin=BRE-53", "regoin"],
    ["/organisations?edition=demo&region=BRE-99", "region"],
    ["/en/organisations?page=zero", "page"],
    ["/plateformes?edition=demo&sort=contact", "sort"],
    ["/?edition=1999", "edition"],
    ["/?basis=mine", "basis"],
  ] as const)
    test(`${address} is not found, and the page names ${parameter}`, async ({ page }) => {
      const answer = await page.goto(address);
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole("main").getByRole("code")).toHaveText(new RegExp(`^${parameter}=`));
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    });
});

test("on a phone the filters are a sheet, and the page never scrolls sideways", async ({ page }) => {
  await page.setViewportSize(VIEWPORTS.phone);
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.goto("/organisations?edition=demo");
  expect(await overflow()).toBe(0);
  const search = page.getByRole("searchbox", { name: "Recherche" });
  await expect(search).toBeHidden();
  await page.getByRole("link", { name: /^Filtres/ }).click();
  await expect(page).toHaveURL(/#filtres$/);
  await expect(search).toBeVisible();
  await page.locator("summary", { hasText: /^Type/ }).click();
  await page
    .getByRole("checkbox", { name: /^Région/ })
    .first()
    .check();
  const { total } = await ask(page, "organisations?type=REG");
  await page.getByRole("link", { name: `Voir les ${written(total)} lignes` }).click();
  await expect(search).toBeHidden();
  await expectTotal(page, total);
  expect(await overflow()).toBe(0);
  // The rows scroll inside their own region.
  await page.getByRole("region", { name: "Organisations" }).evaluate((region) => (region.scrollLeft = 200));
  expect(await overflow()).toBe(0);
});

test("a list in English reads in English", async ({ page }) => {
  test.skip(EDITIONS.real === undefined, "the real files are not here (REAL_DATA_DIR)");
  await page.goto("/en/organisations?edition=2022-10&type=REG");
  const { total } = (await (
    await page.request.get("/api/v1/editions/2022-10/organisations?type=REG")
  ).json()) as Listing;
  expect(numberIn(await status(page).innerText())).toBe(total);
  await expect(page.getByRole("list", { name: "Active filters" })).toBeVisible();
});
