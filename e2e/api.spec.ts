import { EDITIONS, expect, test } from "./fixtures";
import { records } from "./support/reading";

const V1 = "/api/v1/editions";
const DEMO = `${V1}/demo`;

/** The keys that contract.md gives each breakdown: all of them, in any order. */
const KEYS: Record<string, readonly string[]> = {
  "by-type": [
    "COM-0-3500",
    "COM-3500-100000",
    "EPCI-0-100000",
    "COM+EPCI-100000-",
    "DEP",
    "REG",
    "MET",
    "CU",
    "CA",
    "CC",
    "EPT",
  ],
  "by-size": [
    "3500-5000",
    "5000-10000",
    "10000-20000",
    "20000-50000",
    "50000-80000",
    "80000-100000",
    "100000-",
  ],
  ecosystem: ["COM", "EPCI", "DEP", "REG", "AGCT", "OACT", "DSPT", "SDE"],
  governance: ["Dédié", "Partagé", "Mutualisé", "Partenarial"],
  "publication-channels": ["ptf", "datagouv", "both"],
  datasets: ["local-first", "larger", "sum"],
  "datasets-distribution": [
    "0",
    "1-2",
    "3-5",
    "6-10",
    "11-25",
    "26-50",
    "51-100",
    "101-250",
    "251-500",
    "501-",
    "none",
  ],
};
/** The measures that every row of a breakdown carries. */
const MEASURES: Record<string, readonly string[]> = {
  history: ["communes", "epci", "departments", "regions", "total"],
  "by-type": ["open", "total", "rate"],
  "by-size": ["open", "total", "rate"],
  "by-region": ["actors", "open", "total", "rate", "datasets", "population_covered", "population"],
  "by-department": ["actors", "open", "total", "rate", "datasets", "population_covered", "population"],
  "region-matrix": ["COM-0-3500", "COM-3500-", "CC", "CA", "CU", "MET", "EPT", "DEP", "REG", "total"],
  ecosystem: ["value"],
  governance: ["value"],
  themes: ["value"],
  "publication-channels": ["value"],
  "platforms-by-type": ["value"],
  "platforms-by-technology": ["value"],
  "organisations-by-technology": ["value"],
  "datasets-by-technology": ["value"],
  "datasets-distribution": ["value"],
  datasets: ["value"],
};
const INDICATORS = [
  ...["actors", "open-authorities", "associated-actors", "opening-rate", "population-coverage", "platforms"],
  ...Object.keys(MEASURES),
];

type Row = { key: string; label: Record<string, string> } & Record<string, unknown>;
type Indicator = {
  id: string;
  value: number | null;
  numerator?: number;
  denominator?: number;
  rows: Row[];
};

test("editions and their provenance", async ({ request }) => {
  const { default: chosen, editions } = (await (await request.get(V1)).json()) as {
    default: string;
    editions: Record<string, unknown>[];
  };
  expect(chosen).toBe("demo");
  expect(editions.map(({ id }) => id).toSorted()).toEqual([EDITIONS.real, "demo"].filter(Boolean).toSorted());
  const demo = editions.find(({ id }) => id === "demo");
  expect(demo).toMatchObject({ kind: "demo", fictitious: true, licence: expect.any(String) });
  const one = (await (await request.get(DEMO)).json()) as {
    files: unknown;
    counts: { organisations: number };
  };
  expect(one.counts.organisations).toBe((demo?.counts as { organisations: number }).organisations);
});

test("every indicator of the contract is listed, and no other", async ({ request }) => {
  const { indicators } = (await (await request.get(`${DEMO}/indicators`)).json()) as {
    indicators: Indicator[];
  };
  expect(indicators.map(({ id }) => id).toSorted()).toEqual(INDICATORS.toSorted());
});

test("the index says of each indicator what its own address says, on every edition and basis", async ({
  request,
}) => {
  for (const edition of [EDITIONS.demo, EDITIONS.real].filter((id) => id !== undefined))
    for (const basis of ["corrected", "file"]) {
      const { indicators } = (await (
        await request.get(`${V1}/${edition}/indicators?basis=${basis}`)
      ).json()) as { indicators: Indicator[] };
      for (const { id, value } of indicators) {
        const answer = await request.get(`${V1}/${edition}/indicators/${id}?basis=${basis}`);
        const one = (await answer.json()) as Indicator;
        expect(one, `${edition} ${basis} ${id}`).toMatchObject({ edition, basis, id, value });
      }
    }
});

