import { execFileSync } from "node:child_process";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, expectAccessible, test, VIEWPORTS } from "./fixtures";

type Document = {
  paths: Record<
    string,
    { get: { responses: { 200: { content: Record<string, { schema: { $ref?: string } }> } } } }
  >;
  components: { schemas: Record<string, object> };
};

const ADDRESSES: Record<string, string> = {
  "{edition}": "demo",
  "{id}": "by-type",
  "{siren}": "999999998",
  "{file}": "organisations.csv",
};

test("each address described answers as its description says", async ({ request }) => {
  const document = (await (await request.get("/api/openapi.json")).json()) as Document;
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: "openapi", components: document.components });
  let validated = 0;
  for (const [path, { get }] of Object.entries(document.paths)) {
    if (path.includes("{slug}") || path === "/api/oembed") continue;
    const address = path
      .replace("indicators/{id}/{file}", "indicators/by-type/chart.svg")
      .replace("tables/{file}", "tables/organisation.csv")
      .replace(/\{\w+\}/g, (name) => ADDRESSES[name]!);
    const answer = await request.get(address + (path.endsWith("/search") ? "?q=data" : ""));
    expect(answer.status(), address).toBe(200);
    const type = answer.headers()["content-type"]!.split(";")[0]!;
    const described = get.responses[200].content;
    expect(Object.keys(described), address).toContain(type);
    const reference = described[type]!.schema.$ref;
    if (!reference) continue;
    const valid = ajv.compile({ $ref: `openapi${reference}` });
    valid(await answer.json());
    expect(valid.errors, address).toBeNull();
    validated++;
  }
  expect(validated).toBeGreaterThanOrEqual(6);
  // What is not so is refused by the same schema.
  const page = ajv.compile({ $ref: "openapi#/components/schemas/organisationsPage" });
  expect(page({ edition: "demo", basis: "corrected", total: -1, page: 1, page_size: 50, rows: [] })).toBe(
    false,
  );
});

test("the ready lines work as they are", async ({ page, baseURL }) => {
  await page.goto("/developpeurs?edition=demo");
  const line = (tool: string) =>
    page.getByRole("region", { name: tool, exact: true }).locator("code").textContent();
  const expected = (
    (await (await page.request.get("/api/v1/editions/demo/organisations?region=BRE-53")).json()) as {
      total: number;
    }
  ).total;
  const curl = (await line("curl"))!;
  expect(curl).toContain(baseURL!);
  const csv = execFileSync("sh", ["-c", curl.replace("--output organisations.csv", "--silent")], {
    encoding: "utf8",
  });
  expect(csv.trim().split("\r\n")).toHaveLength(expected + 1);
  const script = (await line("JavaScript"))!;
  const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
    encoding: "utf8",
    env: { ...process.env, FORCE_COLOR: "0" },
  });
  expect(Number(printed.split(" ")[0])).toBe(expected);
});

for (const [locale, scheme] of [
  ["fr", "light"],
  ["en", "dark"],
] as const)
  test(`the documentation is accessible and fits, ${locale}, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize(scheme === "dark" ? VIEWPORTS.phone : VIEWPORTS.desktop);
    await page.goto(`${locale === "en" ? "/en" : ""}/developpeurs?edition=demo`);
    await page.locator(".developer-operation summary").nth(4).click();
    await expectAccessible(page);
    const tries = await page
      .locator(".developer-operation a.link")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")!));
    // Every address can be tried, those of one organisation or platform too.
    expect(tries).toHaveLength(await page.locator(".developer-operation").count());
    // Ready lines are read whole: none runs out of its box.
    const cut = await page
      .locator(".developer-sample .code")
      .evaluateAll((boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth).length);
    expect(cut).toBe(0);
    for (const href of tries) expect((await page.request.get(href)).status(), href).toBe(200);
  });
