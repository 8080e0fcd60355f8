import type { APIRequestContext, APIResponse } from "@playwright/test";
import { EDITIONS, expect, localised, test } from "./fixtures";

/** Paths of the site map without its host, in one language. */
async function sitePaths(request: APIRequestContext, locale: "fr" | "en"): Promise<string[]> {
  const map = await (await request.get("/sitemap.xml")).text();
  const paths = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address]) => new URL(address ?? "").pathname,
  );
  return paths.filter((path) => /^\/en(\/|$)/.test(path) === (locale === "en"));
}

/** Address of the Markdown twin of a page. */
const twinOf = (path: string) =>
  /^\/(en)?$/.test(path) ? `${path.replace(/\/?$/, "/")}index.md` : `${path}.md`;

/** Markdown with its marks taken off: what it says. */
const said = (markdown: string) =>
  markdown
    .replace(/\]\([^)]*\)/g, "")
    .replace(/\\(.)/g, "$1")
    .replace(/[*[\]()]/g, "")
    .replace(/\s+/g, " ");
/** A text of a page without what only Markdown's marks would be. */
const bare = (text: string) =>
  text
    .replace(/[*[\]()]/g, "")
    .replace(/\s+/g, " ")
    .trim();

test("every page of the site map has its Markdown twin, with its heading and its source", async ({
  request,
}) => {
  // Of the organisations and platforms, all alike, every tenth.
  const some = (paths: readonly string[]) =>
    paths.filter((path, index) => index % 10 === 0 || !/^\/(en\/)?(organisations|plateformes)\/./.test(path));
  const paths = [...some(await sitePaths(request, "fr")), ...some(await sitePaths(request, "en"))];
  expect(paths.length).toBeGreaterThan(500);
  const faults: string[] = [];
  const queue = paths.values();
  const worker = async () => {
    for (const path of queue) {
      const answer = await request.get(twinOf(path));
      const text = await answer.text();
      if (
        answer.status() !== 200 ||
        !/^# ./m.test(text) ||
        !/^title: "./m.test(text) ||
        !text.includes(`<http`)
      )
        faults.push(`${answer.status()} ${twinOf(path)} ${text.slice(0, 80)}`);
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  expect(faults).toEqual([]);
});

const ORGANISATION = "/organisations?type=MET";
for (const locale of ["fr", "en"] as const)
  for (const path of [
    ...["/", ORGANISATION, "/plateformes", "/territoires", "/territoires/BRE-53", "/territoires/35"],
    ...[
      "/indicateurs",
      "/indicateurs/by-type",
      "/indicateurs/region-matrix",
      "/indicateurs/datasets?basis=file",
    ],
    ...[
      "/donnees",
      "/donnees/qualite?severity=error",
      "/journal",
      "/methode",
      "/accessibilite",
      "/mentions-legales",
    ],
  ])
    test(`the twin of ${localised(path, locale)} says what the page says`, async ({ page, request }) => {
      const address = localised(path, locale);
      await page.goto(address);
      const [place = "", search = ""] = address.split(/(?=\?)/);
      const answer = await request.get(`${twinOf(place)}${search}`);
      expect(answer.headers()["content-type"]).toBe("text/markdown; charset=utf-8");
      expect(answer.headers()["content-language"]).toBe(locale);
      const text = said(await answer.text());
      const shown = await page.evaluate(() => ({
        heading: document.querySelector("h1")?.textContent ?? "",
        figures: [
          ...document.querySelectorAll("main :is(.kpi-value, .indicator-value, td):not(:has(.sr-only))"),
        ].map((cell) => cell.textContent ?? ""),
        twin:
          document.querySelector('link[rel="alternate"][type="text/markdown"]')?.getAttribute("href") ?? "",
      }));
      expect(text).toContain(bare(shown.heading).slice(0, 20));
      expect(shown.figures.map(bare).filter((figure) => !text.includes(figure))).toEqual([]);
      if (!/^\/(en\/)?(journal|methode|accessibilite|mentions-legales)/.test(address))
        expect(shown.figures.length).toBeGreaterThan(5);
      expect((await request.get(shown.twin)).status()).toBe(200);
    });

test("a list’s twin gives 500 rows, says of how many, and where the file of all is", async ({ request }) => {
  const text = await (await request.get("/organisations.md?edition=demo")).text();
  expect(text.match(/^\| (?!Nom|---)/gm)?.length).toBe(500);
  expect(said(text)).toContain("1 060 lignes sur 1 060".replaceAll(" ", " "));
  expect(text).toMatch(/\[CSV\]\(http[^)]+\/organisations\?[^)]*format=csv\)/);
  expect(text).toMatch(/\]\(http[^)]+page=2[^)]*\)/);
});

test("an organisation and a platform as JSON are what the API says of them", async ({ request }) => {
  for (const family of ["organisations", "plateformes"]) {
    const path =
      (await sitePaths(request, "fr")).find(
        (one) => one.startsWith(`/${family}/`) && !one.endsWith("/comparer"),
      ) ?? "";
    const twin = await request.get(`${path}.json?edition=${EDITIONS.demo}`);
    const api = await request.get(
      `/api/v1/editions/demo/${path.slice(1).replace("plateformes", "platforms")}`,
    );
    expect(twin.status()).toBe(200);
    // Each says when it was made.
    const said = async (answer: APIResponse) => {
      const { provenance, ...others } = (await answer.json()) as { provenance: Record<string, unknown> };
      expect(provenance.produced_at).toEqual(expect.any(String));
      return { ...others, provenance: { ...provenance, produced_at: null } };
    };
    const expected = await said(api);
    expect(await said(twin)).toEqual(expected);
    expect(await said(await request.get(`/en${path}.json`))).toEqual(expected);
  }
});

test("twins refuse what the pages refuse, as a problem that names it", async ({ request }) => {
  for (const [address, status] of [
    ["/nulle-part.md", 404],
    ["/organisations/000000000.md", 404],
    ["/organisations/000000000.json", 404],
    ["/plateformes/aucune.json?edition=nope", 404],
    ["/organisations.md?couleur=bleu", 400],
    ["/indicateurs/by-type.md?basis=both", 400],
  ] as const) {
    const answer = await request.get(address);
    expect(answer.status(), address).toBe(status);
    expect(answer.headers()["content-type"], address).toContain("application/problem+json");
  }
  const refused = await (await request.get("/organisations.md?couleur=bleu")).json();
  expect(refused).toMatchObject({ errors: [{ parameter: "couleur" }] });
});

test("llms.txt leads to pages and answers that are there", async ({ request }) => {
  const answer = await request.get("/llms.txt");
  expect(answer.status()).toBe(200);
  const text = await answer.text();
  expect(text).toMatch(/^# .+\n\n> .+/);
  const links = [...text.matchAll(/\]\((http[^)]+)\)/g)].map(([, href]) => href ?? "");
  const own = links.filter((href) => !href.includes("etalab.gouv.fr"));
  expect(own.length).toBeGreaterThan(30);
  for (const href of own) expect((await request.get(href)).status(), href).toBe(200);
});
