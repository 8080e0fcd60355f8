import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { EDITIONS, expect, expectAccessible, test, useTheme } from "./fixtures";
import { independent, percent } from "./support/reading";

const PICTURES = `/api/v1/editions/${EDITIONS.demo}/indicators`;

/** Width and height that a PNG says of itself. */
const sizeOf = (png: Buffer) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) });

test("every indicator is drawn as SVG that is well-formed, and as PNG of the same size", async ({
  page,
  request,
}) => {
  const { indicators } = await (await request.get(PICTURES)).json();
  await page.goto("/");
  for (const { id } of indicators as { id: string }[]) {
    const answer = await request.get(`${PICTURES}/${id}/chart.svg?lang=en`);
    expect(answer.status(), id).toBe(200);
    expect(answer.headers()["content-type"]).toContain("image/svg+xml");
    const svg = await answer.text();
    const read = await page.evaluate((text) => {
      const found = new DOMParser().parseFromString(text, "image/svg+xml");
      const root = found.documentElement;
      return {
        fault: found.querySelector("parsererror")?.textContent ?? null,
        size: [root.getAttribute("width"), root.getAttribute("height")].map(Number),
        words: root.textContent,
      };
    }, svg);
    expect(read.fault, id).toBeNull();
    expect(read.words).toContain("Demonstration edition");
    expect(read.words).toContain(`/en/indicateurs/${id}?edition=demo`);
    const png = await request.get(`${PICTURES}/${id}/chart.png?lang=en`);
    expect(png.headers()["content-type"]).toBe("image/png");
    const { width, height } = sizeOf(await png.body());
    expect([width, height], id).toEqual(read.size);
  }
});

test("a picture says the numbers that a separate program finds", async ({ request }) => {
  const rate = independent(EDITIONS.demo, "corrected").indicators["opening-rate"] as {
    numerator: number;
    denominator: number;
  };
  const svg = await (await request.get(`${PICTURES}/opening-rate/chart.svg`)).text();
  expect(svg).toContain(percent(rate.numerator / rate.denominator));
});

test("pictures refuse what they can’t honour, by its name", async ({ request }) => {
  for (const [address, status] of [
    [`${PICTURES}/by-type/chart.gif`, 404],
    [`${PICTURES}/nope/chart.svg`, 404],
    [`${PICTURES}/by-type/chart.svg?lang=de`, 400],
    [`${PICTURES}/by-type/chart.svg?show=map`, 400],
    [`${PICTURES}/by-type/chart.png?theme=auto`, 400],
    ["/embed/indicateurs/nope", 404],
    ["/embed/indicateurs/by-type?edition=nope", 404],
    ["/embed/indicateurs/by-type?couleur=bleu", 400],
    ["/api/oembed", 404],
    ["/api/oembed?url=https://example.org/indicateurs/by-type", 404],
  ] as const) {
    const answer = await request.get(address);
    expect(answer.status(), address).toBe(status);
    expect(answer.headers()["content-type"], address).toContain("application/problem+json");
  }
});

test("one address alone may be framed by others, and runs nothing", async ({ request }) => {
  const policyOf = async (address: string) =>
    (await request.get(address)).headers()["content-security-policy"] ?? "";
  for (const frame of ["/embed/indicateurs/by-type", "/en/embed/indicateurs/by-region?show=map"]) {
    expect(await policyOf(frame)).toContain("frame-ancestors *");
    expect(await policyOf(frame)).toContain("default-src 'none'");
    expect(await (await request.get(frame)).text()).not.toContain("<script");
  }
  for (const page of [
    "/",
    "/en",
    "/indicateurs/by-type",
    "/organisations",
    "/embed",
    "/embed/indicateurs/a/b",
    "/api/health/live",
  ])
    expect(await policyOf(page), page).toContain("frame-ancestors 'none'");
});

