import { randomUUID } from "node:crypto";
import { expect, test } from "./fixtures";
import { asEditor, panel, writeNote } from "./support/editor";
import { hydrated } from "./support/hydrated";

test("many notes are changed at once, each telling what came of it, and deleted ones come back", async ({
  page,
  context,
  baseURL,
}) => {
  await asEditor(context, baseURL);
  const words = randomUUID();
  for (const target of ["column/siren", "column/population", "column/platform"])
    await writeNote(page, target, `${words} ${target}`, "save");
  await page.goto(`/admin/annotations?q=${words}&tri=target`);
  const rows = page.locator("tbody tr");
  await expect(rows.locator("th code")).toHaveText(["column/platform", "column/population", "column/siren"]);
  await expect(rows.locator("th").getByRole("link")).toHaveText(["Plateforme", "Population", "SIREN"]);
  await page.getByRole("columnheader", { name: "Cible" }).getByRole("link").click();
  await expect(page).toHaveURL(/tri=-target/);
  await expect(rows.first().locator("th code")).toHaveText("column/siren");
  await page.getByRole("checkbox", { name: "Choisir toutes les notes de la page" }).check();
  await page.getByRole("button", { name: "Appliquer" }).click();
  await expect(page.locator(".bulk-results li")).toHaveCount(3);
  await expect(page.locator(".bulk-results li").first()).toContainText("C’est fait.");
  await expect(rows.locator("td:nth-child(4)")).toHaveText(["Publiée", "Publiée", "Publiée"]);
  await rows.first().getByRole("checkbox").check();
  await page.getByLabel("Avec les notes choisies").selectOption("Reprendre");
  await page.getByRole("button", { name: "Appliquer" }).click();
  await expect(page.locator(".bulk-results li")).toHaveText(["column/siren Rien à faire dans cet état."]);
  await rows.first().getByRole("checkbox").check();
  await page.getByLabel("Avec les notes choisies").selectOption("Supprimer");
  await page.getByRole("button", { name: "Appliquer" }).click();
  await expect(rows).toHaveCount(2);
  await page.getByLabel("État").selectOption("Supprimée");
  await page.getByRole("button", { name: "Filtrer" }).click();
  await expect(rows).toHaveCount(1);
  await (await hydrated(rows.first().getByRole("link"))).click();
  await expect(panel(page)).toBeVisible();
  await page.getByRole("button", { name: "Reprendre la note" }).click();
  await expect(panel(page)).toContainText("Note reprise, en brouillon.");
  await expect(page.getByText("Aucune note", { exact: true })).toBeVisible();
});
