import { randomUUID } from "node:crypto";
import { expect, test } from "./fixtures";
import { area, asEditor, press, someone, writeNote } from "./support/editor";

test("the tools write Markdown from the keyboard, and the preview is what readers will see", async ({
  page,
  context,
  baseURL,
}) => {
  await asEditor(context, baseURL);
  const cited = await writeNote(page, "column/region", `Citée ${randomUUID().slice(0, 8)}`, "save");
  const id = cited.split("/").at(-1) ?? "";
  await page.goto("/admin/annotations/nouvelle?edition=demo&cible=column/region");
  await area(page).focus();
  await page.keyboard.press("Control+b");
  await page.keyboard.type("gras");
  await page.keyboard.press("Control+b");
  await page.keyboard.type(" et ");
  await page.keyboard.press("Control+i");
  await page.keyboard.type("italique");
  await page.keyboard.press("Control+i");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("une liste");
  await page.keyboard.press("Control+Shift+Digit8");
  await expect(area(page)).toHaveValue("**gras** et *italique*\n\n- une liste");
  await page.keyboard.press("Control+z");
  await expect(area(page)).toHaveValue("**gras** et *italique*\n\nune liste");
  await page.keyboard.press("End");
  await page.keyboard.type(", ");
  // To the toolbar by Tab, along it by the arrows.
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("button", { name: "Gras" })).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await page.keyboard.type("column/region");
  await page.getByRole("listitem").getByRole("button", { name: /Citée/ }).first().waitFor();
  await page.keyboard.press("Escape");
  await expect(area(page)).toBeFocused();
  await page.keyboard.type(`[voir](note:${id})`);
  await press(page, "preview");
  const preview = page.getByRole("region", { name: "Aperçu" });
  await expect(preview.locator("strong")).toHaveText("gras");
  await expect(preview.locator("em")).toHaveText("italique");
  await expect(preview).toContainText("à une note que les lecteurs n’ont pas");
  await expect(preview.locator(".note-gone")).toHaveText("voir");
  await press(page, "publish");
  await expect(page).toHaveURL(/fait=publish/);

  await page.goto(cited);
  await expect(page.getByRole("region", { name: "Citée par" })).toContainText("gras");
  await press(page, "publish");
  await expect(page).toHaveURL(/fait=publish/);
  await page.goto("/journal?edition=demo&target_kind=column");
  await expect(
    page.locator(".note").filter({ hasText: "gras et italique" }).getByText("voir"),
  ).toHaveAttribute("href", `/journal?note=${id}&edition=demo`);
  await expect(page.locator(".journal-entry").filter({ has: page.locator(`#note-${id}`) })).toContainText(
    "Citée par",
  );
});

