import { EDITIONS, expect, expectAccessible, localised, test, useTheme, VIEWPORTS } from "./fixtures";

/** A visitor looks at one organisation: who it is, where it publishes, how it stands, what its row had wrong. */
const edition = EDITIONS.real ?? EDITIONS.demo;
const at = (path: string) => `${path}${path.includes("?") ? "&" : "?"}edition=${edition}`;

type Row = { siren: string; name: string };
type Card = Row & {
  datasets: number | null;
  local_url: string | null;
  peers: { key: string; position: number | null; known: number }[];
};

for (const [locale, theme, size] of [
  ["fr", "light", "desktop"],
  ["en", "dark", "phone"],
] as const)
  test(`organisations are accessible and fit in ${locale}, ${theme}, ${size}`, async ({ page, request }) => {
    const list = (await (
      await request.get(`/api/v1/editions/${edition}/organisations?page_size=3&sort=-datasets`)
    ).json()) as { rows: Row[] };
    await page.setViewportSize(VIEWPORTS[size]);
    await useTheme(page, theme);
    for (const { siren, name } of list.rows) {
      await page.goto(localised(at(`/organisations/${siren}`), locale));
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
      await expectAccessible(page);
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(tooWide, `${siren} is wider than the screen`).toBeLessThanOrEqual(0);
    }
  });

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a name of the list leads to the organisation, which says what the API says", async ({
    page,
    request,
  }) => {
    await page.goto(localised(at("/organisations?sort=-datasets"), "en"));
    await page.locator("tbody th a").first().click();
    await expect(page).toHaveURL(/\/organisations\/\d{9}/);
    const siren = /organisations\/(\d{9})/.exec(page.url())?.[1] ?? "";
    const card = (await (
      await request.get(`/api/v1/editions/${edition}/organisations/${siren}`)
    ).json()) as Card;
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(card.name);
    for (const { position, known } of card.peers)
      await expect(page.getByText(new RegExp(`${position}(st|nd|rd|th) of ${known}`)).first()).toBeVisible();
    const outside = await page
      .locator("main a[href^='http']")
      .evaluateAll((all) => all.map((a) => a.getAttribute("rel")));
    for (const rel of outside)
      expect(rel?.split(" ")).toEqual(expect.arrayContaining(["nofollow", "noopener"]));
  });
});

test("an unknown SIREN is not found, and named when the register knows it", async ({ request }) => {
  const unknown = await request.get(localised(at("/organisations/000000000"), "en"));
  expect(unknown.status()).toBe(404);
  expect(await unknown.text()).toContain("This organisation is not in the edition");
  const list = (await (
    await request.get(
      `/api/v1/editions/${edition}/bound-authorities?type=COM&page_size=1&sort=-population&open=${EDITIONS.real ? "false" : "none"}`,
    )
  ).json()) as { rows: Row[] };
  const [closed] = list.rows;
  const answer = await request.get(localised(at(`/organisations/${closed!.siren}`), "en"));
  expect(answer.status()).toBe(404);
  expect(await answer.text()).toContain(`In the register it is that of ${closed!.name}`);
});

test("the API gives one organisation with an ETag, and a problem for none", async ({ request }) => {
  const list = (await (
    await request.get(`/api/v1/editions/${edition}/organisations?page_size=1`)
  ).json()) as { rows: Row[] };
  const address = `/api/v1/editions/${edition}/organisations/${list.rows[0]!.siren}`;
  const first = await request.get(address);
  expect(await first.json()).toMatchObject(list.rows[0]!);
  const again = await request.get(address, { headers: { "If-None-Match": first.headers().etag ?? "" } });
  expect(again.status()).toBe(304);
  const none = await request.get(`/api/v1/editions/${edition}/organisations/000000000`);
  expect(none.status()).toBe(404);
  expect(none.headers()["content-type"]).toContain("application/problem+json");
});