for (const id of INDICATORS)
  test(`indicator ${id} has the contract's keys`, async ({ request }) => {
    const answer = await request.get(`${DEMO}/indicators/${id}`);
    expect(answer.status()).toBe(200);
    const found = (await answer.json()) as Indicator;
    expect(found).toMatchObject({ edition: "demo", basis: "corrected", id, fictitious: true });
    for (const part of ["unit", "value", "sources", "published", "rows", "name", "definition", "formula"])
      expect(found, part).toHaveProperty(part);
    const keys = found.rows.map(({ key }) => key);
    // A month may have a published census and a loaded edition, told apart by their origin.
    const rowKeys = found.rows.map(({ key, origin }) => `${key} ${String(origin)}`);
    expect(new Set(rowKeys).size, "no row comes twice").toBe(keys.length);
    for (const key of KEYS[id] ?? []) expect(keys, id).toContain(key);
    for (const row of found.rows) {
      expect(Object.keys(row.label).toSorted()).toEqual(["en", "fr"]);
      for (const measure of MEASURES[id] ?? []) expect(row, `${id} ${row.key}`).toHaveProperty([measure]);
    }
    if (MEASURES[id]) expect(keys.length).toBeGreaterThan(0);
    if (id === "history") for (const key of keys) expect(key).toMatch(/^\d{4}-\d{2}$/);
    if (id === "opening-rate")
      expect(found.value).toBeCloseTo((found.numerator ?? NaN) / (found.denominator ?? NaN), 10);
    if (id === "datasets-distribution") {
      expect(found).toHaveProperty("median");
      expect(found).toHaveProperty("share_one_or_two");
    }
    const file = await request.get(`${DEMO}/indicators/${id}?format=csv`);
    expect(file.headers()["content-type"]).toContain("text/csv");
    expect(file.headers()["content-disposition"]).toContain(
      `filename="observatoire-demo-indicator-${id}.csv"`,
    );
    expect(
      records(await file.text())
        .slice(1)
        .map(([key]) => key),
    ).toEqual(keys);
  });

test("a list answers one page, in order, with facets that add up", async ({ request }) => {
  const answer = await request.get(
    `${DEMO}/organisations?type=COM&page_size=10&facets=type,region&sort=-population`,
  );
  const { rows, total, facets } = (await answer.json()) as {
    rows: { population: number }[];
    total: number;
    facets: Record<"type" | "region", { value: string; count: number }[]>;
  };
  expect(rows).toHaveLength(10);
  expect(facets.type).toEqual([{ value: "COM", count: total }]);
  expect(facets.region.reduce((sum, { count }) => sum + count, 0)).toBe(total);
  const populations = rows.map(({ population }) => population);
  expect(populations).toEqual(populations.toSorted((a, b) => b - a));
});

test("a file holds the whole filtered result, whatever the page asked", async ({ request }) => {
  const query = "type=COM,CC&sort=-population&columns=siren,name,population";
  const { total } = (await (await request.get(`${DEMO}/organisations?${query}&page_size=1`)).json()) as {
    total: number;
  };
  expect(total).toBeGreaterThan(50);
  const file = await request.get(`${DEMO}/organisations?${query}&page=3&page_size=10&format=csv`);
  expect(file.headers()["content-disposition"]).toContain("observatoire-demo-organisations.csv");
  expect(file.headers().link).toContain('rel="license"');
  const text = await file.text();
  expect(text).not.toContain("\u{feff}");
  const [header, ...lines] = records(text);
  expect(header).toEqual(["siren", "name", "population"]);
  expect(lines).toHaveLength(total);
  const populations = lines.flatMap(([, , cell]) => (cell ? [Number(cell)] : []));
  expect(populations).toEqual(populations.toSorted((a, b) => b - a));
});
