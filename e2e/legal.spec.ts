import { expect, localised, test } from "./fixtures";

for (const locale of ["fr", "en"] as const)
  test(`the legal notice in ${locale} is one link away, names who runs the site, and readers get no cookie`, async ({
    page,
    context,
  }) => {
    for (const path of ["/", "/organisations", "/territoires", "/indicateurs/by-type", "/signaler"]) {
      await page.goto(localised(path, locale));
      const link = page.locator("footer").getByRole("link", {
        name: locale === "fr" ? "Mentions légales" : "Legal notice",
      });
      await expect(link, path).toHaveAttribute(
        "href",
        new RegExp(`^${localised("/mentions-legales", locale)}`),
      );
    }
    await page.goto(localised("/mentions-legales", locale));
    await expect(page.getByRole("main")).toContainText("Association d’essai, 1 rue des Données");
    await expect(page.getByRole("main")).toContainText(
      locale === "fr" ? "Hébergeur : non renseigné" : "Host: not stated",
    );
    await expect(page.getByRole("link", { name: "contact@essai.example" })).toHaveAttribute(
      "href",
      "mailto:contact@essai.example",
    );
    expect(await context.cookies()).toEqual([]);
  });
