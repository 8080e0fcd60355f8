import { EDITIONS, expect, expectAccessible, localised, LOOKS, test, useTheme, VIEWPORTS } from "./fixtures";

/** A reader looks for something by its name, by keyboard alone, and gets there. */
const edition = EDITIONS.demo;
const api = (query: string) => `/api/v1/editions/${edition}/search?${query}`;

test("a name typed in the window leads to its page, keeping the view", async ({ page }) => {
  await page.goto(`/organisations?edition=${edition}&basis=file`);
  const button = page.getByRole("button", { name: "Rechercher" });
  await button.focus();
  await page.keyboard.press("Control+k");
  const field = page.getByRole("dialog").getByRole("combobox");
  await expect(field).toBeFocused();
  await expect(page.getByRole("dialog").getByRole("option").first()).toHaveText(/Vue d’ensemble/);
  await field.fill("ile-de-fr");
  const chosen = page.getByRole("dialog").getByRole("option", { selected: true });
  await expect(chosen).toContainText("Île-de-France");
  await expect(field).toHaveAttribute("aria-activedescendant", (await chosen.getAttribute("id")) ?? "");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/territoires/IDF-11?basis=file&edition=${edition}`);
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("arrows go round the results, Escape gives the focus back, counts are announced", async ({ page }) => {
  await page.goto(`/organisations?edition=${edition}`);
  const button = page.getByRole("button", { name: "Rechercher" });
  await button.click();
  const dialog = page.getByRole("dialog", { name: "Rechercher" });
  await dialog.getByRole("combobox").fill("sous");
  await expect(dialog.getByRole("status")).toHaveText(/^\d[\d\u202f]* résultats$/);
  await expect(dialog.getByRole("option", { name: /organisations dans la liste/ })).toBeVisible();
  const first = await dialog.getByRole("option", { selected: true }).textContent();
  await page.keyboard.press("ArrowUp");
  await expect(dialog.getByRole("option").last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await expect(dialog.getByRole("option", { selected: true })).toHaveText(first ?? "");
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
});

test("one key opens the search and the list of shortcuts, unless turned off or typing", async ({ page }) => {
  await page.goto(`/organisations?edition=${edition}`);
  await page.getByRole("searchbox").fill("a/b?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Raccourcis clavier" });
  await list.getByRole("checkbox").uncheck();
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
});

test("every result leads to a list that counts as many", async ({ request }) => {
  const answer = (await (await request.get(api("q=sous"))).json()) as {
    groups: { entity: string; total: number }[];
  };
  const found = answer.groups.find(({ entity }) => entity === "organisation");
  const list = await request.get(`/api/v1/editions/${edition}/organisations?q=sous&page_size=1`);
  expect(found?.total).toBe(((await list.json()) as { total: number }).total);
  expect((await request.get(api("limit=51"))).status()).toBe(400);
  expect((await request.get("/api/v1/editions/none/search?q=a")).status()).toBe(404);
});

for (const [locale, theme, size] of LOOKS)
  test(`window, shortcuts and page are accessible in ${locale}, ${theme}, ${size}`, async ({ page }) => {
    await useTheme(page, theme);
    await page.setViewportSize(VIEWPORTS[size]);
    await page.goto(`${localised("/recherche", locale)}?q=sous&edition=${edition}`);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").getByRole("combobox").fill("sous");
    await expect(page.getByRole("option", { selected: true })).toContainText(/sous/i);
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await expect(page.locator("dialog.shortcuts")).toBeVisible();
    await expectAccessible(page);
  });

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("the header leads to a page that finds as much", async ({ page }) => {
    await page.goto(`/?edition=${edition}`);
    await page.getByRole("button", { name: "Rechercher" }).click();
    await page.getByRole("searchbox").fill("bretagne");
    await page.getByRole("main").getByRole("button", { name: "Rechercher" }).click();
    await expect(page).toHaveURL(`/recherche?edition=${edition}&q=bretagne`);
    await page.getByRole("main").getByRole("link", { name: "Bretagne", exact: true }).click();
    await expect(page).toHaveURL(`/territoires/BRE-53?edition=${edition}`);
  });
});

test.describe("a search that can’t be honoured", () => {
  test.use({ expectedProblems: [/404/] });
  test("is not found", async ({ page }) => {
    expect((await page.goto("/recherche?q=a&q=b"))?.status()).toBe(404);
  });
});
