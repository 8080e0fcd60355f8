import { expect, test } from "./fixtures";

const CASES = [
  ["/nulle-part", "fr", "Cette page n’existe pas"],
  ["/journal/nulle-part.json", "fr", "Cette page n’existe pas"],
  ["/en/nulle-part/plus-loin", "en", "This page does not exist"],
  ["/organisations?type=XYZ", "fr", "Cette vue n’existe pas"],
  ["/en?edition=absente", "en", "This view does not exist"],
] as const;

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false, expectedProblems: [/status of 404/] });

  for (const [address, language, title] of CASES)
    test(`${address} is not found, in words`, async ({ page }) => {
      const answer = await page.goto(address);
      expect(answer?.status()).toBe(404);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await expect(page).toHaveTitle(new RegExp(title));
      // Home, and the search.
      await expect(page.getByRole("main").getByRole("link")).toHaveCount(2);
    });
});

test("a file that is not there is not found, and what asks for a favicon is given the icon", async ({
  request,
}) => {
  expect((await request.get("/nothing.txt")).status()).toBe(404);
  const icon = await request.get("/favicon.ico");
  expect(icon.headers()["content-type"]).toContain("image/svg+xml");
});
