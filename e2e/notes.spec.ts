import type { Page } from "@playwright/test";
import { expect, expectAccessible, test, VIEWPORTS } from "./fixtures";
import { makeAccount, PASSWORD, someAddress } from "./support/accounts";

const NEW = "/admin/annotations/nouvelle?edition=demo&target=";

/** Signs in by the form, as an editor does. */
async function signIn(page: Page): Promise<string> {
  const { email, name } = await makeAccount("editor");
  await page.context().setExtraHTTPHeaders(someAddress());
  await page.goto("/connexion?retour=/admin/annotations");
  const main = page.getByRole("main");
  await main.locator('input[name="email"]').fill(email);
  await main.locator('input[name="password"]').fill(PASSWORD);
  await main.locator('button[type="submit"]').click();
  await expect(page.getByRole("heading", { level: 1, name: "Annotations" })).toBeVisible();
  return name;
}

async function publish(page: Page, target: string, body: string): Promise<string> {
  await page.goto(NEW + target);
  await page.getByLabel("Texte", { exact: true }).fill(body);
  await page.getByRole("button", { name: "Publier", exact: true }).click();
  await expect(page).toHaveURL(/fait=publish/);
  return page.url().split("?")[0] ?? "";
}

test("an editor publishes a note; anyone reads it by its target, in the journal, the API, the feed and the files", async ({
  page,
  browser,
  baseURL,
}) => {
  const name = await signIn(page);
  const body = `Note *${name}* <b onclick="alert(1)">x</b>`;
  const address = await publish(page, "indicator/by-type", body);
  const shown = `Note ${name} <b onclick="alert(1)">x</b>`;

  const reader = await (await browser.newContext({ baseURL })).newPage();
  for (const path of ["/indicateurs/by-type?edition=demo", "/?edition=demo", "/journal?edition=demo"]) {
    await reader.goto(path);
    const note = reader.getByRole("listitem").filter({ hasText: shown }).first();
    await expect(note, path).toBeVisible();
    await expect(note.locator("em"), path).toHaveText(name);
    await expect(note.locator(".note-by"), path).toContainText(name);
    await expect(reader.getByRole("link", { name: /^Annoter/ }), path).toHaveCount(0);
  }
  const api = await reader.request.get("/api/v1/editions/demo/annotations?target=indicator/by-type");
  const { rows } = (await api.json()) as { rows: { body: string; permalink: string }[] };
  expect(rows.map((row) => row.body)).toContain(body);
  const feed = await reader.request.get("/journal.atom?edition=demo");
  expect(feed.headers()["content-type"]).toContain("application/atom+xml");
  expect(await feed.text()).toContain(name);
  const file = await reader.request.get("/api/v1/editions/demo/indicators/by-type?format=metadata");
  expect(await file.text()).toContain(name);

  await page.goto(address);
  await page.getByRole("button", { name: "Retirer" }).click();
  await expect(page).toHaveURL(/fait=withdraw/);
  await reader.goto("/journal?edition=demo");
  await expect(reader.getByText(shown)).toHaveCount(0);
});

test("of two who change a note, the second sees both texts, loses nothing, and history keeps all", async ({
  page,
}) => {
  await signIn(page);
  const address = await publish(page, "edition", "Un premier texte.");
  const other = await page.context().newPage();
  await other.goto(address);
  await page.getByLabel("Texte", { exact: true }).fill("Un deuxième texte.");
  await page.getByRole("button", { name: "Enregistrer et publier" }).click();
  await expect(page).toHaveURL(/fait=save/);

  await other.getByLabel("Texte", { exact: true }).fill("Un autre texte.");
  await other.getByRole("button", { name: "Enregistrer et publier" }).click();
  await expect(other.getByRole("region", { name: /Quelqu’un a modifié/ })).toContainText("deuxième");
  await expect(other.getByLabel("Texte", { exact: true })).toHaveValue("Un autre texte.");
  await other.getByRole("button", { name: "Enregistrer et publier" }).click();
  await expect(other).toHaveURL(/fait=save/);
  await other.getByRole("button", { name: "Restaurer la version 1" }).click();
  await expect(other).toHaveURL(/fait=restore/);
  await expect(other.getByLabel("Texte", { exact: true })).toHaveValue("Un premier texte.");
  await expect(other.locator(".note-history li")).toHaveCount(5);
});

test("what is typed and not saved is there again", async ({ page }) => {
  await signIn(page);
  await page.goto(`${NEW}territory/BRE-53`);
  await page.getByLabel("Texte", { exact: true }).fill("À mi-phr");
  await expect(page.getByText("Brouillon enregistré à")).toBeVisible();
  await page.goto(`${NEW}territory/BRE-53`);
  await expect(page.getByLabel("Texte", { exact: true })).toHaveValue("À mi-phr");
});

test("a target that is none is refused, and the text stays", async ({ page }) => {
  await signIn(page);
  await page.goto(`${NEW}ailleurs`);
  await page.getByLabel("Texte", { exact: true }).fill("Un texte.");
  await page.getByRole("button", { name: "Enregistrer le brouillon" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "corrigez les champs" })).toBeVisible();
  await expect(page.getByLabel("Cible")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Texte", { exact: true })).toHaveValue("Un texte.");
});

test("the desk and the journal are accessible, on a phone and in the dark too", async ({ page }) => {
  await signIn(page);
  const address = await publish(page, "column/siren", "Un texte.");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const path of ["/admin/annotations", address, "/en/journal?edition=demo"]) {
      await page.setViewportSize(VIEWPORTS.phone);
      await page.goto(path);
      await expectAccessible(page);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, path).toBe(0);
    }
  }
});
