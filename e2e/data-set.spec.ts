import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./fixtures";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const FILES = "/api/v1/editions/demo/files";

test("a source file is the published one, with its hash, less what names a person", async ({ request }) => {
  for (const name of ["organisations.csv", "plateformes.csv"]) {
    const published = readFileSync(`data/editions/demo/${name}`);
    const answer = await request.get(`${FILES}/${name}`);
    const headers = answer.headers();
    const sent = await answer.body();
    expect(headers["x-source-sha256"]).toBe(sha256(published));
    expect(headers["x-content-sha256"]).toBe(sha256(sent));
    expect(headers["content-disposition"]).toBe(`attachment; filename="observatoire-demo-${name}"`);
    const emptied = Number(headers["x-emptied-cells"]);
    const addresses = published.toString("utf8").match(/[\w.+-]+@[\w-]+\.\w+/g) ?? [];
    expect(sent.toString("utf8")).not.toMatch(/[\w.+-]+@[\w-]+\.\w/);
    if (emptied === 0) expect(sent.equals(published)).toBe(true);
    else expect(headers["x-notice"]).toContain(`${emptied} cells`);
    expect(emptied).toBeGreaterThanOrEqual(addresses.length);
    const again = await request.get(`${FILES}/${name}`, { headers: { "If-None-Match": headers.etag! } });
    expect([again.status(), (await again.body()).length]).toEqual([304, 0]);
  }
  expect((await request.get(`${FILES}/edition.json`)).status()).toBe(404);
  const refused = await request.get(`${FILES}/organisations.csv?type=COM`);
  expect([refused.status(), (await refused.json()).errors[0].parameter]).toEqual([400, "type"]);
});

test("programs read the edition as DCAT and schema.org", async ({ request, page }) => {
  for (const [end, type] of [
    ["ttl", "text/turtle"],
    ["jsonld", "application/ld+json"],
  ]) {
    for (const address of [`/api/v1/dcat.${end}`, `/api/v1/editions/demo/dcat.${end}`]) {
      const answer = await request.get(address);
      expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, `${type}; charset=utf-8`]);
      expect(await answer.text()).toContain("/api/v1/editions/demo/files/organisations.csv");
    }
  }
  await page.goto("/en/donnees?edition=demo");
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').first().textContent())!);
  expect(data["@type"]).toBe("Dataset");
  for (const { contentUrl, sha256: hash } of data.distribution)
    expect(sha256(await (await request.get(new URL(contentUrl).pathname)).body())).toBe(hash);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("the page says what each file, column and score is, and leads to the rows of each fault", async ({
    page,
    request,
  }) => {
    await page.goto("/donnees?edition=demo");
    const { files } = await (await request.get("/api/v1/editions/demo/schema")).json();
    const table = page.getByRole("region", { name: "Colonnes de organisations.csv" });
    await expect(table.locator("tbody tr")).toHaveCount(files[0].columns.length);
    const trust = page.getByRole("region", { name: "Score de confiance" }).locator("tbody tr").last();
    await expect(trust).toContainText("67,7");
    await expect(
      page.getByRole("region", { name: "Les neuf critères de data.gouv.fr" }).locator("tbody tr"),
    ).toHaveCount(9);
    const fault = page
      .getByRole("region", { name: "Ce que la lecture a trouvé" })
      .locator("tbody tr")
      .first();
    const count = await fault.locator("td").nth(2).textContent();
    await fault.getByRole("link").click();
    await expect(page).toHaveURL(/\/donnees\/qualite\?/);
    await expect(page.getByRole("status").first()).toContainText(new RegExp(`(^|\\D)${count}(\\D|$)`));
  });
});

for (const [locale, scheme, width] of [
  ["fr", "light", 1440],
  ["en", "dark", 390],
] as const) {
  test(`the data set is accessible and fits in ${locale}, ${scheme}, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(`${locale === "en" ? "/en" : ""}/donnees?edition=demo`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}