test("a note is chosen to be linked to", async ({ page, context, baseURL }) => {
  await asEditor(context, baseURL);
  const words = randomUUID().slice(0, 8);
  const id = (await writeNote(page, "territory/BRE-53", `Repère ${words}`)).split("/").at(-1) ?? "";
  await page.goto("/admin/annotations/nouvelle?edition=demo&cible=edition");
  await area(page).fill("");
  await page.getByRole("button", { name: "Lien vers une note" }).click();
  await page.getByRole("searchbox", { name: /Note à citer/ }).fill(words);
  await expect(page.locator(".note-picker li")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(area(page)).toHaveValue(`[territory/BRE-53](note:${id})`);
  await area(page).fill("");
});

test("a correction begins with what the file says of the column chosen, of a platform too", async ({
  page,
  context,
  request,
  baseURL,
}) => {
  await asEditor(context, baseURL);
  const answer = await request.get("/api/v1/editions/demo/platforms?technology=CKAN&page_size=1");
  const [platform] = ((await answer.json()) as { rows: { slug: string }[] }).rows;
  await page.goto(`/admin/annotations/nouvelle?edition=demo&cible=platform/${platform?.slug}`);
  await area(page).fill("Changée depuis.");
  await page.locator("[name=kind]").selectOption("correction");
  const column = page.locator("[name=column]");
  await expect(column).toHaveValue("");
  await expect(column.locator("option", { hasText: "SIREN" }), "no column of the other file").toHaveCount(0);
  await column.selectOption({ label: "Technologie · CKAN" });
  await expect(page.locator("[name=file_value]")).toHaveValue("CKAN");
  await page.locator("[name=proposed]").fill("ArcGIS");
  await page.locator("[name=reason]").fill("Vu sur place");
  await press(page, "preview");
  const preview = page.getByRole("region", { name: "Aperçu" });
  await expect(preview.locator("del")).toHaveText("CKAN");
  await expect(preview.locator("ins")).toHaveText("ArcGIS");
});

test("what is on its way to be saved is not kept as a draft behind it", async ({
  page,
  context,
  baseURL,
}) => {
  await asEditor(context, baseURL);
  const address = await writeNote(page, "column/themes", "Avant.", "save");
  await page.goto(address);
  const sent: string[] = [];
  // Longer than the pause after which what is typed is kept.
  await page.route("**/admin/annotations/**", async (route) => {
    if (route.request().method() === "POST") {
      sent.push(route.request().postData() ?? "");
      await page.waitForTimeout(2_500);
    }
    await route.continue();
  });
  await area(page).fill("Après.");
  await press(page, "save");
  await expect(page).toHaveURL(/fait=save/);
  expect(sent).toHaveLength(1);
  await page.goto(address);
  await expect(area(page)).toHaveValue("Après.");
  await expect(page.getByText("Texte non enregistré")).toHaveCount(0);
});

test("a button pressed twice makes one note", async ({ page, context, baseURL }) => {
  await asEditor(context, baseURL);
  const words = randomUUID();
  await page.goto("/admin/annotations/nouvelle?edition=demo&cible=column/name");
  await area(page).fill(words);
  await page.locator("button[value=publish]").dblclick();
  await expect(page).toHaveURL(/fait=publish/);
  await expect(page.locator(".note-history li")).toHaveCount(2);
  await page.goto(`/admin/annotations?q=${words}`);
  await expect(page.getByText("1 note", { exact: true })).toBeVisible();
});

test("of two browsers, the second is shown both texts, and the history tells who did what", async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  const first = await asEditor(context, baseURL);
  const address = await writeNote(page, "column/type", "Un premier texte.");
  const other = await someone(browser, baseURL);
  const second = await asEditor(other.context(), baseURL);
  await other.goto(address);
  await page.goto(address);
  await area(page).fill("Un deuxième texte.");
  await press(page, "save");
  await expect(page).toHaveURL(/fait=save/);
  await area(other).fill("Un autre texte.");
  await press(other, "withdraw");
  const told = other.getByRole("region", { name: /Quelqu’un a modifié/ });
  await expect(told.locator(".stale-text ins")).toContainText("autre");
  await expect(told.locator(".stale-text del")).toContainText("deuxième");
  await told.locator("summary").click();
  await expect(told).toContainText(`Le texte enregistré par ${first.name}`);
  await expect(told).toContainText("Un deuxième texte.");
  await expect(area(other)).toHaveValue("Un autre texte.");
  await press(other, "withdraw");
  await expect(other).toHaveURL(/fait=withdraw/);
  const lines = other.locator(".note-history li > p:first-child");
  await expect(lines).toHaveText([
    new RegExp(
      `^Version 5\u00a0: ${second.name} a retiré la note le \\d+ \\S+ \\d{4} à \\d\\d\u00a0h\u00a0\\d\\d\\.$`,
    ),
    ...[4, 3, 2, 1].map((version) => new RegExp(`^Version ${version}\u00a0: `)),
  ]);
  await other.context().close();
});

test("a scheduled note is read when its time comes", async ({ page, context, browser, baseURL }) => {
  await asEditor(context, baseURL);
  const body = `À l’heure ${randomUUID()}`;
  await page.goto("/admin/annotations/nouvelle?edition=demo&cible=column/department");
  await area(page).fill(body);
  const due = new Date(Math.ceil((Date.now() + 8_000) / 60_000) * 60_000);
  // The browser's clock is that of Paris.
  const clock = await page.evaluate((at) => {
    const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
    return local.toISOString().slice(0, 16);
  }, due.getTime());
  await page.getByLabel("Publier à partir de").fill(clock);
  await press(page, "publish");
  await expect(page).toHaveURL(/fait=schedule/);
  await expect(page.getByText(`Programmée pour le`)).toBeVisible();
  await page.goto("/admin/annotations?etat=scheduled");
  await expect(page.getByRole("cell", { name: body, exact: true })).toBeVisible();
  const reader = await someone(browser, baseURL);
  await reader.goto("/journal?edition=demo");
  expect(Date.now()).toBeLessThan(due.getTime());
  await expect(reader.getByText(body)).toHaveCount(0);
  await expect(async () => {
    await reader.reload();
    await expect(reader.getByText(body)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 90_000 });
  expect(Date.now()).toBeGreaterThanOrEqual(due.getTime());
  await reader.context().close();
});

test("without JavaScript: preview, save, publish, change many", async ({ browser, baseURL }) => {
  const page = await someone(browser, baseURL, false);
  await asEditor(page.context(), baseURL);
  const words = randomUUID();
  await page.goto(`/admin/annotations/nouvelle?edition=demo&cible=column/themes`);
  await expect(page.getByRole("toolbar")).toBeHidden();
  await area(page).fill(`**${words}**`);
  await press(page, "preview");
  await expect(page.getByRole("region", { name: "Aperçu" }).locator("strong")).toHaveText(words);
  await expect(area(page)).toHaveValue(`**${words}**`);
  await press(page, "save");
  await expect(page).toHaveURL(/fait=save/);
  await page.goto(`/admin/annotations?q=${words}`);
  await page.locator("tbody").getByRole("checkbox").check();
  await page.getByRole("button", { name: "Appliquer" }).click();
  await expect(page.locator(".bulk-results li")).toHaveText(["column/themes C’est fait."]);
  await expect(page.locator("tbody td:nth-child(4)")).toHaveText(["Publiée"]);
  const wrong = await page.goto("/admin/annotations?etat=ailleurs");
  expect(wrong?.status()).toBe(404);
  await page.context().close();
});
