import { EDITIONS, expect, expectAccessible, localised, LOOKS, test, useTheme, VIEWPORTS } from "./fixtures";

/** Every page, in both languages and themes, on a phone and a desk: no fault that axe sees, nothing wider than the screen. */
const PAGES = [
  "/",
  "/organisations?page_size=25",
  "/plateformes?page_size=25",
  "/organisations?type=COM&q=saint&sort=-population&page_size=25",
  "/organisations?q=zzzz",
  "/methode",
  "/accessibilite",
  "/mentions-legales",
];

for (const [locale, theme, size] of LOOKS)
  test(`pages are accessible and fit in ${locale}, ${theme}, ${size}`, async ({ page }) => {
    await page.setViewportSize(VIEWPORTS[size]);
    await useTheme(page, theme);
    for (const path of PAGES) {
      const edition = EDITIONS.real ?? EDITIONS.demo;
      await page.goto(localised(path, locale) + (path.includes("?") ? "&" : "?") + `edition=${edition}`);
      for (const area of await page.locator(".chart-area").all()) {
        await area.scrollIntoViewIfNeeded();
        await expect(area.locator("svg").first()).toBeAttached();
      }
      await page.evaluate(() => scrollTo(0, 0));
      await expectAccessible(page);
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(tooWide, `${path} is wider than the screen`).toBeLessThanOrEqual(0);
    }
  });

test("pages reflow at 320 px, as at 400 % of zoom on a desk", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  const more = [
    "/territoires",
    "/territoires/BRE-53",
    "/indicateurs",
    "/indicateurs/region-matrix",
    "/donnees",
  ];
  const rest = [
    "/donnees/qualite",
    "/journal",
    "/developpeurs",
    "/explorer",
    "/connexion",
    "/recherche?q=data",
  ];
  for (const path of [...PAGES, ...more, ...rest]) {
    await page.goto(path);
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(tooWide, `${path} is wider than the screen`).toBeLessThanOrEqual(0);
  }
});

test("tables opened and filters opened are accessible too", async ({ page }) => {
  await page.setViewportSize(VIEWPORTS.phone);
  await page.goto("/");
  await page
    .locator("details")
    .evaluateAll((all) => all.forEach((details) => ((details as HTMLDetailsElement).open = true)));
  await expectAccessible(page);
  await page.goto("/organisations#filtres");
  await page
    .locator("#filtres details")
    .evaluateAll((all) => all.forEach((details) => ((details as HTMLDetailsElement).open = true)));
  await expectAccessible(page);
});

test.describe("an address that can't be honoured", () => {
  test.use({ expectedProblems: [/404/] });
  test("is not found, and the page names the parameter", async ({ page }) => {
    const answer = await page.goto("/organisations?type=XX");
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("main")).toContainText("type");
    await expectAccessible(page);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("the overview has its figures and tables, the list its filters", async ({ page }) => {
    await page.goto("/?edition=demo");
    await expect(page.getByRole("heading", { level: 1 })).toContainText(/1.060 acteurs/);
    await page.locator("details.twin summary").first().click();
    await expect(page.getByRole("table").first()).toBeVisible();
    await page.goto("/organisations?edition=demo");
    await page.getByRole("searchbox").fill("commune de");
    await page.getByRole("button", { name: "Appliquer" }).click();
    expect(new URL(page.url()).searchParams.get("q")).toBe("commune de");
    await expect(page.getByRole("status")).toContainText("sur 1");
  });
});
