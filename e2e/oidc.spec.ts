import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import { Provider } from "oidc-provider";
import { expect, test } from "./fixtures";
import { userCommand, makeAccount } from "./support/accounts";
import { writeEditions } from "./support/editions.mjs";
import { freePort } from "./support/free-port.mjs";

/** People of the provider: what their login at it says of them. */
const PEOPLE: Record<string, { email: string; email_verified: boolean }> = {};

/** A real OpenID provider, with its own sign-in page. @param signed userinfo is a token that it signs */
async function startProvider(port: number, site: string, signed: boolean): Promise<Server> {
  const provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [
      {
        client_id: "observatory",
        client_secret: "a secret of thirty-two characters",
        redirect_uris: [`${site}/api/auth/callback/oidc`],
        post_logout_redirect_uris: [`${site}/api/auth/oidc/sortie`],
        ...(signed && { userinfo_signed_response_alg: "RS256" as const }),
      },
    ],
    features: { devInteractions: { enabled: true }, jwtUserinfo: { enabled: true } },
    pkce: { required: () => true },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, ...PEOPLE[sub] }) }),
    cookies: { keys: ["tests"] },
  });
  const server = provider.listen(port, "127.0.0.1");
  await new Promise((settle) => server.once("listening", settle));
  return server;
}

async function startSite(port: number, issuer: string, folder: string) {
  const env = {
    ...{
      PORT: String(port),
      OFFLINE: "1",
      DATA_DIR: join(folder, "editions"),
      STATE_DIR: join(folder, "state"),
    },
    ...{ NEXTAUTH_URL: `http://127.0.0.1:${port}`, OIDC_ISSUER: issuer },
    ...{ OIDC_CLIENT_ID: "observatory", OIDC_CLIENT_SECRET: "a secret of thirty-two characters" },
  };
  mkdirSync(env.DATA_DIR);
  writeEditions(env.DATA_DIR);
  const args = ["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", env.PORT];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_ENV: "production", ...env },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ready = async () =>
    (await fetch(`${env.NEXTAUTH_URL}/api/health/ready`).catch(() => undefined))?.status;
  await expect.poll(ready, { timeout: 40_000 }).toBe(200);
  return { child, env };
}

/** Signs in at the provider, as its page asks, and comes back. */
async function comeBy(browser: Browser, site: string, login: string, javaScriptEnabled = false) {
  const context = await browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(`${site}/en/connexion?retour=/en/admin/compte`);
  await page.getByRole("button", { name: /^Continue with 127\.0\.0\.1/ }).click();
  await page.locator("[name=login]").fill(login);
  await page.locator("[name=password]").fill("anything");
  await page.locator("[type=submit]").click();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL(`${site}/**`);
  return { page, close: () => context.close() };
}

