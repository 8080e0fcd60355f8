import type { Page } from "@playwright/test";
import { EDITIONS, expect, test, VIEWPORTS } from "./fixtures";
import { bodyOf, independent, numberIn, percent, records, written, type Basis } from "./support/reading";

const REAL = "the real files are not here (REAL_DATA_DIR)";

type Headline = { id: string; name: { fr: string } };

const card = (page: Page, label: string) =>
  page
    .getByRole("list", { name: "Chiffres clés" })
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: label, exact: true }) });

/** What a French overview says in its cards, compared with the separate program. */
async function expectHeadlines(page: Page, edition: string, basis: Basis) {
  const answer = await page.request.get(`/api/v1/editions/${edition}/indicators`);
  const names = new Map(
    ((await answer.json()) as { indicators: Headline[] }).indicators.map(({ id, name }) => [id, name.fr]),
  );
  const { indicators } = independent(edition, basis);
  for (const id of ["actors", "open-authorities", "associated-actors", "platforms", "datasets"]) {
    const value = indicators[id]?.value ?? NaN;
    expect(value, id).toBeGreaterThan(0);
    await expect(card(page, names.get(id) ?? id), id).toContainText(written(value));
  }
  const { value, numerator, denominator } = indicators["opening-rate"] ?? {};
  const rate = card(page, names.get("opening-rate") ?? "");
  await expect(rate).toContainText(percent(value ?? NaN));
  await expect(rate).toContainText(`${written(numerator ?? NaN)} sur ${written(denominator ?? NaN)}`);
  const covered = indicators["population-coverage"]?.value ?? NaN;
  // The demonstration's SIREN are nobody's: its coverage is unknown, which is not zero.
  await expect(card(page, names.get("population-coverage") ?? "")).toContainText(
    edition === "demo" ? "—" : percent(covered),
  );
}

for (const edition of [EDITIONS.demo, EDITIONS.real])
  for (const basis of ["corrected", "file"] as const)
    test(`the key figures of ${edition ?? "the real files"}, basis ${basis}`, async ({ page }) => {
      test.skip(edition === undefined, REAL);
      if (edition === undefined) return;
      await page.goto(`/?edition=${edition}&basis=${basis}`);
      await expectHeadlines(page, edition, basis);
    });

