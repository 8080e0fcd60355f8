import { randomUUID } from "node:crypto";
import { parse } from "csv-parse/sync";
import { expect, expectAccessible, test, VIEWPORTS } from "./fixtures";
import { asEditor, writeNote } from "./support/editor";

test("the journal, its feeds, the API and the files are one question, whose address filters them all", async ({
  page,
  context,
  baseURL,
  browser,
}) => {
  await asEditor(context, baseURL);
  const words = randomUUID().slice(0, 8);
  const inside = await writeNote(page, "territory/BRE-53", `Dedans ${words}`);
  await writeNote(page, "territory/COR-94", `Dehors ${words}`);
  const id = inside.split("/").at(-1) ?? "";

  const reader = await (await browser.newContext({ baseURL, javaScriptEnabled: false })).newPage();
  await reader.goto("/journal?edition=demo");
  await reader.getByRole("combobox", { name: "Territoire", exact: true }).selectOption({ label: "Bretagne" });
  await reader.getByRole("combobox", { name: "Genre", exact: true }).selectOption({ label: "Commentaire" });
  await reader.getByRole("button", { name: "Filtrer" }).click();
  const entry = reader.locator(".journal-entry").filter({ hasText: `Dedans ${words}` });
  await expect(entry.getByRole("heading", { name: "Bretagne" })).toBeVisible();
  await expect(reader.getByText(`Dehors ${words}`)).toHaveCount(0);
  const shown = await reader.locator(".journal-entry").count();

  const filters = "kind=comment&territory=BRE-53";
  const menu = reader.getByText("Télécharger", { exact: true });
  await menu.click();
  const csv = reader.locator(".journal-files a", { hasText: "CSV" }).first();
  expect(await csv.getAttribute("href")).toBe(`/api/v1/editions/demo/annotations?${filters}&format=csv`);
  const file = await reader.request.get((await csv.getAttribute("href"))!);
  // Opened, it lies over the first notes.
  await menu.click();
  expect(file.headers()["content-disposition"]).toContain("observatoire-demo-annotations.csv");
  const rows: Record<string, string>[] = parse(await file.text(), { columns: true });
  expect(rows).toHaveLength(shown);
  // Written, then published.
  expect(rows.find((row) => row.id === id)).toMatchObject({
    ...{ target: "territory/BRE-53", kind: "comment", body: `Dedans ${words}`, version: "2" },
    permalink: expect.stringMatching(new RegExp(`/journal\\?note=${id}&edition=demo$`)),
  });
  const api = await reader.request.get(`/api/v1/editions/demo/annotations?${filters}`);
  const { total, provenance } = (await api.json()) as {
    total: number;
    provenance: { filters: { fr: string } };
  };
  expect(total).toBe(shown);
  expect(provenance.filters.fr).toBe("Genre\u00a0: Commentaire\u00a0; Territoire\u00a0: Bretagne");
  for (const [kind, count] of [
    ["atom", /<entry>/g],
    ["json", /"urn:uuid:/g],
  ] as const) {
    const link = reader.getByRole("link", { name: kind === "atom" ? "Atom" : "JSON Feed" });
    expect(await link.getAttribute("href")).toBe(`/journal.${kind}?${filters}&edition=demo`);
    const feed = await (await reader.request.get((await link.getAttribute("href"))!)).text();
    expect(feed.match(count), kind).toHaveLength(shown);
    expect(feed).toContain("Bretagne");
    expect(feed, "named among others").toMatch(/Journal · .+ · Observatoire open data des territoires/);
  }
  expect((await reader.request.get("/journal.atom?kinds=comment")).status()).toBe(400);

  // The permanent address of one note, which says so when the note is no longer there to read.
  await entry.locator(".note-by a").click();
  await expect(reader).toHaveURL(`/journal?note=${id}&edition=demo`);
  await expect(reader.locator(".journal-entry")).toHaveCount(1);
  await page.goto(inside);
  await page.getByRole("button", { name: "Retirer" }).click();
  await expect(page).toHaveURL(/fait=withdraw/);
  expect((await reader.reload())?.status()).toBe(404);
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Cette note n’est pas publiée");
  await reader.getByRole("link", { name: "Toutes les notes" }).click();
  await expect(reader).toHaveURL("/journal?edition=demo");
});

test("the journal with its filters is accessible and fits a phone", async ({ page }) => {
  await page.setViewportSize(VIEWPORTS.phone);
  for (const path of ["/journal?edition=demo&territory=BRE-53", "/en/journal?edition=demo"]) {
    await page.goto(path);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(VIEWPORTS.phone.width);
  }
});