for (const signed of [false, true])
  test.describe(signed ? "a provider whose userinfo is signed" : "a provider whose userinfo is JSON", () => {
    // The last test takes the provider away.
    test.describe.configure({ mode: "serial" });
    let folder: string;
    let provider: Server;
    let site: { child: ChildProcess; env: Record<string, string> & { NEXTAUTH_URL: string } };

    test.beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), "observatory-oidc-"));
      const [own, theirs] = [await freePort(), await freePort()];
      provider = await startProvider(theirs, `http://127.0.0.1:${own}`, signed);
      site = await startSite(own, `http://127.0.0.1:${theirs}`, folder);
    });
    test.afterAll(async () => {
      const ended = new Promise((settle) => site.child.once("close", settle));
      site.child.kill("SIGTERM");
      await ended;
      provider.closeAllConnections();
      await new Promise((settle) => provider.close(settle));
      rmSync(folder, { recursive: true, force: true });
    });

    test("lets in whom someone here invited, by a verified address, and nobody else", async ({ browser }) => {
      const { NEXTAUTH_URL: url } = site.env;
      const account = await makeAccount("editor", site.env);
      PEOPLE.invited = { email: account.email.toUpperCase(), email_verified: true };
      PEOPLE.unverified = { email: account.email, email_verified: false };
      PEOPLE.stranger = { email: "stranger@exemple.fr", email_verified: true };

      for (const login of ["stranger", "unverified"]) {
        const { page, close } = await comeBy(browser, url, login);
        await expect(
          page.getByRole("alert").filter({ hasText: /Aucun compte|No account/ }),
          login,
        ).toBeVisible();
        await close();
      }
      const first = await comeBy(browser, url, "invited");
      await expect(first.page).toHaveURL(`${url}/en/admin/compte`);
      await expect(first.page.locator("main")).toContainText(account.email);
      await first.close();

      // Known by its subject from now on; the same address under another subject is someone else.
      PEOPLE.invited = { email: "moved@exemple.fr", email_verified: true };
      PEOPLE.usurper = { email: account.email, email_verified: true };
      const again = await comeBy(browser, url, "invited");
      await expect(again.page).toHaveURL(`${url}/en/admin/compte`);
      const usurper = await comeBy(browser, url, "usurper");
      await expect(usurper.page).toHaveURL(/\/en\/connexion\?error=NotInvited$/);
      await usurper.close();

      // A session of the provider's kind ends like any other.
      await makeAccount("admin", site.env);
      await userCommand(["disable", account.email], "", site.env);
      await again.page.goto(`${url}/en/admin`);
      await expect(again.page).toHaveURL(/\/en\/connexion\?/);
      await again.close();
    });

    test("is signed out of too by who signs out here, and brings them back", async ({ browser }) => {
      const { NEXTAUTH_URL: url } = site.env;
      const account = await makeAccount("editor", site.env);
      PEOPLE.leaving = { email: account.email, email_verified: true };
      const { page, close } = await comeBy(browser, url, "leaving", signed);
      await expect(page).toHaveURL(`${url}/en/admin/compte`);
      const session = (await page.context().cookies()).filter(({ name }) => name.includes("session-token"));
      const asked = page.waitForRequest((request) => request.url().includes("/session/end?"));
      await page.locator("summary").filter({ hasText: account.name }).click();
      await page.getByRole("button", { name: "Sign out" }).click();
      const { searchParams } = new URL((await asked).url());
      expect([...searchParams.keys()].toSorted()).toEqual([
        ...["client_id", "id_token_hint", "post_logout_redirect_uri", "state"],
      ]);
      expect(searchParams.get("state")).toMatch(/^[\w-]{32}$/);
      // Here the session has ended already, whatever is answered there.
      await page.context().addCookies(session);
      expect(await (await page.context().request.get(`${url}/api/auth/session`)).json()).toEqual({});
      await page.getByRole("button", { name: "Yes, sign me out" }).click();
      await expect(page).toHaveURL(`${url}/en`);

      // The provider asks again who this is.
      await page.goto(`${url}/en/connexion`);
      await page.getByRole("button", { name: /^Continue with 127\.0\.0\.1/ }).click();
      await expect(page.locator("[name=login]")).toBeVisible();
      await close();

      // Neither address does anything for who has not just signed out.
      const stranger = await browser.newContext();
      for (const path of ["/api/auth/oidc/sortie", "/api/auth/oidc/sortie?state=x"]) {
        const answer = await stranger.request.get(`${url}${path}`, { maxRedirects: 0 });
        expect([answer.status(), answer.headers().location], path).toEqual([303, "/"]);
      }
      await stranger.close();
    });

    test("that does not answer is told in words", async ({ browser }) => {
      const { NEXTAUTH_URL: url } = site.env;
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      provider.closeAllConnections();
      await new Promise((settle) => provider.close(settle));
      await page.goto(`${url}/connexion`);
      await page.getByRole("button", { name: /^Continuer avec/ }).click();
      await expect(page.locator(".form-error")).toContainText("fournisseur d’identité");
      await context.close();
    });
  });
