import { EDITIONS, expect, test } from "./fixtures";

const EDITION = EDITIONS.real ?? EDITIONS.demo;
const BASE = `/api/v1/editions/${EDITION}`;

/** Columns of a breakdown's row that the contract names. */
const MEASURES: Record<string, readonly string[]> = {
  "by-type": ["open", "total", "rate"],
  "by-size": ["open", "total", "rate"],
  "opening-rate": ["open", "total", "rate"],
  "by-region": ["actors", "open", "total", "rate", "datasets", "population_covered", "population"],
  "by-department": ["actors", "open", "total", "rate", "datasets", "population_covered", "population"],
  "region-matrix": ["COM-0-3500", "COM-3500-", "CC", "CA", "CU", "MET", "EPT", "DEP", "REG", "total"],
  history: ["communes", "epci", "departments", "regions", "total"],
  ecosystem: ["value"],
  datasets: ["value"],
  "datasets-distribution": ["value"],
  "publication-channels": ["value"],
  governance: ["value"],
  themes: ["value"],
};

test("every indicator of the index answers at its own address, as JSON and as CSV with the same rows", async ({
  request,
}) => {
  const index = await (await request.get(`${BASE}/indicators`)).json();
  expect(index.indicators.length).toBe(22);
  for (const { id, value } of index.indicators) {
    const one = await (await request.get(`${BASE}/indicators/${id}`)).json();
    expect(one, id).toMatchObject({ edition: EDITION, basis: "corrected", id, value });
    for (const measure of MEASURES[id] ?? [])
      expect(Object.keys(one.rows[0]), `${id}.${measure}`).toContain(measure);
    const file = await request.get(`${BASE}/indicators/${id}?format=csv`);
    expect(file.headers()["content-type"], id).toContain("text/csv");
    expect(file.headers()["content-disposition"], id).toContain(`observatoire-${EDITION}-${id}.csv`);
    expect((await file.text()).trimEnd().split("\r\n"), id).toHaveLength(one.rows.length + 1);
  }
});

test("a list answers a page as JSON and the whole filtered result as CSV", async ({ request }) => {
  const answer = await (
    await request.get(`${BASE}/organisations?type=COM&page_size=10&facets=type,region&sort=-population`)
  ).json();
  expect(answer.rows).toHaveLength(10);
  expect(answer.facets.type).toEqual([{ value: "COM", count: answer.total }]);
  const regions = answer.facets.region as { count: number }[];
  expect(regions.reduce((sum, { count }) => sum + count, 0)).toBe(answer.total);
  const populations = (answer.rows as { population: number }[]).map((row) => row.population);
  expect(populations).toEqual(populations.toSorted((a, b) => b - a));
  const file = await (await request.get(`${BASE}/organisations?type=COM&page_size=10&format=csv`)).text();
  expect(file.trimEnd().split("\r\n")).toHaveLength(answer.total + 1);
});

test("a copy that is still good is not sent again", async ({ request }) => {
  const first = await request.get(`${BASE}/organisations`);
  const { etag = "" } = first.headers();
  expect(etag).toMatch(/^"/);
  expect((await request.get(`${BASE}/organisations`, { headers: { "If-None-Match": etag } })).status()).toBe(
    304,
  );
  expect((await request.get(`${BASE}/platforms`, { headers: { "If-None-Match": etag } })).status()).toBe(200);
  expect(first.headers()["access-control-allow-origin"]).toBe("*");
  expect((await request.head(`${BASE}/organisations`)).status()).toBe(200);
});

for (const [address, status, word] of [
  [`${BASE}/organisations?type=XX`, 400, "type"],
  [`${BASE}/organisations?colour=red`, 400, "colour"],
  [`${BASE}/organisations?page_size=501`, 400, "page_size"],
  [`${BASE}/organisations?sort=platforms`, 400, "sort"],
  [`${BASE}/organisations?constructor=1`, 400, "constructor"],
  [`${BASE}/indicators/by-type?basis=other`, 400, "basis"],
  [`${BASE}/indicators/by-type?format=exe`, 400, "format"],
  [`${BASE}/indicators/nothing`, 404, "nothing"],
  ["/api/v1/editions/nothing/indicators", 404, "nothing"],
] as const)
  test(`${address.replace(BASE, "…")} is refused with ${status}, and says what to correct`, async ({
    request,
  }) => {
    const answer = await request.get(address);
    expect(answer.status()).toBe(status);
    expect(answer.headers()["content-type"]).toContain("application/problem+json");
    const body = await answer.text();
    expect(body).toContain(word);
    expect(JSON.parse(body)).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
    expect(body).not.toMatch(/node_modules|\.ts\b|\/home|\/tmp|at \w+ \(/);
  });

test("no e-mail address of a contact leaves the server", async ({ request }) => {
  for (const address of [
    `${BASE}/platforms?page_size=500`,
    `${BASE}/platforms?format=csv`,
    "/plateformes?page_size=500",
  ])
    expect(await (await request.get(address)).text(), address).not.toMatch(/[\w.+-]+@[\w-]+\.[a-z]{2,}/i);
});

test("pages, answers and faults carry the headers that protect readers", async ({ request }) => {
  for (const address of [
    "/",
    "/en/organisations",
    `${BASE}/indicators`,
    "/api/v1/editions/nothing",
    "/nowhere",
  ]) {
    const headers = (await request.get(address)).headers();
    expect(headers["content-security-policy"], address).toContain("default-src 'self'");
    expect(headers["x-content-type-options"], address).toBe("nosniff");
    expect(headers["x-powered-by"], address).toBeUndefined();
  }
});