/** Another site whose one page frames an address. */
async function otherSite(frame: string): Promise<{ server: Server; address: string }> {
  const server = createServer((_, answer) => {
    answer.setHeader("Content-Type", "text/html; charset=utf-8");
    answer.end(
      `<!doctype html><html lang="fr"><title>Ailleurs</title><link rel="icon" href="data:,">${frame}</html>`,
    );
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

test.describe("in the page of another site", () => {
  test.use({ expectedProblems: [/^reached out: http:\/\/127\.0\.0\.1/] });
  test("the frame that oEmbed gives shows the figure, its table and the way back", async ({
    browser,
    page,
    request,
    baseURL,
  }) => {
    await page.goto("/en/indicateurs/by-region");
    const offered = await page.locator('link[type="application/json+oembed"]').getAttribute("href");
    await page.goto("/en/indicateurs/by-region?basis=file");
    const ofFile = await page.locator('link[type="application/json+oembed"]').getAttribute("href");
    const asPublished = await (await request.get(ofFile ?? "")).json();
    expect(asPublished.html, "what is seen").toContain("basis=file");
    expect(asPublished.thumbnail_url).toContain("basis=file");
    const oembed = await (await request.get(offered ?? "")).json();
    expect(oembed).toMatchObject({ version: "1.0", type: "rich", width: 960 });
    const thumbnail = await (await request.get(oembed.thumbnail_url)).body();
    // Of a PNG, bytes 16 to 23 are its width and height.
    expect([thumbnail.readUInt32BE(16), thumbnail.readUInt32BE(20)]).toEqual([
      oembed.thumbnail_width,
      oembed.thumbnail_height,
    ]);
    const narrow = await (await request.get(`${offered}&maxwidth=400`)).json();
    expect(narrow, "no larger than asked").not.toHaveProperty("thumbnail_url");
    const { server, address } = await otherSite(oembed.html);
    // A context of its own: the site framing us is not ours to watch.
    const context = await browser.newContext({ javaScriptEnabled: false });
    try {
      const other = await context.newPage();
      await other.goto(address);
      const frame = other.frameLocator("iframe");
      await expect(frame.locator("svg").first()).toBeVisible();
      await expect(frame.locator("svg text", { hasText: "Bretagne" }).first()).toBeVisible();
      await frame.locator("summary").click();
      await expect(frame.getByRole("row", { name: /Bretagne/ })).toBeVisible();
      const back = await frame.getByRole("link").getAttribute("href");
      expect(back).toBe(`${baseURL}/en/indicateurs/by-region?edition=demo`);
    } finally {
      await context.close();
      server.close();
    }
  });
});

for (const theme of ["light", "dark"] as const)
  test(`a frame is accessible and fits a phone, ${theme}`, async ({ page }) => {
    await useTheme(page, theme);
    for (const address of [
      "/embed/indicateurs/by-type",
      "/en/embed/indicateurs/by-region?show=map",
      "/embed/indicateurs/region-matrix",
    ]) {
      await page.setViewportSize({ width: 360, height: 700 });
      await page.goto(address);
      await page.locator("summary").click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      await expectAccessible(page);
    }
  });

test("a figure offers its pictures, and the lines that embed it", async ({ page, request }) => {
  await page.goto("/indicateurs/by-type");
  const figure = page.locator("main figure").first();
  await figure.getByText("Télécharger").click();
  for (const name of ["Image SVG", "Image PNG"]) {
    const href = await figure.getByRole("link", { name }).getAttribute("href");
    expect((await request.get(href ?? "")).status(), name).toBe(200);
  }
  await figure.getByText("Intégrer").click();
  const lines = await figure.getByRole("textbox", { name: "Lignes à coller" }).inputValue();
  const src = /src="([^"]+)"/.exec(lines)?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect(src).toContain("/embed/indicateurs/by-type?edition=demo");
  expect((await request.get(src)).status()).toBe(200);
});

test("single things have an image of their own where they are shared", async ({ page, request }) => {
  for (const path of ["/indicateurs/by-type", "/en/territoires/35", "/en/territoires/BRE-53"]) {
    await page.goto(path);
    const image = (await page.locator('meta[property="og:image"]').getAttribute("content")) ?? "";
    expect(image).toContain(
      `${path.startsWith("/en") ? path.replace("/en", "/share/en") : `/share/fr${path}`}.png`,
    );
    const answer = await request.get(image);
    expect(answer.status()).toBe(200);
    expect(sizeOf(await answer.body())).toEqual({ width: 1200, height: 630 });
  }
  for (const missing of [
    "/share/fr/organisations/000000000.png",
    "/share/de/indicateurs/by-type.png",
    "/share/fr/indicateurs/by-type",
  ])
    expect((await request.get(missing)).status(), missing).toBe(404);
});
