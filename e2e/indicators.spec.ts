import { unzipSync } from "fflate";
import { readCsv, readNdjson, readXlsx } from "../tests/support/read-back";
import { EDITIONS, expect, expectAccessible, localised, test, useTheme, VIEWPORTS } from "./fixtures";
import { numberIn, percent, written } from "./support/reading";

type Indicator = {
  id: string;
  unit: string;
  value: number | null;
  name: { fr: string; en: string };
};
type Headlines = {
  indicators: (Indicator & {
    numerator?: number | null;
    denominator?: number | null;
    published: { unit: string; value: number }[];
  })[];
  provenance: { dictionary: { column: string; kind: "text" | "number" }[] };
};
const edition = EDITIONS.real ?? EDITIONS.demo;

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the index leads to a page for each indicator, which says the API's value on both bases", async ({
    page,
  }) => {
    for (const basis of ["corrected", "file"]) {
      const answer = await page.request.get(`/api/v1/editions/${edition}/indicators?basis=${basis}`);
      const { indicators } = (await answer.json()) as { indicators: Indicator[] };
      await page.goto(`/indicateurs?edition=${edition}&basis=${basis}`);
      for (const { id, name } of indicators)
        await expect(page.locator(`#${id}`).getByRole("link", { name: name.fr, exact: true })).toBeVisible();
      for (const { id, name, unit, value } of indicators) {
        const opened = await page.goto(`/indicateurs/${id}?edition=${edition}&basis=${basis}`);
        expect(opened?.status(), id).toBe(200);
        await expect(page.getByRole("heading", { level: 1, name: name.fr, exact: true })).toBeVisible();
        const shown = value === null ? "—" : unit === "ratio" ? percent(value) : written(value);
        await expect(page.locator(".indicator-head strong"), id).toHaveText(shown);
        await expect(page.getByRole("region", { name: "Requête exécutée" }), id).toContainText(
          `$basis = '${basis}'`,
        );
        await expect(page.getByRole("table").first(), id).toBeAttached();
      }
    }
  });

  test("the index gives all headlines in every file, as the API says them", async ({ page }) => {
    for (const basis of ["corrected", "file"]) {
      await page.goto(`/indicateurs?edition=${edition}&basis=${basis}`);
      const menu = page.locator("details.downloads");
      await menu.locator("summary").click();
      await expect(menu).toContainText("22 lignes, 9 colonnes");
      const links = await menu
        .locator("a")
        .evaluateAll((all) => all.map((link) => link.getAttribute("href")!));
      const file = async (what: string) => {
        const answer = await page.request.get(links.find((href) => href.includes(what)) ?? "");
        expect(answer.status(), what).toBe(200);
        expect(answer.headers()["content-disposition"]).toContain(`"observatoire-${edition}-indicators.`);
        return answer.body();
      };
      const api = `/api/v1/editions/${edition}/indicators?basis=${basis}`;
      const { indicators, provenance } = (await (await page.request.get(api)).json()) as Headlines;
      expect(provenance).toMatchObject({ edition, basis, rows: 22, columns: 9 });
      const columns = provenance.dictionary.map(({ column, kind }) => ({ key: column, kind }));
      const { rows } = readCsv(await file("format=csv"), columns);
      expect(rows).toMatchObject(
        indicators.map(({ id, unit, value, name, numerator = null, denominator = null, published }) => ({
          ...{ id, unit, value, label_fr: name.fr, label_en: name.en, numerator, denominator },
          published_value: published.find((figure) => figure.unit === unit)?.value ?? null,
        })),
      );
      expect(readCsv(await file("dialect=excel-fr"), columns, ";", ",").rows).toEqual(rows);
      expect(readNdjson(await file("format=ndjson"))).toEqual(rows);
      expect((await readXlsx(await file("format=xlsx"), columns)).rows).toEqual(rows);
      const pack = unzipSync(await file("format=pack"));
      expect(readCsv(Buffer.from(pack[`observatoire-${edition}-indicators.csv`]!), columns).rows).toEqual(
        rows,
      );
      expect((await page.request.get(`${api}&format=geojson`)).status()).toBe(400);
    }
  });

  test("the rows it promises are as many as the list shows", async ({ page }) => {
    for (const id of ["open-authorities", "opening-rate", "platforms", "associated-actors"]) {
      await page.goto(`/indicateurs/${id}?edition=${edition}`);
      const link = page.getByRole("link", { name: /^Voir les .* lignes$/ });
      const promised = numberIn(await link.innerText());
      expect(promised, id).toBeGreaterThan(0);
      await link.click();
      expect(numberIn(await page.getByRole("status").innerText()), id).toBe(promised);
    }
  });

  test("the two bases stand side by side, as the API says them", async ({ page }) => {
    const rateOn = async (basis: string) => {
      const answer = await page.request.get(
        `/api/v1/editions/${edition}/indicators/opening-rate?basis=${basis}`,
      );
      return (await answer.json()) as { numerator: number; denominator: number };
    };
    await page.goto(`/indicateurs/opening-rate?edition=${edition}`);
    const bases = page.locator(".bases");
    for (const [basis, words] of [
      ["corrected", "Base corrigée"],
      ["file", "Base du fichier"],
    ] as const) {
      const { numerator, denominator } = await rateOn(basis);
      await expect(bases.locator("div").filter({ hasText: words })).toContainText(
        `${written(numerator)} sur ${written(denominator)}`,
      );
    }
  });
});

for (const theme of ["light", "dark"] as const)
  for (const locale of ["fr", "en"] as const)
    test(`indicators are accessible and within a phone's width, ${theme}, ${locale}`, async ({ page }) => {
      await useTheme(page, theme);
      for (const path of ["/indicateurs", "/indicateurs/by-type", "/indicateurs/region-matrix"])
        for (const viewport of [VIEWPORTS.phone, VIEWPORTS.desktop]) {
          await page.setViewportSize(viewport);
          await page.goto(`${localised(path, locale)}?edition=${edition}`);
          await expectAccessible(page);
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(overflow, path).toBe(0);
        }
    });

test.describe("an indicator that is none", () => {
  test.use({ expectedProblems: [/status of 404/] });
  test("is not found", async ({ page }) => {
    expect((await page.goto("/indicateurs/constructor"))?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
});