test("a reader changes basis, then language, and stays on the same view", async ({ page }) => {
  await page.goto("/?edition=demo");
  await page.getByRole("link", { name: "Voir la base du fichier" }).click();
  await expect(page).toHaveURL(/[?&]basis=file/);
  await expectHeadlines(page, "demo", "file");
  await page.getByRole("link", { name: "Read this page in English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  const { pathname, searchParams } = new URL(page.url());
  expect(pathname).toBe("/en");
  expect(Object.fromEntries(searchParams)).toEqual({ edition: "demo", basis: "file" });
  await page.getByRole("link", { name: "Lire cette page en français" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
});

test("a reader changes edition and keeps the basis", async ({ page }) => {
  test.skip(EDITIONS.real === undefined, REAL);
  await page.goto("/?edition=demo&basis=file");
  await expect(page.getByText("toutes les données sont fictives").first()).toBeVisible();
  await page.locator("summary", { hasText: "demo" }).click();
  await page.getByRole("link", { name: /Instantané d’octobre 2022/ }).click();
  await expect(page).toHaveURL(/edition=2022-10/);
  await expect(page).toHaveURL(/basis=file/);
  await expect(page.getByText("toutes les données sont fictives")).toHaveCount(0);
  await expectHeadlines(page, "2022-10", "file");
});

test("the dark theme, once chosen, is there before the page is", async ({ page }) => {
  await page.goto("/");
  const theme = page.getByRole("button", { name: /^Thème/ });
  await theme.click();
  await expect(page.locator("html")).toHaveClass(/light/);
  await theme.click();
  await expect(page.locator("html")).toHaveClass(/dark/);
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector("main")) return;
      document.documentElement.dataset.firstSeen = document.documentElement.className;
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-first-seen", /dark/);
  await expect(theme).toHaveAccessibleName(/sombre/);
  const dark = await page.evaluate(() => getComputedStyle(document.body).color);
  await theme.click();
  await expect(page.locator("html")).toHaveClass(/light/);
  const light = await page.evaluate(() => getComputedStyle(document.body).color);
  expect(dark).not.toBe(light);
});

test("each count leads to its rows, as many as it says", async ({ page }) => {
  await page.goto("/?edition=demo");
  const cards = page.getByRole("list", { name: "Chiffres clés" }).getByRole("listitem");
  const labels = ["Acteurs", "Collectivités ouvertes", "Acteurs associés", "Plateformes"];
  for (const label of labels) {
    const one = cards.filter({ has: page.getByRole("heading", { name: label, exact: true }) });
    const value = numberIn(await one.innerText());
    expect(value, label).toBeGreaterThan(0);
    await one.getByRole("link", { name: label }).click();
    await expect(page, label).toHaveURL(/\/(organisations|plateformes)\?/);
    await expect(page.getByRole("status"), label).toContainText(`${written(value)} lignes`);
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("publient des données ouvertes");
  }
});

test("every figure has its table, and every file the rows of the table", async ({ page }) => {
  await page.goto("/?edition=demo&basis=file");
  const figures = page.getByRole("figure");
  const count = await figures.count();
  expect(count).toBeGreaterThanOrEqual(10);
  for (const figure of await figures.all()) {
    const title = await figure.getByRole("heading", { level: 3 }).innerText();
    await figure.locator("summary", { hasText: "Voir le tableau" }).click();
    const table = figure.getByRole("table");
    await expect(table, title).toBeVisible();
    const shown = await bodyOf(table);

    const address = await figure.locator('a[href*="format=csv"]').first().getAttribute("href");
    expect(address, title).toContain("basis=file");
    const file = await page.request.get(address ?? "");
    expect(file.status(), title).toBe(200);
    expect(file.headers()["content-type"], title).toContain("text/csv");
    const [header = [], ...lines] = records(await file.text());
    expect(lines.length, title).toBe(shown.length);
    lines.forEach((line, index) => {
      const [label, ...cells] = shown[index] ?? [];
      expect(label, title).toBe(line[header.indexOf("label_fr")]);
      const could = line
        .slice(3)
        .flatMap((cell) => (cell === "" ? ["—Inconnu : le fichier ne le dit pas"] : forms(cell)));
      for (const cell of cells) expect(could, `${title}, ${label}`).toContain(plain(cell));
    });
  }
});

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
/** The ways a page may write a file's value. */
const forms = (cell: string) =>
  Number.isNaN(Number(cell)) ? [cell] : [written(Number(cell)), percent(Number(cell))].map(plain);

const TYPES: Record<string, string> = {
  csv: "text/csv",
  json: "application/json",
  ndjson: "application/x-ndjson",
  xlsx: "spreadsheetml.sheet",
  parquet: "application/vnd.apache.parquet",
  pack: "application/zip",
  svg: "image/svg+xml",
  png: "image/png",
};

test("every file linked from the page is there", async ({ page }) => {
  await page.goto("/?edition=demo");
  const addresses = await page
    .locator('a[href^="/api/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const files = [...new Set(addresses)];
  expect(files.filter((address) => address.includes("format=csv")).length).toBeGreaterThanOrEqual(10);
  for (const address of files) {
    const answer = await page.request.get(address);
    expect(answer.status(), address).toBe(200);
    const { pathname, searchParams } = new URL(address, "http://localhost");
    const format = searchParams.get("format") ?? /\.(svg|png)$/.exec(pathname)?.[1] ?? "json";
    expect(answer.headers()["content-type"], address).toContain(TYPES[format]);
  }
});

test("charts are drawn once they come into view", async ({ page }) => {
  await page.goto("/?edition=demo");
  const areas = page.locator("figure [data-kind]");
  expect(await areas.count()).toBeGreaterThanOrEqual(4);
  for (const area of await areas.all()) {
    await area.scrollIntoViewIfNeeded();
    const drawing = area.locator("svg.recharts-surface").first();
    await expect(drawing).toBeVisible();
    await expect(drawing.locator("path[d], rect").first()).toBeAttached();
  }
});

/** Bytes of script that crossed the network, compressed, until `ready` and a quiet network. */
async function scriptWeight(page: Page, ready: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const scripts = new Set<string>();
  const weights = new Map<string, number>();
  session.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    weights.set(requestId, encodedDataLength);
  });
  await page.goto("/?edition=demo");
  await ready();
  await page.waitForLoadState("networkidle");
  expect(scripts.size).toBeGreaterThan(0);
  return [...scripts].reduce((sum, id) => sum + (weights.get(id) ?? NaN), 0);
}

test("the overview needs less than 200 KB of compressed script; the drawing library waits for a chart in view", async ({
  page,
}) => {
  await page.setViewportSize(VIEWPORTS.phone);
  // Named by React once alive: scripts that start with the page have then run.
  const alive = () => expect(page.getByRole("button", { name: /^Thème/ })).toBeVisible();
  const weight = await scriptWeight(page, alive);
  expect(weight, "bytes of compressed script").toBeLessThan(200_000);
  await expect(page.locator("svg.recharts-surface")).toHaveCount(0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("figures, tables, editions, language and files are there", async ({ page }) => {
    await page.goto("/?edition=demo&basis=file");
    await expectHeadlines(page, "demo", "file");
    for (const figure of await page.getByRole("figure").all()) {
      await figure.locator("summary", { hasText: "Voir le tableau" }).click();
      await expect(figure.getByRole("table").getByRole("row").nth(1)).toBeVisible();
      await figure.locator("summary", { hasText: "Télécharger" }).click();
      await expect(figure.getByRole("link", { name: /^CSV/ })).toBeVisible();
    }
    await page.locator("summary", { hasText: "demo" }).click();
    await expect(page.getByRole("link", { name: /démonstration/i }).first()).toBeVisible();
    await page.getByRole("link", { name: "Read this page in English" }).click();
    await expect(page).toHaveURL(/\/en\?/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("open data");
  });
});
