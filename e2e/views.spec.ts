import type { Page } from "@playwright/test";
import { EDITIONS, expect, test } from "./fixtures";
import { bodyOf, numberIn } from "./support/reading";

type Listing = { total: number; rows: { name: string; siren?: string }[] };

const ask = async (page: Page, query: string) =>
  (await (await page.request.get(`/api/v1/editions/demo/${query}`)).json()) as Listing;
const status = (page: Page) => page.getByRole("status");
const firstCells = async (page: Page) =>
  (await bodyOf(page.getByRole("table"))).map(([first]) => first ?? "");

test("platforms are searched, sorted and turned page by page", async ({ page }) => {
  const { rows, total } = await ask(page, "platforms?sort=-reuses&page_size=100");
  await page.goto("/plateformes?edition=demo&columns=slug,reuses&sort=-reuses&page_size=25");
  const seen = await firstCells(page);
  await page.getByRole("link", { name: "Suivante" }).click();
  await expect(page.getByText(/^Page 2 sur/)).toBeVisible();
  expect([...seen, ...(await firstCells(page))]).toEqual(
    rows.slice(0, 50).map((row) => (row as unknown as { slug: string }).slug),
  );
  await page.getByRole("searchbox", { name: "Recherche" }).fill("region");
  await page.getByRole("searchbox", { name: "Recherche" }).press("Enter");
  await expect(page).toHaveURL(/[?&]q=region/);
  const found = await ask(page, "platforms?q=region");
  expect(found.total).toBeLessThan(total);
  await expect.poll(async () => numberIn(await status(page).innerText())).toBe(found.total);
});

test("the keyboard alone turns pages and chooses columns", async ({ page }) => {
  await page.goto("/organisations?edition=demo&page_size=25");
  await page.getByRole("link", { name: "Suivante" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Page 2 sur/)).toBeVisible();
  await page.locator("summary", { hasText: "Colonnes affichées" }).focus();
  await page.keyboard.press("Enter");
  const choice = page.getByRole("checkbox", { name: "SIREN" });
  while (!(await choice.evaluate((box) => box === document.activeElement))) await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(page.getByRole("columnheader", { name: /^SIREN/ })).toBeVisible();
});

test("a list keeps its filters from language to language, theme to theme, edition to edition", async ({
  page,
}) => {
  const filters = { type: "COM", sort: "-population", basis: "file", edition: "demo" };
  await page.goto(`/organisations?${new URLSearchParams(filters)}`);
  const total = numberIn(await status(page).innerText());
  await page.getByRole("link", { name: "Read this page in English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  const { pathname, searchParams } = new URL(page.url());
  expect(pathname).toBe("/en/organisations");
  expect(Object.fromEntries(searchParams)).toEqual(filters);
  expect(numberIn(await status(page).innerText())).toBe(total);
  const address = page.url();
  await page.getByRole("button", { name: /^Theme/ }).click();
  expect(page.url()).toBe(address);
  if (EDITIONS.real === undefined) return;
  await page.locator("summary", { hasText: "demo" }).click();
  await page.getByRole("link", { name: /October 2022 snapshot/ }).click();
  await expect(page).toHaveURL(/edition=2022-10/);
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
    ...filters,
    edition: EDITIONS.real,
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("columns and the number of rows are chosen", async ({ page }) => {
    await page.goto("/organisations?edition=demo&type=REG");
    const before = numberIn(await status(page).innerText());
    await page.locator("summary", { hasText: "Colonnes affichées" }).click();
    await page.getByRole("checkbox", { name: "SIREN" }).check();
    await page.getByRole("combobox", { name: "Lignes par page" }).selectOption("25");
    await page.getByRole("button", { name: "Appliquer" }).last().click();
    await expect(page.getByRole("columnheader", { name: /^SIREN/ })).toBeVisible();
    expect(new URL(page.url()).searchParams.get("page_size")).toBe("25");
    expect(numberIn(await status(page).innerText())).toBe(before);
  });

  test("every bar of the overview leads to as many rows as it says", async ({ page, baseURL }) => {
    await page.goto("/?edition=demo");
    const counted = await page
      .locator("figure")
      .filter({ has: page.getByRole("heading", { level: 3 }) })
      .evaluateAll((figures) =>
        figures.flatMap((figure) =>
          [...figure.querySelectorAll<HTMLTableRowElement>("tbody tr")].flatMap((row) => {
            const link = row.querySelector<HTMLAnchorElement>('a[href*="/organisations?"]');
            const value = row.children[1]?.textContent ?? "";
            return link && figure.querySelectorAll("thead th").length <= 3
              ? [{ href: link.href, value }]
              : [];
          }),
        ),
      );
    expect(counted.length).toBeGreaterThan(20);
    for (const { href, value } of counted) {
      const { pathname, search } = new URL(href, baseURL);
      const { total } = await ask(
        page,
        `${pathname.split("/").at(-1)}${search.replace(/edition=[^&]*&?/, "")}`,
      );
      expect(numberIn(value), href).toBe(total);
    }
  });

  test("the figures of the opening sentence lead to as many rows as they say", async ({ page }) => {
    await page.goto("/?edition=demo");
    const links = await page
      .getByRole("heading", { level: 1 })
      .getByRole("link")
      .evaluateAll((all) =>
        all.map((a) => ({ href: (a as HTMLAnchorElement).href, text: a.textContent ?? "" })),
      );
    expect(links.length).toBe(3);
    for (const { href, text } of links.slice(0, 2)) {
      await page.goto(href);
      expect(numberIn(await status(page).innerText()), text).toBe(numberIn(text));
    }
  });
});
