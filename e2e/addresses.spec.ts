import { EDITIONS, expect, test } from "./fixtures";

/** What search engines, devices and sites that link here are told. */
const edition = EDITIONS.demo;

test("a page names its own address in each language, without the views of it", async ({ page }) => {
  for (const [asked, path] of [
    [`/organisations?edition=${edition}&type=COM&sort=-population&page=2&basis=file`, "/organisations"],
    [`/territoires/BRE-53?edition=${edition}`, "/territoires/BRE-53"],
    ["/methode", "/methode"],
    ["/en/methode", "/methode"],
  ] as const) {
    await page.goto(asked);
    const english = asked.startsWith("/en");
    const origin = new URL((await page.locator('link[rel="canonical"]').getAttribute("href")) ?? "").origin;
    const fr = origin + path;
    const en = `${origin}/en${path}`;
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", english ? en : fr);
    await expect(page.locator('link[hreflang="fr"]')).toHaveAttribute("href", fr);
    await expect(page.locator('link[hreflang="en"]')).toHaveAttribute("href", en);
    await expect(page.locator('link[hreflang="x-default"]')).toHaveAttribute("href", fr);
    await expect(page.locator('meta[property="og:url"]')).toHaveAttribute("content", english ? en : fr);
  }
});

test("the site map lists pages that are there, in both languages, and robots.txt names it", async ({
  request,
}) => {
  const robots = await (await request.get("/robots.txt")).text();
  expect(robots).toMatch(/^Disallow: \/admin$/m);
  expect(robots).toMatch(/^Sitemap: \S+\/sitemap\.xml$/m);
  const map = await (await request.get("/sitemap.xml")).text();
  const paths = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url ?? "").pathname);
  expect(paths).toContain("/territoires/2A");
  expect(paths).toContain("/en/methode");
  expect(paths).not.toContain("/recherche");
  expect(new Set(paths).size).toBe(paths.length);
  const sample = paths.filter((_, index) => index % 29 === 0);
  for (const path of sample) expect((await request.get(path)).status(), path).toBe(200);
});

test("the manifest and the image of a shared page are real", async ({ page, request }) => {
  await page.goto(`/?edition=${edition}`);
  const image = new URL((await page.locator('meta[property="og:image"]').getAttribute("content")) ?? "");
  const manifest = (await (await request.get("/manifest.webmanifest")).json()) as {
    icons: { src: string }[];
  };
  for (const address of [image.pathname + image.search, ...manifest.icons.map(({ src }) => src)]) {
    const answer = await request.get(address);
    expect(answer.status(), address).toBe(200);
    expect(answer.headers()["content-type"]).toMatch(/^image\/(png|svg)/);
  }
  expect((await request.get("/share/fr.png?edition=none")).status()).toBe(404);
  expect((await request.get("/share/de.png")).status()).toBe(404);
});

test("the method has an anchor for each word, indicator and finding", async ({ page }) => {
  await page.goto(`/methode?edition=${edition}`);
  for (const id of [
    "bound_authority",
    "datasets",
    "indicator-opening-rate",
    "finding-region_from_department",
  ])
    await expect(page.locator(`[id="${id}"]`)).toHaveCount(1);
  const twice = await page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    return ids.filter((id, index) => ids.indexOf(id) !== index);
  });
  expect(twice).toEqual([]);
});
