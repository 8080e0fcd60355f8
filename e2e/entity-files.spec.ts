import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCsv, readNdjson, readParquet, readXlsx } from "../tests/support/read-back";
import { EDITIONS, expect, localised, test } from "./fixtures";

/** Someone takes one organisation or platform away, in any shape. */
const edition = EDITIONS.real ?? EDITIONS.demo;
const api = `/api/v1/editions/${edition}`;

type Row = Record<string, string | number | string[] | null>;

let folder: string;
test.beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "entity-files-"))));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

for (const { list, key, entity } of [
  { list: "organisations", key: "siren", entity: "organisation" },
  { list: "platforms", key: "slug", entity: "platform" },
] as const)
  test(`the row of one ${entity} is in every file what it is in the list`, async ({ request }) => {
    const { rows } = (await (await request.get(`${api}/${list}?page_size=1&sort=-name`)).json()) as {
      rows: Row[];
    };
    const row = rows[0]!;
    const address = `${api}/${list}/${String(row[key])}`;
    const answer = (await (await request.get(address)).json()) as Row & { provenance: object };
    expect(answer).toMatchObject(row);
    expect(answer.provenance).toMatchObject({
      ...{ edition, rows: 1, columns: Object.keys(row).length },
      permalink: expect.stringMatching(new RegExp(`${address}$`)),
    });

    const described = (await (await request.get(`${address}?format=metadata`)).json()) as {
      dictionary: { column: string; kind: "text" }[];
    };
    const columns = described.dictionary.map(({ column, kind }) => ({ key: column, kind }));
    expect(columns.map((column) => column.key)).toEqual(Object.keys(row));
    const file = async (parameters: string) => {
      const got = await request.get(`${address}?${parameters}`);
      expect(got.status(), parameters).toBe(200);
      expect(got.headers()["content-disposition"]).toContain(
        `"observatoire-${edition}-${entity}-${String(row[key])}.`,
      );
      return got.body();
    };
    expect(readCsv(await file("format=csv"), columns).rows).toEqual([row]);
    expect(readNdjson(await file("format=ndjson"))).toEqual([row]);
    expect((await readXlsx(await file("format=xlsx"), columns)).rows).toEqual([row]);
    expect((await readParquet(await file("format=parquet"), join(folder, `${entity}.parquet`))).rows).toEqual(
      [row],
    );
    if (entity === "organisation") {
      const { features } = JSON.parse((await file("format=geojson")).toString()) as {
        features: { properties: Row }[];
      };
      expect(features.map(({ properties }) => properties)).toEqual([row]);
    } else expect((await request.get(`${address}?format=geojson`)).status()).toBe(400);
  });

test("the page of an organisation offers them in its menu, with what they hold", async ({
  page,
  request,
}) => {
  const { rows } = (await (await request.get(`${api}/organisations?page_size=1`)).json()) as { rows: Row[] };
  await page.goto(localised(`/organisations/${String(rows[0]!.siren)}?edition=${edition}`, "en"));
  const menu = page.locator("details.downloads").first();
  await menu.locator("summary").click();
  await expect(menu).toContainText("1 row, 19 columns");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    menu.getByRole("link", { name: /GeoJSON/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(
    `observatoire-${edition}-organisation-${String(rows[0]!.siren)}.geojson`,
  );
});
