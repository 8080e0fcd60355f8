import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test, useTheme as showIn, VIEWPORTS } from "./fixtures";
import { makeAccount, PASSWORD, someAddress, type Account } from "./support/accounts";
import { organisations, platforms, sirenAt } from "./support/edition-files";
import { ownFolder, startOwnServer, stopOwnServers } from "./support/own-server";

// One server, whose editions these tests change in turn, and another on the same folders that must see it.
test.describe.configure({ mode: "serial" });
let own: string;
let other: string;
let editions: string;
let admin: Account;
test.use({ baseURL: async ({}, provide) => provide(own) });

test.beforeAll(async () => {
  const folder = ownFolder();
  own = (await startOwnServer({}, folder)).url;
  other = (await startOwnServer({}, folder)).url;
  editions = join(folder, "editions");
  admin = await makeAccount("admin", { STATE_DIR: join(folder, "state") });
});
test.afterAll(stopOwnServers);

async function signIn(page: Page): Promise<void> {
  await page.context().setExtraHTTPHeaders(someAddress());
  await page.goto("/connexion");
  await page.locator("main [name=email]").fill(admin.email);
  await page.locator("main [name=password]").fill(PASSWORD);
  await page.locator("main .button-main").click();
  await expect(page).toHaveURL(/\/admin$/);
}

async function fillIn(page: Page, id: string): Promise<void> {
  const fields = { id, "title-fr": "Édition d’essai", "title-en": "Trial edition", "as-of": "2023-01-31" };
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name="${name}"]`).fill(value);
  await page.locator("[name=kind]").selectOption("demo");
}

const send = (page: Page) => page.getByRole("button", { name: "Envoyer et contrôler" }).click();
/** How many organisations a server answers for an edition; the status when it answers none. */
async function answered(base: string, id: string): Promise<number> {
  const response = await fetch(`${base}/api/v1/editions/${id}/organisations?page_size=1`);
  return response.ok ? ((await response.json()) as { total: number }).total : response.status;
}
// Within how long is what several-machines.spec.ts tells; here the other process has just been given work to do.
const seen = (id: string, total: number) =>
  expect.poll(() => answered(other, id), { timeout: 10_000, intervals: [50] }).toBe(total);
/** What is left in the folder besides the editions and their versions. */
const leftovers = () => readdirSync(editions).filter((name) => /^\.(staging|publishing)/.test(name));

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a damaged file is refused with its line, what was typed stays; a good one is read, published, gone back on", async ({
      page,
    }, { retry }) => {
      // A store on a server keeps the notes of a first try.
      const id = `essai${javaScriptEnabled ? "" : "-sans"}-${retry}`;
      await signIn(page);
      await page.goto("/admin/editions");
      await fillIn(page, id);
      await page.locator("[name=organisations]").setInputFiles(organisations(20, '"guillemet ouvert,COM\n'));
      await send(page);
      // The header and twenty rows before it.
      await expect(
        page.locator(".edition-sender").getByRole("alert").filter({ hasText: "organisations.csv" }),
      ).toContainText("organisations.csv, ligne 22 : un guillemet ouvert");
      await expect(page.locator("[name=id]")).toHaveValue(id);
      await expect(page.locator("[name=title-fr]")).toHaveValue("Édition d’essai");
      await expect(page.locator("[name=kind]")).toHaveValue("demo");
      expect(leftovers()).toEqual([]);
      expect(await answered(own, id)).toBe(404);

      await page.locator("[name=organisations]").setInputFiles(organisations(700));
      await page.locator("[name=plateformes]").setInputFiles(platforms());
      await send(page);
      await expect(page.locator("h1")).toHaveText("Édition d’essai, en attente");
      await expect(page.getByText("Comparée à l’édition servie Édition de démonstration")).toBeVisible();
      // 700 of 1,060 rows are a third fewer.
      await expect(page.getByText("s’écarte de plus de 20").first()).toBeVisible();
      const actors = page
        .getByRole("row")
        .filter({ has: page.getByRole("rowheader", { name: "Acteurs", exact: true }) });
      await expect(actors.locator("td")).toHaveText(["1 060", "700", "−360", "1 060", "700", "−360"]);
      await page.getByRole("link", { name: "Valeur inutilisable" }).click();
      await expect(page).toHaveURL(/gravite=error/);
      const first = page.locator(".edition-remarks tbody tr").first();
      await expect(first.locator("th")).toHaveText(/^organisations\.csv:\d+$/);
      expect(await answered(own, id)).toBe(404);

      await page.locator("[name=confirmed]").check();
      await page.getByRole("button", { name: "Publier l’édition" }).click();
      await expect(page.getByText(`L’édition ${id} est publiée.`)).toBeVisible();
      expect(await answered(own, id)).toBe(700);
      await seen(id, 700);
      await page.goto(`/?edition=${id}`);
      await expect(page.locator("main")).toContainText("700");

      // A note on an organisation that the next version has no more.
      const siren = sirenAt(690);
      await page.goto(`/admin/annotations/nouvelle?edition=${id}&cible=organisation/${siren}`);
      await page.locator("textarea[name=body]").fill("Encore là.");
      await page.locator("button[name=intent][value=publish]").click();
      await expect(page).toHaveURL(/fait=publish/);
      const orphans = page.locator(".attention li li").filter({ hasText: `${id} · organisation/${siren}` });
      await page.goto("/admin");
      await expect(orphans).toHaveCount(0);

      // The same id again replaces it; going back is one action.
      await page.goto(`/admin/editions?remplacer=${id}#envoyer`);
      await expect(page.locator("[name=title-en]")).toHaveValue("Trial edition");
      await page.locator("[name=organisations]").setInputFiles(organisations(650));
      await send(page);
      await expect(page.getByText(`Elle remplacerait l’édition ${id}`)).toBeVisible();
      await page.locator("[name=confirmed]").check();
      await page.getByRole("button", { name: "Publier l’édition" }).click();
      await expect(page.getByText(`L’édition ${id} est publiée.`)).toBeVisible();
      expect(await answered(own, id)).toBe(650);
      await page.goto("/admin");
      await expect(orphans).toContainText("Encore là.");
      await page.goto(`/journal?edition=${id}`);
      await expect(page.locator("main"), "it is lost to nobody").toContainText("Encore là.");
      await page.goto("/admin/editions");
      await page.getByRole("button", { name: `Revenir à cette version (${id},` }).click();
      await expect(page.getByText(`L’édition ${id} est revenue à la version choisie`)).toBeVisible();
      expect(await answered(own, id)).toBe(700);
      await seen(id, 700);
      expect(leftovers()).toEqual([]);
      await page.goto("/admin");
      await expect(orphans, "what it is about is back").toHaveCount(0);
      await page.goto("/admin/editions");

      const entry = page
        .locator(".edition-entry")
        .filter({ has: page.locator("code", { hasText: new RegExp(`^${id}$`) }) });
      await entry.locator("summary").click();
      await entry.getByRole("checkbox").check();
      await entry.getByRole("button", { name: "Retirer l’édition" }).click();
      await expect(page.getByText(`L’édition ${id} n’est plus servie`)).toBeVisible();
      expect(await answered(own, id)).toBe(404);
      await seen(id, 404);
    });
  });

