import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { parse } from "csv-parse/sync";
import { Parser } from "n3";
import { EDITIONS, expect, test } from "./fixtures";
import { folderOf } from "./support/reading";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const FILES = "/api/v1/editions/demo/files";

const EMAIL = /[\w.+-]+@[\w-]+\.\w+/g;

/** The column of contacts of a file's records, and every other cell. */
function apart([header = [], ...rows]: string[][]) {
  const at = header.indexOf("contact");
  return {
    contacts: rows.map((row) => row[at] ?? ""),
    others: [header, ...rows].map((row) => row.filter((_, index) => index !== at)),
  };
}

for (const edition of [EDITIONS.demo, EDITIONS.real].filter((id) => id !== undefined))
  for (const name of ["organisations.csv", "plateformes.csv"])
    test(`${name} of ${edition} is the source with its hash, less what names a person`, async ({
      request,
    }) => {
      const address = `/api/v1/editions/${edition}/files/${name}`;
      const source = readFileSync(join(folderOf(edition), name));
      const answer = await request.get(address);
      const headers = answer.headers();
      const sent = await answer.body();
      expect(headers["x-source-sha256"]).toBe(sha256(source));
      expect(headers["x-content-sha256"]).toBe(sha256(sent));
      const digest = createHash("sha256").update(sent).digest("base64");
      expect(headers["repr-digest"]).toBe(`sha-256=:${digest}:`);
      expect(headers["content-encoding"]).toBeUndefined();
      expect(headers["access-control-allow-origin"]).toBe("*");
      expect(headers["content-disposition"]).toBe(
        `attachment; filename="observatoire-${edition}-source-${name}"`,
      );

      const cells = (bytes: Buffer) =>
        parse(bytes, {
          bom: true,
          delimiter: bytes.subarray(0, 5).toString().includes(";") ? ";" : ",",
          relax_column_count: true,
        }) as string[][];
      const [before, after] = [source, sent].map((bytes) => apart(cells(bytes)));
      expect(after?.others).toEqual(before?.others);
      expect(sent.toString("utf8").match(EMAIL)).toBeNull();
      const changed = before!.contacts.filter((contact, index) => contact !== after!.contacts[index]);
      expect(Number(headers["x-emptied-cells"])).toBe(changed.length);
      expect(changed.length).toBeGreaterThanOrEqual(source.toString("utf8").match(EMAIL)?.length ?? 0);
      if (changed.length === 0) expect(sent.equals(source)).toBe(true);
      else expect(headers["x-notice"]).toContain(`left empty: ${changed.length}.`);

      const again = await request.get(address, { headers: { "If-None-Match": headers.etag! } });
      expect([again.status(), (await again.body()).length]).toEqual([304, 0]);
      const head = await request.head(address);
      expect([head.status(), (await head.body()).length]).toEqual([200, 0]);
      expect(head.headers().etag).toBe(headers.etag);
      const [, described = ""] = /<([^>]+)>; rel="describedby"/.exec(headers.link ?? "") ?? [];
      expect(await (await request.get(described)).json()).toMatchObject({
        edition,
        name,
        sha256: sha256(sent),
        bytes: sent.length,
        emptied_cells: changed.length,
        source: { sha256: sha256(source), bytes: source.length },
      });
    });

test("what is no file of the edition is not found, and a file takes no filter", async ({ request }) => {
  for (const name of ["edition.json", "..%2Fedition.json", "organisations"])
    expect((await request.get(`${FILES}/${name}`)).status(), name).toBe(404);
  const refused = await request.get(`${FILES}/organisations.csv?type=COM`);
  expect([refused.status(), (await refused.json()).errors[0].parameter]).toEqual([400, "type"]);
});

test("programs read the edition as DCAT and schema.org", async ({ request, page }) => {
  for (const [end, type] of [
    ["ttl", "text/turtle"],
    ["jsonld", "application/ld+json"],
  ]) {
    for (const address of [`/api/v1/dcat.${end}`, `/api/v1/editions/demo/dcat.${end}`]) {
      const answer = await request.get(address);
      expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, `${type}; charset=utf-8`]);
      const text = await answer.text();
      expect(text).toContain("/api/v1/editions/demo/files/organisations.csv");
      if (end === "ttl") expect(new Parser().parse(text).length).toBeGreaterThan(50);
      else expect(JSON.parse(text)["@context"].dcat).toBe("http://www.w3.org/ns/dcat#");
    }
  }
  await page.goto("/en/donnees?edition=demo");
  for (const type of ["text/turtle", "application/ld+json"]) {
    const named = await page.locator(`link[rel="alternate"][type="${type}"]`).getAttribute("href");
    expect((await request.get(new URL(named ?? "").pathname)).headers()["content-type"]).toContain(type);
  }
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').first().textContent())!);
  expect(data["@type"]).toBe("Dataset");
  for (const { contentUrl, sha256: hash } of data.distribution)
    expect(sha256(await (await request.get(new URL(contentUrl).pathname)).body())).toBe(hash);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("the page says what each file, column and score is, and leads to the rows of each fault", async ({
    page,
    request,
  }) => {
    await page.goto("/donnees?edition=demo");
    const { files } = await (await request.get("/api/v1/editions/demo/schema")).json();
    const table = page.getByRole("region", { name: "Colonnes de organisations.csv" });
    await expect(table.locator("tbody tr")).toHaveCount(files[0].columns.length);
    const trust = page.getByRole("region", { name: "Score de confiance" }).locator("tbody tr").last();
    await expect(trust).toContainText("67,7");
    await expect(page.getByRole("main")).toContainText("12,5 + 25 + 9,2 + 15 + 6 = 67,7");
    const shown = page.locator(".data-set-file", { hasText: "organisations.csv" }).getByRole("definition");
    await expect(shown.filter({ hasText: files[0].sha256 })).toHaveCount(1);
    await expect(
      page.getByRole("region", { name: "Les neuf critères de data.gouv.fr" }).locator("tbody tr"),
    ).toHaveCount(9);
    const fault = page
      .getByRole("region", { name: "Ce que la lecture a trouvé" })
      .locator("tbody tr")
      .first();
    const count = await fault.locator("td").nth(1).textContent();
    await fault.getByRole("link").click();
    await expect(page).toHaveURL(/\/donnees\/qualite\?/);
    await expect(page.getByRole("status").first()).toContainText(new RegExp(`(^|\\D)${count}(\\D|$)`));
  });
});

for (const [locale, scheme, width] of [
  ["fr", "light", 1440],
  ["en", "dark", 390],
] as const) {
  test(`the data set is accessible and fits in ${locale}, ${scheme}, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(`${locale === "en" ? "/en" : ""}/donnees?edition=demo`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}

test("the page fits a printed sheet", async ({ page }) => {
  const sheet = Math.floor(((210 - 32) / 25.4) * 96);
  await page.setViewportSize({ width: sheet, height: 1000 });
  await page.goto("/donnees?edition=demo");
  await page.emulateMedia({ media: "print" });
  const beyond = await page.evaluate(
    (width) =>
      [...document.querySelectorAll("main :is(th, td, dt, dd, li, p)")]
        .filter((part) => part.checkVisibility() && !part.closest(".sr-only"))
        .filter((part) => part.getBoundingClientRect().right > width + 1)
        .map((part) => part.textContent?.slice(0, 40)),
    sheet,
  );
  expect(beyond).toEqual([]);
});
