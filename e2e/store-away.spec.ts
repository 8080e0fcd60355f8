import type { Browser, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { NO_SERVER, postgresPrograms, startPostgres } from "../tests/support/stores";
import { startWay } from "../tests/support/way";
import { COOKIE, makeAccount, sessionOf, signedIn } from "./support/accounts";
import { area, press, someone } from "./support/editor";
import { startOwnServer, stopOwnServers, type OwnServer } from "./support/own-server";

const absent = !postgresPrograms();

/** What a page says under its header, in either language, while notes can't be read. */
const NOTICE =
  /role="status"><p class="wrap">(Les notes de la rédaction ne peuvent pas être lues|The editors’ notes can’t be read)/;

/** A page of each sort that shows notes. */
const PAGES = [
  ...["/", "/en", "/organisations", "/organisations/999999998", "/plateformes", "/territoires"],
  ...["/territoires/PDL-52", "/indicateurs/opening-rate", "/donnees", "/methode"],
];

/** The page of an editor signed in, with a text typed and not kept. */
async function writing(browser: Browser, server: OwnServer, store: string, text: string): Promise<Page> {
  const account = await makeAccount("editor", { DATABASE_URL: store });
  const session = await sessionOf(await signedIn(server.url, account));
  const page = await someone(browser, server.url);
  await page.context().addCookies([{ name: COOKIE, value: session ?? "", url: server.url }]);
  await page.goto(`${server.url}/admin/annotations/nouvelle?edition=demo&cible=column/siren`);
  await area(page).fill(text);
  return page;
}

test.describe("when PostgreSQL is down", () => {
  test.skip(absent, NO_SERVER);
  let database: Awaited<ReturnType<typeof startPostgres>>;
  let server: OwnServer;
  test.beforeAll(async () => {
    database = await startPostgres();
    server = await startOwnServer({ DATABASE_URL: database.url });
  });
  test.afterAll(async () => {
    await stopOwnServers();
    database.stop();
  });

  test("pages go on and say that notes are missing; what an editor typed stays, and is saved when it is back", async ({
    browser,
    request,
  }) => {
    const page = await writing(browser, server, database.url, "Écrit pendant la panne.");

    database.halt();
    try {
      for (const path of PAGES) {
        const answer = await request.get(`${server.url}${path}`);
        expect(answer.status(), path).toBe(200);
        expect(await answer.text(), path).toMatch(NOTICE);
      }
      const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
      await press(page, "publish");
      expect((await answered).status()).toBe(503);
      await expect(page.locator(".note-form").getByRole("alert")).toContainText(
        "L’enregistrement ne répond pas",
      );
      await expect(area(page)).toHaveValue("Écrit pendant la panne.");
      expect((await request.get(`${server.url}/admin`, { maxRedirects: 0 })).status()).toBe(307);
    } finally {
      database.start();
    }
    await press(page, "publish");
    await expect(page).toHaveURL(/fait=publish/);
    const shown = await request.get(`${server.url}/methode`);
    expect(await shown.text()).toContain("Écrit pendant la panne.");
    await page.context().close();
  });
});

test.describe("when PostgreSQL takes everything and answers nothing", () => {
  test.skip(absent, NO_SERVER);
  let database: Awaited<ReturnType<typeof startPostgres>>;
  let way: Awaited<ReturnType<typeof startWay>>;
  let server: OwnServer;
  test.beforeAll(async () => {
    database = await startPostgres();
    const { port } = new URL(database.url);
    way = await startWay(Number(port));
    server = await startOwnServer({ DATABASE_URL: database.url.replace(`:${port}/`, `:${way.port}/`) });
  });
  test.afterAll(async () => {
    way.cut(false);
    await stopOwnServers();
    way.close();
    database.stop();
  });

  test("one question waits for it, pages and forms do not; all is well again when it speaks", async ({
    browser,
    request,
  }) => {
    const page = await writing(browser, server, database.url, "Écrit pendant le silence.");
    const timed = async <T>(work: () => Promise<T>) => {
      const began = performance.now();
      return { done: await work(), ms: Math.round(performance.now() - began) };
    };
    const publish = () =>
      timed(async () => {
        const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
        await press(page, "publish");
        return (await answered).status();
      });
    const storeSaid = async () => {
      const answer = await request.get(`${server.url}/api/health/ready`);
      return `${answer.status()} ${((await answer.json()) as { store: string }).store}`;
    };

    way.cut(true);
    const first = await publish();
    expect(first.done).toBe(503);
    await expect(page.locator(".note-form").getByRole("alert")).toContainText(
      "L’enregistrement ne répond pas",
    );
    await expect(area(page)).toHaveValue("Écrit pendant le silence.");
    const pages = [];
    for (const path of PAGES) {
      const { done: answer, ms } = await timed(() => request.get(`${server.url}${path}`));
      expect(answer.status(), path).toBe(200);
      expect(await answer.text(), path).toMatch(NOTICE);
      pages.push(ms);
    }
    const again = await publish();
    expect(again.done).toBe(503);
    await expect(area(page)).toHaveValue("Écrit pendant le silence.");
    expect(await storeSaid()).toBe("200 away");
    // A page asks several times in turn: were each question to wait, the shortest would take twice as long as the first.
    expect(Math.max(...pages, again.ms)).toBeLessThan(1.5 * first.ms);
    console.log(
      `writes answered 503 in ${first.ms} ms, then ${again.ms} ms; pages 200 in ${pages.join(", ")} ms`,
    );

    way.cut(false);
    await expect.poll(storeSaid, { timeout: 10_000 }).toBe("200 open");
    await press(page, "publish");
    await expect(page).toHaveURL(/fait=publish/);
    const shown = await request.get(`${server.url}/methode`);
    expect(await shown.text()).toContain("Écrit pendant le silence.");
    await page.context().close();
  });
});
