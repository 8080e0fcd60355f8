import { EDITIONS, expect, test } from "./fixtures";
import { ownFolder, startOwnServer, stopOwnServers } from "./support/own-server";

const V1 = "/api/v1/editions";
const DEMO = `${V1}/demo`;

type Problem = {
  title: string;
  status: number;
  detail: string;
  errors: { parameter: string; message: string }[];
};

test("an answer known already is not sent again", async ({ request }) => {
  for (const address of [
    V1,
    `${DEMO}/organisations?type=COM`,
    `${DEMO}/organisations?format=csv`,
    `${DEMO}/indicators/by-type`,
  ]) {
    const first = await request.get(address);
    const etag = first.headers().etag ?? "";
    expect(etag, address).toMatch(/^(W\/)?".+"$/);
    expect(first.headers()["cache-control"], address).toBeTruthy();
    expect(first.headers()["access-control-allow-origin"], address).toBe("*");
    const again = await request.get(address, { headers: { "If-None-Match": etag } });
    expect(again.status(), address).toBe(304);
    expect(await again.text()).toBe("");
    expect(again.headers().etag, address).toBe(etag);
    const other = await request.get(address, { headers: { "If-None-Match": '"other"' } });
    expect(other.status(), address).toBe(200);
  }
  const tags = await Promise.all(
    ["type=COM", "type=CC", "type=COM&basis=file"].map(
      async (query) => (await request.get(`${DEMO}/organisations?${query}`)).headers().etag,
    ),
  );
  expect(new Set(tags).size, "each question has a tag of its own").toBe(3);
  const elsewhere = await request.get(`${DEMO}/platforms`, { headers: { "If-None-Match": tags[0] ?? "" } });
  expect(elsewhere.status(), "one list's tag is nothing to another").toBe(200);
});

test("permalinks are at the address that readers know, whatever name a request came by", async ({
  request,
  baseURL,
}) => {
  const headers = {
    Host: "inside.example",
    "X-Forwarded-Host": "outside.example",
    "X-Forwarded-Proto": "https",
  };
  for (const path of [
    "organisations?type=COM",
    "indicators/by-type",
    "files/organisations.csv?format=metadata",
  ]) {
    const answer = await request.get(`${DEMO}/${path}`, { headers });
    const body = (await answer.json()) as { permalink?: string; provenance?: { permalink: string } };
    const permalink = body.provenance?.permalink ?? body.permalink;
    expect(permalink).toBe(`${baseURL}${DEMO}/${path.replace("?format=metadata", "")}`);
  }
});

test("answers are compressed for who takes it, and the same for who does not", async ({ baseURL }) => {
  for (const address of [`${DEMO}/organisations`, `${DEMO}/organisations?format=csv`, `${DEMO}/indicators`]) {
    const [plain, packed] = await Promise.all(
      ["identity", "gzip"].map(async (encoding) => {
        const headers = { "Accept-Encoding": encoding, Cookie: "next-auth.session-token=x" };
        const answer = await fetch(baseURL + address, { headers });
        return { sent: answer.headers.get("content-encoding"), text: await answer.text(), answer };
      }),
    );
    expect([plain!.sent, packed!.sent], address).toEqual([null, "gzip"]);
    expect(packed!.answer.headers.get("vary"), address).toMatch(/accept-encoding/i);
    const bare = (text: string) => text.replace(/"produced_at":"[^"]*"/, "");
    expect(bare(packed!.text), address).toBe(bare(plain!.text));
  }
});

test("a page of a list links to the others, which hold the rest", async ({ request }) => {
  const linksOf = (header: string | undefined) =>
    Object.fromEntries(
      [...(header ?? "").matchAll(/<([^>]+)>; rel="(\w+)"/g)].map(([, to, rel]) => [rel, to]),
    );
  const start = `${DEMO}/organisations?type=COM&page_size=50&columns=siren`;
  type Page = { total: number; rows: { siren: string }[] };
  const seen: string[] = [];
  let total = 0;
  let pages = 0;
  for (let next: string | undefined = start; next; pages++) {
    const answer = await request.get(next);
    const page = (await answer.json()) as Page;
    total = page.total;
    seen.push(...page.rows.map(({ siren }) => siren));
    const links: Record<string, string | undefined> = linksOf(answer.headers().link);
    expect(links.prev === undefined, next).toBe(pages === 0);
    expect(links.first).toBe(`${start}&page=1`);
    next = links.next;
    if (!next) expect(links.last).toBe(`${start}&page=${pages + 1}`);
  }
  expect(pages).toBe(Math.ceil(total / 50));
  expect(pages).toBeGreaterThan(1);
  expect(seen.length).toBe(total);
  const none = linksOf((await request.get(`${DEMO}/organisations?q=zzzzzz`)).headers().link);
  expect(Object.keys(none).toSorted()).toEqual(["first", "last"]);
});