test("the whole check is a file, the same as the command’s; discarding leaves nothing", async ({ page }) => {
  await signIn(page);
  await page.goto("/admin/editions");
  await fillIn(page, "controle");
  await page.locator("[name=organisations]").setInputFiles(organisations(30));
  await send(page);
  const link = page.getByRole("link", { name: "Télécharger le contrôle entier" });
  const total = Number(/^\d+/.exec(await page.locator(".edition-remarks [role=status]").innerText())![0]);
  const text = await (await page.request.get((await link.getAttribute("href"))!)).text();
  const lines = text.trim().split("\n");
  expect(lines).toHaveLength(total);
  for (const line of lines)
    expect(line).toMatch(/^(organisations|plateformes)\.csv(:\d+)?: (\w+: )?(error|warning|info): /);
  await page.getByRole("button", { name: "Écarter sans publier" }).click();
  await expect(page.getByText("L’édition en attente est écartée")).toBeVisible();
  expect(readdirSync(`${editions}/.uploads`)).toEqual([]);
  await expect(page.getByText("Ce serveur fonctionne hors ligne")).toBeVisible();
});

test("the pages are accessible and fit a phone, in both themes and languages", async ({ page }) => {
  await signIn(page);
  await page.goto("/admin/editions");
  await fillIn(page, "telephone");
  await page.locator("[name=organisations]").setInputFiles(organisations(30));
  await send(page);
  await expect(page.locator("h1")).toHaveText("Édition d’essai, en attente");
  const [id] = readdirSync(`${editions}/.uploads`);
  await page.setViewportSize(VIEWPORTS.phone);
  for (const path of ["/admin/editions", `/admin/editions/${id}`])
    for (const [prefix, theme] of [
      ["", "light"],
      ["/en", "dark"],
    ] as const) {
      await showIn(page, theme);
      await page.goto(`${prefix}${path}`);
      await expect(page.locator("h1")).toBeVisible();
      await expectAccessible(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, path).toBeLessThanOrEqual(VIEWPORTS.phone.width);
    }
});
