import { randomUUID } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";
import { NO_SERVER, postgresPrograms } from "../tests/support/stores";
import { expect, test } from "./fixtures";
import { makeAccount, PASSWORD, sessionOf, signedIn, someAddress, withSession } from "./support/accounts";
import { TO } from "./support/balancer";
import { organisations } from "./support/edition-files";
import { area, press } from "./support/editor";
import { startMachines, type Machines } from "./support/machines";

/** What one process has done, the other must show within this time. */
const SEEN = { timeout: 2_000, intervals: [50] };
/** Checking, previewing and publishing an edition are work, which a busy machine does in its time. */
const WORK = { timeout: 30_000 };
const OTHER = "quatre loutres au bord";
const [ONE, TWO] = [{ [TO]: "0" }, { [TO]: "1" }];

async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.locator(`main [name="${name}"]`).fill(value);
  await page.locator("main button.button-main[type=submit]").first().click();
}

async function signIn(page: Page, { email }: { email: string }, password = PASSWORD): Promise<void> {
  await page.context().setExtraHTTPHeaders(someAddress());
  await page.goto("/connexion");
  await fill(page, { email, password });
  await expect(page).toHaveURL(/\/admin$/);
}

/** Tries a password, as the sign-in of next-auth does. @returns whether a session began */
async function tries(base: string, email: string, password: string, to: typeof ONE, address = someAddress()) {
  const context = await signedIn(base);
  const headers = { ...to, ...address };
  const csrf = (await (await context.get("/api/auth/csrf", { headers })).json()) as { csrfToken: string };
  const form = { csrfToken: csrf.csrfToken, email, password };
  await context.post("/api/auth/callback/credentials", { form, headers });
  const begun = (await sessionOf(context)) !== undefined;
  await context.dispose();
  return begun;
}