for (const [what, address, parameter] of [
  ["an unknown parameter", `${DEMO}/organisations?regoin=BRE-53`, "regoin"],
  ["a value that is none of a filter's", `${DEMO}/organisations?region=BRE-99`, "region"],
  ["a size beyond the limit", `${DEMO}/organisations?page_size=501`, "page_size"],
  ["a page that is no number", `${DEMO}/platforms?page=1%20OR%201=1`, "page"],
  ["a column that is not one", `${DEMO}/platforms?columns=name,contact`, "columns"],
  ["a sort that is not one", `${DEMO}/organisations?sort=;drop`, "sort"],
  ["a sort by one column both ways", `${DEMO}/organisations?sort=-name,name`, "sort"],
  ["a facet that is not one", `${DEMO}/organisations?facets=population`, "facets"],
  ["a format that is not one", `${DEMO}/organisations?format=exe`, "format"],
  ["a basis that is not one", `${DEMO}/indicators/actors?basis=mine`, "basis"],
  ["a parameter given twice", `${DEMO}/organisations?page=1&page=2`, "page"],
  ["a name that every object has", `${DEMO}/organisations?constructor=1`, "constructor"],
  ["a filter on an indicator", `${DEMO}/indicators/actors?type=COM`, "type"],
] as const)
  test(`${what} is refused by its name`, async ({ request }) => {
    const answer = await request.get(address);
    expect(answer.status()).toBe(400);
    expect(answer.headers()["content-type"]).toContain("application/problem+json");
    const problem = (await answer.json()) as Problem;
    expect(problem).toMatchObject({ status: 400, title: expect.any(String) });
    expect(problem.detail).not.toBe("");
    expect(problem.errors.map((error) => error.parameter)).toEqual([parameter]);
    expect(problem.errors[0]?.message).not.toBe("");
  });

test("what does not exist is not found; no answer tells of the server's insides", async ({ request }) => {
  for (const address of [
    `${V1}/1999`,
    `${V1}/1999/organisations`,
    `${V1}/1999/indicators`,
    `${DEMO}/indicators/unknown`,
    `${V1}/..%2F..%2Fetc/organisations`,
    `${DEMO}/indicators/${"x".repeat(2000)}`,
    `${DEMO}/indicators/__proto__`,
    `${DEMO}/indicators/%00`,
  ]) {
    const answer = await request.get(address);
    expect(answer.status(), address).toBe(404);
    expect(answer.headers()["content-type"], address).toContain("application/problem+json");
    const text = await answer.text();
    expect((JSON.parse(text) as Problem).detail, address).not.toBe("");
    expect(text, address).not.toMatch(
      /node_modules|\.(ts|js|csv)\b|\n\s+at |duckdb|SELECT |\/(home|tmp|work|root|usr)\//i,
    );
    expect(text.length).toBeLessThan(1000);
  }
});

test("no e-mail address leaves the server", async ({ request }) => {
  for (const edition of [EDITIONS.demo, EDITIONS.real].filter((id) => id !== undefined))
    for (const list of ["platforms", "organisations"])
      for (const format of ["json", "csv"]) {
        const address = `${V1}/${edition}/${list}?format=${format}&page_size=500`;
        const text = await (await request.get(address)).text();
        expect(text.length, address).toBeGreaterThan(10_000);
        expect(text.match(/[\w.+-]+@[\w-]+\.\w+/g) ?? [], address).toEqual([]);
      }
  const page = await request.get("/plateformes?page_size=500");
  expect((await page.text()).match(/[\w.+-]+@[\w-]+\.[a-z]{2,}/gi) ?? []).toEqual([]);
});

test.describe("a server that allows five answers a minute", () => {
  test.afterAll(stopOwnServers);

  test("says when to come back, to the address that asked, and goes on with what it remembers", async () => {
    const { url } = await startOwnServer({ API_PER_MINUTE: "5" }, ownFolder());
    const ask = (query: string, address = "198.51.100.7") =>
      fetch(`${url}${DEMO}/organisations?${query}`, { headers: { "X-Forwarded-For": address } });
    const statuses: number[] = [];
    for (let page = 1; page <= 7; page++) statuses.push((await ask(`page=${page}`)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    const refused = await ask("format=csv");
    const seconds = Number(refused.headers.get("retry-after"));
    expect([refused.status, seconds > 0 && seconds <= 60]).toEqual([429, true]);
    expect(refused.headers.get("content-type")).toContain("application/problem+json");
    expect(refused.headers.get("access-control-allow-origin")).toBe("*");
    expect(((await refused.json()) as Problem).detail).not.toBe("");
    expect((await ask("page=1")).status, "kept in memory").toBe(200);
    expect((await ask("page=6", "198.51.100.8")).status, "another address").toBe(200);
    expect((await fetch(`${url}/organisations`)).status, "a page").toBe(200);
  });
});
