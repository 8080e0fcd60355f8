import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, test, VIEWPORTS } from "./fixtures";
import { COOKIE, sessionOf, signedIn } from "./support/accounts";
import { publishNotes } from "./support/notes";
import { records } from "./support/reading";

// Of the demonstration edition's first rows; nothing else writes about them.
const ORGANISATION = "999999998";
const PLATFORM = "fictidata-vertetille-les-limbes";

/** Each kind of target: what it is, a page that shows it, and where on the page its mark is. */
const PLACES: readonly [target: string, path: string, place: (page: Page) => Locator][] = [
  ["edition", "/", (page) => page.locator(".basis")],
  ["indicator/opening-rate", "/", (page) => page.locator(".kpi")],
  ["indicator/by-size", "/", (page) => page.locator("figcaption")],
  ["indicator/by-size/5000-10000", "/", (page) => page.locator(".bar-label")],
  ["indicator/governance/Mutualisé", "/", (page) => page.locator(".parts-label")],
  [`organisation/${ORGANISATION}`, `/organisations?q=${ORGANISATION}`, (page) => page.locator("tbody th")],
  [`organisation/${ORGANISATION}`, `/organisations/${ORGANISATION}`, (page) => page.locator(".entity-head")],
  [`platform/${PLATFORM}`, "/plateformes?q=vertetille", (page) => page.locator("tbody th")],
  ["territory/PDL-52", "/territoires", (page) => page.locator("tbody th")],
  ["territory/PDL-52", "/territoires/PDL-52", (page) => page.locator(".territory-head")],
  ["column/channel", "/organisations", (page) => page.getByRole("columnheader")],
  ["column/channel", "/donnees", (page) => page.locator(".data-set-schema tbody th")],
  ["column/open_authorities", "/territoires/PDL-52", (page) => page.locator(".kpi")],
  ["column/channel", "/methode", (page) => page.locator("#channel dt")],
];
const body = (target: string, id: string) => `Sur ${target}, ${id}.`;
const all = (id: string) =>
  publishNotes(
    [...new Set(PLACES.map(([target]) => target))].map((target) => ({ target, body: body(target, id) })),
  );

/** The mark, in its place, that opens this very note. */
async function markOf(page: Page, target: string, place: Locator, id: string): Promise<Locator> {
  const group = page.locator(".note-popover").filter({ has: page.getByText(body(target, id)) });
  await expect(group, `${target} on ${page.url()}`).toHaveCount(1);
  return place.locator(`a[data-notes="${await group.getAttribute("id")}"]`).first();
}

test("whoever reads sees a mark beside each kind of thing that has notes, and opens them in place", async ({
  page,
}) => {
  const id = randomUUID();
  const { name } = await all(id);
  for (const [target, path, place] of PLACES) {
    await page.goto(path);
    const mark = await markOf(page, target, place(page), id);
    await expect(mark, `${target} on ${path}`).toBeVisible();
    await expect(mark).toContainText(/\d+ notes?\u00a0: /);
    await expect(page.locator(".annotate-mark"), "readers have nothing to write with").toHaveCount(0);
    await mark.focus();
    await page.keyboard.press("Enter");
    const open = page.locator(".note-popover:popover-open");
    await expect(open).toContainText(body(target, id));
    await expect(open).toContainText(name);
    await page.keyboard.press("Escape");
    await expect(open).toHaveCount(0);
    await expect(mark).toBeFocused();
  }
});

test("without script a mark leads to its numbered note at the end of the page", async ({
  browser,
  baseURL,
}) => {
  const id = randomUUID();
  await all(id);
  const page = await (await browser.newContext({ baseURL, javaScriptEnabled: false })).newPage();
  for (const [target, path, place] of PLACES.slice(1, 8)) {
    await page.goto(path);
    const mark = await markOf(page, target, place(page), id);
    await mark.click();
    await expect(page.locator(".note-popover:target").getByText(body(target, id)), path).toBeInViewport();
  }
});

test("on paper the mark is a number, and the note of that number is signed and dated at the end", async ({
  page,
}) => {
  const id = randomUUID();
  const { name } = await all(id);
  await page.goto("/");
  await page.emulateMedia({ media: "print" });
  const mark = await markOf(page, "indicator/opening-rate", page.locator(".kpi"), id);
  await expect(mark.locator(".note-count")).toBeHidden();
  const numbers = (await mark.locator(".note-numbers").innerText()).split(", ");
  const note = page.locator(".footnotes li").filter({ hasText: body("indicator/opening-rate", id) });
  await expect(note).toBeVisible();
  expect(numbers).toContain(String(await note.getAttribute("value")));
  await expect(note.locator(".note-by")).toHaveText(new RegExp(`^${name}, \\d+ \\S+ \\d{4}$`));
  // Numbers of a page run from one without a hole.
  const values = await page
    .locator(".footnotes li")
    .evaluateAll((items) => items.map((li) => (li as HTMLLIElement).value));
  expect(values).toEqual(values.map((_, index) => index + 1));
  // Notes left open on the screen would cover every sheet.
  await page.emulateMedia({ media: "screen" });
  const open = page.locator(".note-popover:popover-open");
  await mark.click();
  await expect(open).toHaveCount(1);
  await page.pdf();
  await expect(open).toHaveCount(0);
});