for (const store of ["PostgreSQL", "the embedded store"] as const)
  test.describe(`two processes on ${store}, requests by turns`, () => {
    test.describe.configure({ mode: "serial", timeout: 180_000 });
    test.skip(store === "PostgreSQL" && !postgresPrograms(), NO_SERVER);
    let machines: Machines;
    let url: string;
    let env: Record<string, string>;
    test.use({ baseURL: async ({}, provide) => provide(url) });
    test.beforeAll(async () => {
      machines = await startMachines(store === "PostgreSQL");
      ({ env } = machines);
      ({ url } = machines.site);
    });
    test.afterAll(() => machines.stop());

    const session = async (who: APIRequestContext) => (await sessionOf(who))!;
    /** Whether a session is good, asked of each process. */
    const goodAt = async (who: APIRequestContext) => {
      const statuses = [];
      for (const headers of [ONE, TWO])
        statuses.push((await who.get("/admin/compte", { headers })).status() === 200);
      return statuses;
    };

    test("an editor signs in, writes and publishes in a browser whose requests go to either", async ({
      page,
    }) => {
      await signIn(page, await makeAccount("editor", env));
      const before = [...machines.site.given];
      const body = `Écrite ${randomUUID()}`;
      for (const target of ["edition", "indicator/by-type"]) {
        await page.goto(`/admin/annotations/nouvelle?edition=demo&cible=${target}`);
        await area(page).fill(`${body} ${target}`);
        await press(page, "publish");
        await expect(page).toHaveURL(/fait=publish/);
      }
      await page.goto("/journal?edition=demo");
      await expect(page.locator(".note").filter({ hasText: body })).toHaveCount(2);
      for (const [index, given] of machines.site.given.entries())
        expect(given - before[index]!).toBeGreaterThan(5);
    });

    test("ten wrong passwords, counted over both, close an account to the eleventh attempt at either", async () => {
      const [tried, spared] = [await makeAccount("editor", env), await makeAccount("editor", env)];
      const wrong = async (email: string, times: number) => {
        for (let turn = 0; turn < times; turn++)
          expect(await tries(url, email, "not the password", turn % 2 ? ONE : TWO)).toBe(false);
      };
      await wrong(spared.email, 9);
      expect(await tries(url, spared.email, PASSWORD, ONE), "the tenth attempt is let through").toBe(true);
      await wrong(tried.email, 10);
      for (const to of [ONE, TWO]) expect(await tries(url, tried.email, PASSWORD, to)).toBe(false);
    });

    test("a session ends at both at once: signed out, new password, closed account", async ({ page }) => {
      const editor = await makeAccount("editor", env);
      const there = async () => withSession(url, await session(await signedIn(url, editor)));
      let copied = await there();
      expect(await goodAt(copied)).toEqual([true, true]);

      await signIn(page, editor);
      await page.goto("/organisations");
      await page.setExtraHTTPHeaders(ONE);
      await page.locator(".tools .account-initial").click();
      await page.getByRole("button", { name: "Se déconnecter" }).click();
      await expect(page.getByRole("link", { name: "Se connecter" })).toBeVisible();
      expect(await goodAt(copied)).toEqual([false, false]);

      copied = await there();
      await page.setExtraHTTPHeaders({});
      await signIn(page, editor);
      await page.goto("/admin/compte");
      await page.setExtraHTTPHeaders(TWO);
      await fill(page, { password: PASSWORD, "new-password": OTHER, "password-again": OTHER });
      await expect(page.locator(".form-done")).toBeVisible();
      expect(await goodAt(copied)).toEqual([false, false]);
      const kept = await withSession(url, (await sessionOf(page.context()))!);
      expect(await goodAt(kept), "who changed it goes on, at both").toEqual([true, true]);

      const admin = await makeAccount("admin", env);
      await page.context().clearCookies();
      await page.setExtraHTTPHeaders({});
      await signIn(page, admin);
      await page.goto("/admin/utilisateurs");
      await page.setExtraHTTPHeaders(ONE);
      const card = page.locator(".account-list li", { hasText: editor.email });
      await card.getByRole("button", { name: /Désactiver/ }).click();
      await expect(card).toContainText("désactivé");
      expect(await goodAt(kept)).toEqual([false, false]);
      expect(await tries(url, editor.email, OTHER, TWO)).toBe(false);
    });

    test("a note shows at the other process on pages, in the API and the feed, and leaves them", async ({
      page,
    }) => {
      await signIn(page, await makeAccount("editor", env));
      const body = `Annonce ${randomUUID()}`;
      const reader = await signedIn(url);
      /** How many of the places where notes stand have it, at the other process. */
      const places = async () => {
        const paths = ["/journal?edition=demo", "/api/v1/editions/demo/annotations", "/journal.atom"];
        const texts = paths.map(async (path) => (await reader.get(path, { headers: TWO })).text());
        return (await Promise.all(texts)).filter((text) => text.includes(body)).length;
      };
      expect(await places()).toBe(0);
      await page.setExtraHTTPHeaders(ONE);
      await page.goto("/admin/annotations/nouvelle?edition=demo&cible=edition");
      await area(page).fill(body);
      await press(page, "publish");
      await expect(page).toHaveURL(/fait=publish/);
      await expect.poll(places, SEEN).toBe(3);
      await press(page, "withdraw");
      await expect(page).toHaveURL(/fait=withdraw/);
      await expect.poll(places, SEEN).toBe(0);
    });

    test("an edition sent to either is published by the other and served by both", async ({ page }) => {
      await signIn(page, await makeAccount("admin", env));
      await page.setExtraHTTPHeaders(ONE);
      await page.goto("/admin/editions");
      const words = { id: "partage", "title-fr": "Partage", "title-en": "Sharing", "as-of": "2023-01-31" };
      for (const [name, value] of Object.entries(words)) await page.locator(`[name="${name}"]`).fill(value);
      await page.locator("[name=kind]").selectOption("demo");
      await page.locator("[name=organisations]").setInputFiles(organisations(700));
      await page.getByRole("button", { name: "Envoyer et contrôler" }).click();
      await expect(page.locator("h1")).toHaveText("Partage, en attente", WORK);

      await page.setExtraHTTPHeaders(TWO);
      await page.reload();
      await expect(page.locator("h1")).toHaveText("Partage, en attente", WORK);
      await page.locator("[name=confirmed]").check();
      await page.getByRole("button", { name: "Publier l’édition" }).click();
      await expect(page.getByText("L’édition partage est publiée.")).toBeVisible(WORK);
      /** How many rows each process says it serves of it. */
      const served = () =>
        Promise.all(
          machines.servers.map(async (server) => {
            const ready = (await (await fetch(`${server.url}/api/health/ready`)).json()) as {
              editions: { id: string; counts: { organisations: number } }[];
            };
            return ready.editions.find(({ id }) => id === "partage")?.counts.organisations;
          }),
        );
      // Seen within two seconds, then loaded, which takes what the machine leaves.
      await expect.poll(served, { ...SEEN, timeout: 10_000 }).toEqual([700, 700]);
      const reader = await signedIn(url);
      for (const headers of [ONE, TWO]) {
        const answer = await reader.get("/api/v1/editions/partage/organisations?page_size=1", { headers });
        expect(((await answer.json()) as { total: number }).total).toBe(700);
      }
    });

    test("a report sent to one stands in the other’s queue, and both count how many an address sends", async ({
      page,
      browser,
    }) => {
      const address = someAddress();
      await page.context().setExtraHTTPHeaders(address);
      const messages = Array.from({ length: 6 }, (_, place) => `Faux, dit le ${place}, ${randomUUID()}`);
      for (const [place, message] of messages.entries()) {
        await page.setExtraHTTPHeaders(place % 2 ? ONE : TWO);
        await page.goto("/signaler?cible=indicator/by-type&edition=demo");
        await page.getByLabel("Ce qui est faux").fill(message);
        await page.locator("main button[type=submit]").click();
        if (place < 5) await expect(page.getByText("Merci")).toBeVisible();
        else await expect(page.getByRole("alert").filter({ hasText: "Trop de signalements" })).toBeVisible();
      }
      const desk = await (await browser.newContext({ baseURL: url })).newPage();
      await signIn(desk, await makeAccount("editor", env));
      for (const headers of [ONE, TWO]) {
        await desk.setExtraHTTPHeaders(headers);
        await desk.goto("/admin/signalements");
        for (const [place, message] of messages.entries())
          await expect(desk.locator(".report").filter({ hasText: message })).toHaveCount(place < 5 ? 1 : 0);
      }
      await desk.context().close();
    });
  });
