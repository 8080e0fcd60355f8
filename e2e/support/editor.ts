import { expect, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { COOKIE, makeAccount, sessionOf, signedIn, type Account } from "./accounts";

/** Gives a browser the session of a new editor. */
export async function asEditor(context: BrowserContext, baseURL = ""): Promise<Account> {
  const account = await makeAccount("editor");
  const requests = await signedIn(baseURL, account);
  const session = await sessionOf(requests);
  await requests.dispose();
  await context.addCookies([{ name: COOKIE, value: session ?? "", url: baseURL }]);
  return account;
}

/** The panel beside the page, the text in it, and the buttons of its form. */
export const panel = (page: Page) => page.locator("dialog.panel");
export const area = (page: Page) => page.locator("textarea[name=body]");
export const press = (page: Page, intent: string) =>
  page.locator(`button[name=intent][value=${intent}]`).click();

/** The way to write about a target, where it stands. */
export const linkTo = (page: Page, link: string, target: string) =>
  page.locator(`${link}[href*="cible=${encodeURIComponent(target)}&"]`).first();

/** A browser of its own, without script if wanted. */
export async function someone(browser: Browser, baseURL = "", javaScriptEnabled = true): Promise<Page> {
  return (await browser.newContext({ baseURL, javaScriptEnabled })).newPage();
}

/** Writes a note of the demonstration edition by the page of its form. @returns the note's address */
export async function writeNote(
  page: Page,
  target: string,
  body: string,
  intent = "publish",
): Promise<string> {
  await page.goto(`/admin/annotations/nouvelle?edition=demo&cible=${target}`);
  await area(page).fill(body);
  await press(page, intent);
  await expect(page).toHaveURL(new RegExp(`fait=${intent}`));
  return page.url().split("?")[0] ?? "";
}
