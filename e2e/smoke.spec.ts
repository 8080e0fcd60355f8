import { EDITIONS, expect, localised, test } from "./fixtures";

test("the server says that it lives and that it is ready", async ({ request }) => {
  for (const address of ["/api/health/live", "/api/health/ready"]) {
    const answer = await request.get(address);
    expect(answer.status(), address).toBe(200);
    expect(answer.headers()["content-type"], address).toContain("application/json");
  }
});

for (const locale of ["fr", "en"] as const) {
  for (const edition of [EDITIONS.demo, EDITIONS.real]) {
    test(`the overview opens in ${locale} on ${edition ?? "the real files"}`, async ({ page }) => {
      test.skip(edition === undefined, "the real files are not here (REAL_DATA_DIR)");
      const answer = await page.goto(`${localised("/", locale)}?edition=${edition}`);
      expect(answer?.status()).toBe(200);
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    });
  }
}
