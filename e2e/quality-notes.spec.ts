import { expect, test } from "./fixtures";
import { area, asEditor, panel, press } from "./support/editor";
import { hydrated } from "./support/hydrated";

type Finding = {
  siren: string | null;
  column: string | null;
  value: string | null;
  corrected: string | null;
  kind: string;
};

const QUALITY = "/api/v1/editions/demo/quality";
/** A remark on a cell of an organisation, of which the file has a value and the reading another. */
const repaired = ({ siren, column, value, corrected }: Finding) =>
  siren !== null && column !== null && value !== null && corrected !== null && value !== corrected;

test("from a remark of the quality report a correction is one click away, filled in", async ({
  page,
  context,
  request,
  baseURL,
}) => {
  const { rows } = (await (await request.get(`${QUALITY}?page_size=500`)).json()) as { rows: Finding[] };
  const finding = rows.find(repaired)!;
  const list = `/donnees/qualite?siren=${finding.siren}&kind=${finding.kind}`;
  await page.goto(list);
  await expect(page.locator("tbody .annotate-mark"), "readers have nothing to write with").toHaveCount(0);

  await asEditor(context, baseURL);
  await page.goto(list);
  await (await hydrated(page.locator("tbody .annotate-mark").first())).click();
  await expect(panel(page)).toBeVisible();
  const field = (name: string) => panel(page).locator(`[name=${name}]`);
  await expect(field("kind")).toHaveValue("correction");
  await expect(field("column")).toHaveValue(finding.column!);
  await expect(field("file_value")).toHaveValue(finding.value!);
  await expect(field("proposed")).toHaveValue(finding.corrected!);
  await expect(field("reason")).not.toHaveValue("");
  await expect(field("target")).toHaveValue(`organisation/${finding.siren}`);
  await area(page).fill("Vu dans le rapport de qualité.");
  await press(page, "publish");
  await expect(panel(page)).toContainText(/publié/i);
  const notes = await request.get(`/api/v1/editions/demo/annotations?target=organisation/${finding.siren}`);
  const { rows: published } = (await notes.json()) as { rows: { correction: object | null }[] };
  expect(published[0]?.correction).toMatchObject({
    ...{ column: finding.column, file_value: finding.value, proposed: finding.corrected },
  });
});

test("what nobody has commented is said to wait, one less once it is", async ({
  page,
  context,
  request,
  baseURL,
}) => {
  const { rows, total } = (await (await request.get(`${QUALITY}?severity=error&page_size=500`)).json()) as {
    rows: Finding[];
    total: number;
  };
  await asEditor(context, baseURL);
  const waiting = async () => {
    await page.goto("/admin");
    const line = page.locator('.attention a[href*="severity=error"]');
    await expect(line).toContainText(`sur ${total} `);
    return Number(/^(\d+)/.exec(await line.innerText())?.[1]);
  };
  const before = await waiting();
  const { siren } = rows.find((row) => row.siren !== null)!;
  await page.goto(`/admin/annotations/nouvelle?edition=demo&cible=organisation/${siren}&body=Vu.`);
  await expect(area(page)).toHaveValue("Vu.");
  await press(page, "save");
  await expect(page).toHaveURL(/fait=save/);
  const own = rows.filter((row) => row.siren === siren).length;
  // Other tests may write about others meanwhile.
  expect(await waiting()).toBeLessThanOrEqual(before - own);
});
