import { randomUUID } from "node:crypto";
import { expect, expectAccessible, test, VIEWPORTS } from "./fixtures";
import { area, asEditor, linkTo, panel, press, writeNote } from "./support/editor";
import { hydrated } from "./support/hydrated";

const ORGANISATION = "999999931";
/** Where the way to write stands: what it is about, and the page it is on. */
const PLACES = [
  { what: "a KPI", path: "/?edition=demo", target: "indicator/opening-rate", link: ".kpi a.annotate-mark" },
  {
    what: "an organisation's row",
    path: "/organisations?edition=demo&q=999999931",
    target: `organisation/${ORGANISATION}`,
    link: "tbody a.annotate-mark",
  },
  { what: "the edition", path: "/en?edition=demo", target: "edition", link: "main .annotate a" },
] as const;

for (const { what, path, target, link } of PLACES)
  test(`a note is written in a panel beside ${what}, and is there when published`, async ({
    page,
    context,
    baseURL,
  }) => {
    await asEditor(context, baseURL);
    const body = `Note ${randomUUID()}`;
    await page.setViewportSize(VIEWPORTS.desktop);
    await page.goto(path);
    const opener = await hydrated(linkTo(page, link, target));
    await opener.focus();
    await page.keyboard.press("Enter");
    await expect(panel(page)).toBeVisible();
    await expect(page).toHaveURL(/\/admin\/annotations\/nouvelle\?/);
    await expect(area(page), "what is written first has the focus").toBeFocused();
    // The page is still there beside it, narrower.
    await expect(page.locator("main h1").first()).toBeVisible();
    const [side, main] = [await panel(page).boundingBox(), await page.locator("main").boundingBox()];
    expect(main!.x + main!.width).toBeLessThanOrEqual(side!.x + 1);
    await expect(opener).toBeInViewport();

    await page.keyboard.press("Escape");
    await expect(panel(page)).toHaveCount(0);
    await expect(page).toHaveURL(new RegExp(`${path.replace(/[?/]/g, "\\$&")}$`));
    await expect(opener).toBeFocused();

    await opener.click();
    await area(page).fill(body);
    // Reloaded, the address is a page; what was typed is there.
    await expect(page.locator(".draft-line")).toContainText(/Brouillon enregistré|Draft saved/);
    await page.reload();
    await expect(panel(page)).toHaveCount(0);
    await expect(page.locator("main textarea[name=body]")).toHaveValue(body);
    await page.goBack();
    await opener.click();
    await expect(area(page)).toHaveValue(body);
    await press(page, "publish");
    await expect(panel(page)).toContainText(/Note publiée|Note published/);
    await expect(page.locator("main, .footnotes").getByText(body).first()).toBeAttached();
    await page.locator(".panel-close").click();
    await expect(panel(page)).toHaveCount(0);
    await expect(page.locator(`${link}[href*="${encodeURIComponent(target)}"]`).first()).toBeFocused();
  });

test("a note saved in its panel goes on keeping what is typed after it", async ({
  page,
  context,
  baseURL,
}) => {
  await asEditor(context, baseURL);
  await page.goto("/organisations?edition=demo&q=999999931");
  await linkTo(page, "tbody a.annotate-mark", `organisation/${ORGANISATION}`).click();
  await area(page).fill("Une phrase.");
  await press(page, "save");
  await expect(page).toHaveURL(/\/admin\/annotations\/[0-9a-f-]{36}/);
  await expect(page.locator(".draft-line")).toHaveText("");
  await area(page).fill("Une phrase. Une autre.");
  await expect(page.locator(".draft-line")).toContainText("Brouillon enregistré");
  await page.reload();
  await expect(area(page)).toHaveValue("Une phrase. Une autre.");
});

test.describe("when the network is away", () => {
  test.use({ expectedProblems: [/Failed to load resource|ERR_INTERNET_DISCONNECTED/] });
  test("what is typed stays, is kept when it is back, and closing asks before it is lost", async ({
    page,
    context,
    baseURL,
  }) => {
    await asEditor(context, baseURL);
    await page.setViewportSize(VIEWPORTS.desktop);
    await page.goto("/organisations?edition=demo&q=999999931");
    await linkTo(page, "tbody a.annotate-mark", `organisation/${ORGANISATION}`).click();
    await expect(area(page)).toBeVisible();
    await context.setOffline(true);
    await area(page).fill("À mi-phrase");
    await expect(page.locator(".draft-line")).toContainText("pas encore sauvegardé");
    await press(page, "publish");
    await expect(panel(page).getByRole("alert").first()).toContainText("votre texte reste ici");
    await expect(area(page)).toHaveValue("À mi-phrase");
    let asked = "";
    page.once("dialog", (dialog) => {
      asked = dialog.message();
      void dialog.dismiss();
    });
    await area(page).focus();
    await page.keyboard.press("Escape");
    await expect.poll(() => asked).toContain("n’est pas sauvegardé");
    await expect(panel(page)).toBeVisible();
    await context.setOffline(false);
    await expect(page.locator(".draft-line")).toContainText(/Brouillon enregistré à \d\d\sh\s\d\d/, {
      timeout: 40_000,
    });
    await press(page, "publish");
    await expect(panel(page)).toContainText("Note publiée");
  });
});

test("on a phone the panel covers the page and holds the focus; in both themes and languages all is accessible", async ({
  page,
  context,
  baseURL,
}) => {
  await asEditor(context, baseURL);
  await writeNote(page, "column/latitude", `Téléphone ${randomUUID()}`);
  for (const [prefix, theme] of [
    ["", "light"],
    ["/en", "dark"],
  ] as const) {
    await page.emulateMedia({ colorScheme: theme });
    for (const viewport of [VIEWPORTS.phone, VIEWPORTS.desktop]) {
      await page.setViewportSize(viewport);
      await page.goto(`${prefix}/organisations?edition=demo&q=999999931`);
      await linkTo(page, "tbody a.annotate-mark", `organisation/${ORGANISATION}`).click();
      await area(page).fill("**Un** texte");
      await press(page, "preview");
      await expect(page.locator(".note-preview strong")).toHaveText("Un");
      const modal = await panel(page).evaluate((dialog) => dialog.matches(":modal"));
      expect(modal).toBe(viewport === VIEWPORTS.phone);
      if (modal) expect((await panel(page).boundingBox())!.width).toBe(viewport.width);
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await expect(panel(page)).toHaveCount(0);
    }
    await page.setViewportSize(VIEWPORTS.phone);
    await page.goto(`${prefix}/admin/annotations`);
    await expectAccessible(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  }
});

test("whoever must sign in first comes back to the very form", async ({ page }) => {
  await page.goto("/admin/annotations/nouvelle?edition=demo&cible=column/siren");
  await expect(page).toHaveURL(/\/connexion\?retour=/);
  const back = new URL(page.url()).searchParams.get("retour");
  expect(new URL(back ?? "", page.url()).pathname).toBe("/admin/annotations/nouvelle");
  expect(new URL(back ?? "", page.url()).searchParams.get("cible")).toBe("column/siren");
});
