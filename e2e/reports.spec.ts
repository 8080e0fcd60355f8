import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test, VIEWPORTS } from "./fixtures";
import { makeAccount, PASSWORD, someAddress, type Account } from "./support/accounts";

const ABOUT = "/signaler?cible=indicator/by-type&edition=demo";

async function signIn(page: Page, role: Account["role"], heading: string) {
  const { email } = await makeAccount(role);
  await page.context().setExtraHTTPHeaders(someAddress());
  await page.goto(`/connexion?retour=${heading}`);
  const main = page.getByRole("main");
  await main.locator('input[name="email"]').fill(email);
  await main.locator('input[name="password"]').fill(PASSWORD);
  await main.locator("button[type=submit]").click();
  await page.waitForURL((url) => url.pathname === heading);
}

async function tell(page: Page, message: string, contact = "") {
  await page.goto(ABOUT);
  await page.getByLabel("Ce qui est faux").fill(message);
  await page.getByLabel("Où vous répondre").fill(contact);
  await page.locator("main button[type=submit]").click();
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("what a reader reports reaches the editors, who answer it; nothing of it is public", async ({
      page,
      browser,
      baseURL,
    }) => {
      const message = `Le nombre est faux ${randomUUID()}`;
      await page.context().setExtraHTTPHeaders(someAddress());
      await page.goto("/indicateurs/by-type?edition=demo");
      await page.getByRole("link", { name: "Signaler une erreur" }).first().click();
      await expect(page.locator("h1")).toHaveText("Signaler une erreur");
      await tell(page, message, "lectrice@exemple.fr");
      const reference = await page.locator("main code").textContent();
      expect(reference).toMatch(/^[0-9a-f]{8}$/);
      for (const path of [
        "/indicateurs/by-type?edition=demo",
        "/journal?edition=demo",
        "/api/v1/editions/demo/annotations",
      ])
        expect(await (await page.request.get(path)).text(), path).not.toContain(message);

      const desk = await (await browser.newContext({ baseURL, javaScriptEnabled })).newPage();
      await signIn(desk, "editor", "/admin/signalements");
      const report = desk.locator(".report").filter({ hasText: message });
      await expect(report).toContainText("lectrice@exemple.fr");
      await expect(report).toContainText(reference!);
      await report.getByLabel("Réponse").fill("C’est corrigé.");
      await report.getByRole("button", { name: "Répondre et clore" }).click();
      // It leaves the queue by itself, and is not there when the page is opened again.
      await expect(report).toHaveCount(0);
      await desk.goto("/admin/signalements");
      await expect(report).toHaveCount(0);
      await desk.goto("/admin/signalements?statut=answered");
      const closed = desk.locator(".report").filter({ hasText: message });
      await expect(closed).toContainText("C’est corrigé.");
      // Where to answer is kept no longer than it takes.
      await expect(closed).not.toContainText("lectrice@exemple.fr");
    });
  });

test("a report too short keeps what was typed; a program's is not kept; the sixth has to wait", async ({
  page,
  browser,
  baseURL,
}) => {
  await page.context().setExtraHTTPHeaders(someAddress());
  await page.goto(ABOUT);
  await page.locator("#report-message").evaluate((field) => field.removeAttribute("minlength"));
  await page.getByLabel("Ce qui est faux").fill("court");
  await page.locator("main button[type=submit]").click();
  await expect(page.getByRole("alert").filter({ hasText: "dix caractères" })).toBeVisible();
  await expect(page.getByLabel("Ce qui est faux")).toHaveValue("court");

  const trapped = `Piège ${randomUUID()}`;
  await page.goto(ABOUT);
  await page
    .locator("#report-website")
    .evaluate((field: HTMLInputElement) => (field.value = "https://spam.example"));
  await page.getByLabel("Ce qui est faux").fill(trapped);
  await page.locator("main button[type=submit]").click();
  await expect(page.getByText("Merci")).toBeVisible();

  for (let turn = 1; turn <= 5; turn++) {
    await tell(page, `Signalement numéro ${turn}`);
    await expect(page.getByText("Merci")).toBeVisible();
  }
  await tell(page, "Signalement de trop");
  await expect(page.getByRole("alert").filter({ hasText: "Trop de signalements" })).toBeVisible();
  await expect(page.getByLabel("Ce qui est faux")).toHaveValue("Signalement de trop");

  const desk = await (await browser.newContext({ baseURL })).newPage();
  await signIn(desk, "editor", "/admin/signalements");
  await expect(desk.locator(".report").filter({ hasText: trapped })).toHaveCount(0);
});

test("a report becomes a correction, which closes it; the audit log tells, is searched and exported", async ({
  page,
}) => {
  const message = `À corriger ${randomUUID()}`;
  await page.context().setExtraHTTPHeaders(someAddress());
  await tell(page, message);
  await signIn(page, "admin", "/admin");
  await page.getByRole("link", { name: /signalements? à traiter/ }).click();
  const report = page.locator(".report").filter({ has: page.locator("blockquote", { hasText: message }) });
  await report.getByRole("link", { name: "Écrire une correction" }).click();
  await page.getByLabel("Texte", { exact: true }).fill(`Corrigé : ${message}`);
  await page.getByRole("button", { name: "Publier", exact: true }).click();
  await expect(page.getByRole("button", { name: "Publier", exact: true })).toHaveCount(0);
  await page.goto("/admin/signalements");
  await report.getByLabel("Note qui corrige").selectOption({ label: `Corrigé : ${message}`.slice(0, 80) });
  const closing = page.waitForResponse((answer) => answer.request().method() === "POST");
  await report.getByRole("button", { name: "Clore par cette note" }).click();
  const asked = (await closing).headers()["x-request-id"] ?? "";
  await expect(report).toHaveCount(0);
  await page.goto("/admin/signalements?statut=corrected");
  await expect(page.locator(".report").filter({ hasText: message })).toContainText("La note qui corrige");

  await page.goto("/admin/audit?q=report-corrected");
  await expect(page.locator("tbody tr").first()).toContainText("report-corrected");
  await page.goto(`/admin/audit?q=${asked}`);
  await expect(page.locator("tbody tr")).toHaveCount(1);
  await expect(page.locator("tbody tr")).toContainText(`report-corrected`);
  await expect(page.locator("tbody tr")).toContainText("Signalement clos par une note");
  await expect(page.locator("tbody tr")).toContainText(asked);
  const file = await page.request.get(`/api/admin/audit?q=${asked}`);
  const [header, line] = (await file.text()).split("\r\n");
  expect(header).toBe("seq,at,user_name,action,subject,detail,request");
  expect(line).toContain("report-corrected");
  expect(line).toMatch(new RegExp(`,${asked}$`));
  expect(file.headers()["cache-control"]).toBe("no-store");
});

test("the audit's file is for administrators", async ({ request, page }) => {
  expect((await request.get("/api/admin/audit")).status()).toBe(401);
  await signIn(page, "editor", "/admin");
  expect((await page.request.get("/api/admin/audit")).status()).toBe(403);
});

for (const colorScheme of ["light", "dark"] as const)
  test(`reporting and its desk are accessible, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(colorScheme === "dark" ? VIEWPORTS.phone : VIEWPORTS.desktop);
    await page.context().setExtraHTTPHeaders(someAddress());
    await page.goto(ABOUT);
    await expectAccessible(page);
    await signIn(page, "admin", "/admin");
    for (const path of ["/admin", "/admin/signalements", "/admin/audit"]) {
      await page.goto(path);
      await expectAccessible(page);
    }
  });
