import type { Page } from "@playwright/test";
import { expect, expectAccessible, localised, LOOKS, test, useTheme as showIn, VIEWPORTS } from "./fixtures";
import {
  COOKIE,
  makeAccount,
  PASSWORD,
  sessionOf,
  someAddress,
  withSession,
  type Account,
} from "./support/accounts";

const OTHER = "quatre loutres au bord";

async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.locator(`main [name="${name}"]`).fill(value);
  await page.locator("main .button-main").click();
}

async function signIn(page: Page, { email, password }: Account, path = "/connexion"): Promise<void> {
  await page.goto(path);
  await fill(page, { email, password });
}

const openMenu = (page: Page) => page.locator(".tools .account-initial").click();

// Before each test: the limits count by network address.
test.beforeEach(async ({ context }) => {
  await context.setExtraHTTPHeaders(someAddress());
});

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("signing in leads where the reader was heading, a mistake keeps what was typed", async ({
      page,
    }) => {
      const account = await makeAccount("editor");
      await page.goto("/en/admin/compte");
      await expect(page).toHaveURL(/\/en\/connexion\?retour=%2Fen%2Fadmin%2Fcompte$/);
      await fill(page, { email: account.email, password: "not the password" });
      await expect(page.getByRole("alert").filter({ hasText: "Wrong address or password" })).toBeVisible();
      await expect(page.locator("[name=email]")).toHaveValue(account.email);
      await expect(page.locator("[name=password]")).toHaveValue("");
      await page.locator("[name=password]").fill(PASSWORD);
      await page.locator("main .button-main").click();
      await expect(page).toHaveURL(/\/en\/admin\/compte$/);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Change your password");
    });

    test("someone invited chooses a password by a link that works once", async ({ page, browser }) => {
      await signIn(page, await makeAccount("admin"));
      await expect(page).toHaveURL(/\/admin$/);
      await page.goto("/admin/utilisateurs");
      const email = `zoe-${Date.now()}-${String(javaScriptEnabled)}@exemple.fr`;
      await fill(page, { email, name: "Zoé Martin" });
      const link = await page.locator(".form-link input").inputValue();
      await expect(page.locator(".account-list li", { hasText: email })).toContainText(
        "invitation en attente",
      );

      const guest = await browser.newContext({ javaScriptEnabled, extraHTTPHeaders: someAddress() });
      const other = await guest.newPage();
      await other.goto(link);
      await expect(other.locator("main")).toContainText(email);
      await expect(other.locator("[name=name]")).toHaveValue("Zoé Martin");
      await fill(other, { password: OTHER, "password-again": `${OTHER}s` });
      await expect(other.locator(".form-error")).toContainText("diffèrent");
      await fill(other, { password: OTHER, "password-again": OTHER });
      await expect(other).toHaveURL(/\/admin$/);
      await expect(other.getByRole("heading", { level: 1 })).toHaveText("Bonjour, Zoé Martin");
      expect((await other.goto(link))?.status()).toBe(404);
      await expect(other.getByRole("heading", { level: 1 })).toHaveText("Ce lien ne sert plus");
      await expect(other.locator("main")).toContainText("déjà servi");
      await guest.close();
    });
  });

test("addresses of other sites are not followed after signing in", async ({ page }) => {
  const account = await makeAccount("editor");
  for (const away of ["https://evil.example/", "//evil.example/", "/\\evil.example"]) {
    await page.context().clearCookies();
    await signIn(page, account, `/connexion?retour=${encodeURIComponent(away)}`);
    await expect(page).toHaveURL(/127\.0\.0\.1:\d+\/admin$/);
  }
});