test("an editor finds the way to write a note at the same places, and comes back to the page", async ({
  page,
  baseURL,
}) => {
  const account = await publishNotes([]);
  const session = await sessionOf(await signedIn(baseURL ?? "", account));
  await page.context().addCookies([{ name: COOKIE, value: session ?? "", url: baseURL ?? "" }]);
  for (const [target, path, place] of PLACES) {
    if (target === "edition" || path.startsWith("/organisations/") || path.startsWith("/territoires/"))
      continue;
    await page.goto(path);
    const write = place(page)
      .locator(`a.annotate-mark[href*="cible=${encodeURIComponent(target)}&"]`)
      .first();
    await write.focus();
    await expect(write, `${target} on ${path}`).toHaveCSS("opacity", "1");
    const address = new URL((await write.getAttribute("href")) ?? "", baseURL);
    expect(address.pathname).toBe("/admin/annotations/nouvelle");
    expect(address.searchParams.get("retour")).toBe(path);
  }
});

test("lists are read as published or with corrections: page, answer and file agree", async ({
  page,
  request,
}) => {
  const siren = "999999972";
  const correction = {
    column: "local_datasets",
    file_value: "3",
    proposed: "37",
    reason: "Compté",
    proof: null,
  };
  const target = `organisation/${siren}`;
  await publishNotes([{ target, kind: "correction", body: "Compté sur place.", correction }]);
  await publishNotes([
    {
      target,
      kind: "correction",
      body: "Illisible.",
      correction: { ...correction, column: "population", file_value: "90479", proposed: "beaucoup" },
    },
  ]);
  await page.goto(`/organisations?q=${siren}&columns=name,local_datasets,datasets`);
  const row = page.locator("tbody tr");
  await expect(row.locator("td")).toHaveText(["3", "3"]);
  await page.getByRole("link", { name: "Avec les corrections" }).click();
  await expect(page).toHaveURL(/corrections=1/);
  await expect(row.locator("td").first().locator("del")).toHaveText("3");
  await expect(row.locator("td").first().locator("ins")).toHaveText("37");
  await expect(row.locator("td").last()).toHaveText("37");
  await expect(page.locator(".corrections")).toContainText("1 cellule change sur 1 ligne");
  await page.getByText("Liste des corrections").click();
  await expect(page.locator(".corrections")).toContainText(
    "La valeur proposée n’est pas de celles de la colonne.",
  );
  await page.getByRole("link", { name: "Telles que publiées" }).click();
  await expect(row.locator("del")).toHaveCount(0);

  // 37 data sets are of the class 26–50; 3 are not.
  const address = `/api/v1/editions/demo/organisations?q=${siren}&columns=siren,local_datasets,datasets`;
  for (const [asked, count] of [
    ["", "3"],
    ["&corrections=1", "37"],
  ] as const) {
    const csv = await request.get(`${address}&format=csv${asked}`);
    expect(records(await csv.text()).slice(1)).toEqual([[siren, count, count]]);
    const answer = (await (await request.get(`${address}&datasets=26-50${asked}`)).json()) as {
      total: number;
      provenance: { corrections: { cells: number; skipped: { why: string }[] } | null };
    };
    expect(answer.total).toBe(asked ? 1 : 0);
    expect(answer.provenance.corrections?.cells).toBe(asked ? 1 : undefined);
    expect(answer.provenance.corrections?.skipped.map(({ why }) => why)).toEqual(
      asked ? ["value"] : undefined,
    );
  }
  const file = await request.get(`${address}&format=csv&corrections=1`);
  expect(file.headers()["content-disposition"]).toContain("observatoire-demo-organisations-corrections.csv");
  expect((await request.get("/api/v1/editions/demo/organisations?corrections=oui")).status()).toBe(400);
  expect((await request.get("/api/v1/editions/demo/quality?corrections=1")).status()).toBe(400);
});

test("the journal is a JSON Feed too, named in every page’s head, asked again for nothing", async ({
  page,
  request,
}) => {
  const id = randomUUID();
  const { name } = await publishNotes([{ target: "edition", body: body("edition", id) }]);
  await page.goto("/methode");
  const link = page.locator('head link[rel="alternate"][type="application/feed+json"]');
  const address = new URL((await link.getAttribute("href")) ?? "", page.url());
  const answer = await request.get(address.pathname + address.search);
  expect(answer.headers()["content-type"]).toBe("application/feed+json; charset=utf-8");
  const feed = (await answer.json()) as {
    version: string;
    items: { content_html: string; authors: object[] }[];
  };
  expect(feed.version).toBe("https://jsonfeed.org/version/1.1");
  const item = feed.items.find(({ content_html }) => content_html.includes(id));
  expect(item).toMatchObject({ authors: [{ name }], language: "fr", tags: ["comment"] });
  const headers = { "if-none-match": answer.headers().etag ?? "" };
  expect((await request.get(address.pathname + address.search, { headers })).status()).toBe(304);
});

test("marks and open notes are accessible, in both themes, and fit a phone", async ({ page }) => {
  const id = randomUUID();
  await all(id);
  await page.setViewportSize(VIEWPORTS.phone);
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme });
    for (const path of ["/", "/organisations?corrections=1"]) {
      await page.goto(path);
      await page.locator("a.note-mark").first().click();
      await expect(page.locator(".note-popover:popover-open")).toBeInViewport({ ratio: 1 });
      await expectAccessible(page);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, path).toBe(0);
    }
  }
});
