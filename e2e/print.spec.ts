import { EDITIONS, expect, test, useTheme } from "./fixtures";

/** On paper: A4, white, whole tables, the filters in force, and how to cite the page. */
const edition = EDITIONS.real ?? EDITIONS.demo;
/** Width of an A4 sheet between its margins of 16 mm, at 96 dots an inch. */
const SHEET = Math.floor(((210 - 32) / 25.4) * 96);

const PAGES = ["/", "/organisations?type=COM,DEP&q=sa", "/plateformes", "/territoires/BRE-53", "/methode"];

for (const path of PAGES)
  test(`${path} fits the sheet and can be cited`, async ({ page }) => {
    await useTheme(page, "dark");
    await page.setViewportSize({ width: SHEET, height: 1000 });
    const address = `${path}${path.includes("?") ? "&" : "?"}edition=${edition}`;
    await page.goto(address);
    await page.emulateMedia({ media: "print" });
    const beyond = await page.evaluate(
      (width) =>
        [...document.querySelectorAll("main :is(th, td, dt, dd, li, p, h1, h2, svg)")]
          .filter((part) => part.checkVisibility() && !part.closest(".sr-only"))
          .map((part) => ({
            text: part.textContent?.slice(0, 40),
            right: part.getBoundingClientRect().right,
          }))
          .filter(({ right }) => right > width + 1),
      SHEET,
    );
    expect(beyond).toEqual([]);
    const cited = page.locator("footer .print-only");
    await expect(cited).toBeVisible();
    await expect(cited).toContainText(address);
    await expect(page.getByRole("navigation", { name: "Navigation principale" })).toBeHidden();
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe("rgb(21, 25, 30)");
  });

test("filters in force are printed, those to choose from are not", async ({ page }) => {
  await page.goto(`/organisations?type=COM,DEP&q=sa&edition=${edition}`);
  await page.emulateMedia({ media: "print" });
  const chips = page.getByRole("list", { name: "Filtres actifs" });
  await expect(chips).toContainText("Commune");
  await expect(chips).toContainText("Département");
  await expect(chips.getByText("Tout effacer")).toBeHidden();
  await expect(page.locator(".filters")).toBeHidden();
  const paper = await page.pdf({ preferCSSPageSize: true });
  // Sheets of 595 by 842 points: A4.
  expect(paper.toString("latin1")).toMatch(/MediaBox ?\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
});

test("the citation is for paper alone", async ({ page }) => {
  await page.goto(`/organisations?edition=${edition}`);
  await expect(page.locator("footer .print-only")).toBeHidden();
});
