import { EDITIONS, expect, expectAccessible, localised, test, useTheme, VIEWPORTS } from "./fixtures";

/** A visitor looks for their territory: on the map, in its table, and on its page. */
const edition = EDITIONS.real ?? EDITIONS.demo;
const PAGES = [
  "/territoires",
  "/territoires?level=department&measure=datasets&points=1",
  "/territoires/BRE-53",
  "/territoires/35",
  "/territoires/NC",
];
const at = (path: string) => `${path}${path.includes("?") ? "&" : "?"}edition=${edition}`;

type Breakdown = {
  rows: { key: string; open: number; total: number; rate: number | null; datasets: number | null }[];
};

for (const [locale, theme, size] of [
  ["fr", "light", "desktop"],
  ["en", "dark", "phone"],
] as const)
  test(`territories are accessible and fit in ${locale}, ${theme}, ${size}`, async ({ page }) => {
    await page.setViewportSize(VIEWPORTS[size]);
    await useTheme(page, theme);
    for (const path of PAGES) {
      await page.goto(localised(at(path), locale));
      await expectAccessible(page);
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(tooWide, `${path} is wider than the screen`).toBeLessThanOrEqual(0);
    }
  });

test("each shape says what the indicator says, and leads to its territory", async ({ page, request }) => {
  for (const [level, indicator, count] of [
    ["region", "by-region", 18],
    ["department", "by-department", 101],
  ] as const) {
    const answer = (await (
      await request.get(`/api/v1/editions/${edition}/indicators/${indicator}`)
    ).json()) as Breakdown;
    await page.goto(localised(at(`/territoires?level=${level}`), "en"));
    const areas = page.locator("svg.map a");
    await expect(areas).toHaveCount(count);
    const drawn = await areas.evaluateAll((all) =>
      all.map((area) => [area.getAttribute("href") ?? "", area.getAttribute("aria-label") ?? ""]),
    );
    for (const [href = "", label = ""] of drawn) {
      const code = /territoires\/([^?]+)/.exec(href)?.[1];
      const row = answer.rows.find(({ key }) => key === code);
      expect(row, href).toBeDefined();
      expect(label).toContain(`(${row!.open} of ${row!.total})`);
      expect(label).toContain(`${(row!.rate! * 100).toFixed(1)}%`);
    }
  }
});

test("beside the map stand the first of its territories, and France", async ({ page, request }) => {
  const { rows, value } = (await (
    await request.get(`/api/v1/editions/${edition}/indicators/by-region`)
  ).json()) as Breakdown & { value: number };
  const rates = rows.flatMap(({ rate }) => (rate === null ? [] : [rate])).toSorted((a, b) => b - a);
  await page.goto(localised(at("/territoires"), "en"));
  const ranking = page.locator(".map-ranking");
  await expect(ranking.getByRole("listitem")).toHaveCount(10);
  await expect(ranking.locator(".bar-value")).toHaveText(
    rates.slice(0, 10).map((rate) => `${(rate * 100).toFixed(1)}%`),
  );
  await expect(ranking).toContainText(`All of France ${(value * 100).toFixed(1)}%`);
});

test("a territory is reached by keyboard, from the map to its page and back", async ({ page }) => {
  await page.goto(localised(at("/territoires"), "en"));
  await page.locator('svg.map a[aria-label^="Bretagne"]').focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Bretagne");
  await page.getByRole("link", { name: "Ille-et-Vilaine" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Ille-et-Vilaine");
  await page
    .getByRole("navigation", { name: "You are here" })
    .getByRole("link", { name: "Bretagne" })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Bretagne");
});

test("bound and not open are what the list of the API says, and their file holds them all", async ({
  page,
  request,
}) => {
  const list = `/api/v1/editions/${edition}/bound-authorities?region=BRE-53`;
  const total = async (filter: string) =>
    ((await (await request.get(`${list}&page_size=1${filter}`)).json()) as { total: number }).total;
  const [bound, closed] = [await total(""), await total("&open=false")];
  // The denominator of the indicator, counted by another question.
  const answer = (await (
    await request.get(`/api/v1/editions/${edition}/indicators/by-region`)
  ).json()) as Breakdown;
  expect(bound).toBe(answer.rows.find(({ key }) => key === "BRE-53")?.total);
  await page.goto(localised(at("/territoires/BRE-53"), "en"));
  const section = page.locator("#assujetties");
  await expect(section).toContainText(`${closed} authorities`);
  const file = await section.getByRole("link", { name: "CSV" }).getAttribute("href");
  const csv = await (await request.get(file!)).text();
  expect(csv.trim().split("\r\n")).toHaveLength(closed + 1);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("the table sorts, the measure changes, the points show, who has no place is told", async ({
    page,
  }) => {
    await page.goto(at("/territoires"));
    await page.getByRole("link", { name: /^Nom/ }).click();
    await expect(page.locator(".list-table tbody tr").first()).toContainText("Auvergne-Rhône-Alpes");
    await page.getByRole("link", { name: "Jeux de données", exact: true }).first().click();
    await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Jeux de données par région");
    await page.getByRole("link", { name: "En points" }).click();
    expect(await page.locator("svg.map circle[data-kind]").count()).toBeGreaterThan(100);
    await expect(page.locator("#non-places")).toContainText("sans place sur la carte");
  });

  test("the authorities that do not publish are paged and sorted", async ({ page }) => {
    await page.goto(at("/territoires/BRE-53?page_size=2"));
    const next = page.getByRole("link", { name: "Suivante" });
    await next.click();
    expect(new URL(page.url()).searchParams.get("page")).toBe("2");
    await page.locator("#assujetties").getByRole("link", { name: /^Nom/ }).click();
    expect(new URL(page.url()).searchParams.get("sort")).toBe("name");
  });
});

test.describe("what can't be honoured", () => {
  test.use({ expectedProblems: [/404/] });
  for (const path of [
    "/territoires/XX",
    "/territoires/988",
    "/territoires?measure=actors",
    "/territoires/35?open=true",
  ])
    test(`${path} is not found`, async ({ page }) => {
      expect((await page.goto(path))?.status()).toBe(404);
    });
});

test("an overseas collectivity says why it has no rate", async ({ page }) => {
  await page.goto(at("/territoires/NC"));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Nouvelle-Calédonie");
  await expect(page.getByRole("main")).toContainText("n’est pas une région");
  await expect(page.locator("svg.map")).toHaveCount(0);
});