test("the cookie is the server's alone, and signing out ends it wherever it was copied", async ({
  page,
  baseURL,
}) => {
  await signIn(page, await makeAccount("editor"));
  await expect(page).toHaveURL(/\/admin$/);
  const cookie = (await page.context().cookies()).find(({ name }) => name === COOKIE);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  const thief = await withSession(baseURL!, cookie!.value);
  expect((await thief.get("/admin")).status()).toBe(200);

  await page.goto("/organisations");
  await openMenu(page);
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await expect(page).toHaveURL(/127\.0\.0\.1:\d+\/$/);
  await expect(page.getByRole("link", { name: "Se connecter" })).toBeVisible();
  expect(await sessionOf(page.context())).toBeUndefined();
  expect((await thief.get("/admin")).status()).toBe(307);
  expect(await (await thief.get("/api/auth/session")).json()).toEqual({});
  await thief.dispose();
});

test("a new password ends the sessions elsewhere and keeps this one", async ({ page, baseURL }) => {
  const account = await makeAccount("editor");
  await signIn(page, account);
  await expect(page).toHaveURL(/\/admin$/);
  const elsewhere = await withSession(baseURL!, (await sessionOf(page.context()))!);
  await page.goto("/admin/compte");
  await fill(page, { password: "wrong wrong wrong", "new-password": OTHER, "password-again": OTHER });
  await expect(page.locator(".form-error")).toContainText("incorrect");
  await fill(page, {
    password: PASSWORD,
    "new-password": "motdepasse123",
    "password-again": "motdepasse123",
  });
  await expect(page.locator(".form-error")).toContainText("se devine");
  await fill(page, { password: PASSWORD, "new-password": OTHER, "password-again": OTHER });
  await expect(page.locator(".form-done")).toContainText("Mot de passe changé");
  expect((await elsewhere.get("/admin")).status()).toBe(307);
  await page.goto("/admin");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Bonjour");
  await elsewhere.dispose();
});

test("an administrator changes a role and closes an account, whose session ends at once", async ({
  page,
  browser,
  baseURL,
}) => {
  const colleague = await makeAccount("editor");
  await signIn(page, await makeAccount("admin"));
  await expect(page).toHaveURL(/\/admin$/);
  const their = await browser.newContext({ baseURL, extraHTTPHeaders: someAddress() });
  const theirs = await their.newPage();
  await signIn(theirs, colleague);
  await expect(theirs).toHaveURL(/\/admin$/);
  expect((await theirs.goto("/admin/utilisateurs"))?.status()).toBe(403);

  await page.goto("/admin/utilisateurs");
  const card = page.locator(".account-list li", { hasText: colleague.email });
  await card.getByRole("button", { name: /Rendre administrateur/ }).click();
  await expect(card.locator(".form-done")).toContainText("administrateur");
  await theirs.goto("/admin/utilisateurs");
  await expect(theirs).toHaveURL(/\/connexion\?/);
  await signIn(theirs, colleague);
  await expect(theirs).toHaveURL(/\/admin$/);
  expect((await theirs.goto("/admin/utilisateurs"))?.status()).toBe(200);

  await card.getByRole("button", { name: /Désactiver/ }).click();
  await expect(card).toContainText("désactivé");
  await theirs.goto("/admin");
  await expect(theirs).toHaveURL(/\/connexion\?/);
  await fill(theirs, { email: colleague.email, password: colleague.password });
  await expect(theirs.locator(".form-error")).toContainText("incorrect");
  await their.close();
});

test("pages of accounts are accessible and fit", async ({ page, context }) => {
  const paths = ["/admin", "/admin/utilisateurs", "/admin/compte"];
  const check = async (path: string) => {
    for (const [locale, theme, size] of LOOKS) {
      await page.setViewportSize(VIEWPORTS[size]);
      await showIn(page, theme);
      await page.goto(localised(path, locale));
      await expectAccessible(page);
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(tooWide, path).toBeLessThanOrEqual(0);
    }
  };
  await check("/connexion");
  await signIn(page, await makeAccount("admin"));
  await expect(page).toHaveURL(/\/admin$/);
  for (const path of paths) await check(path);
  await openMenu(page);
  await expectAccessible(page);
  await context.clearCookies();
});
