import type { Page } from "@playwright/test";
import { filterOrganisations } from "../tests/oracle/oracle.mjs";
import { EDITIONS, expect, test } from "./fixtures";
import { independent, numberIn, records, seeded, type Basis } from "./support/reading";

type Facets = Record<string, { value: string; count: number }[]>;
type Answer = { total: number; facets: Facets };

const FILTERS = [
  "type",
  "category",
  "region",
  "department",
  "technology",
  "main_technology",
  "theme",
  "channel",
  "platform",
  "size",
  "datasets",
];
const WORDS = ["commune", "DEPARTEMENT", "métropole", "sa", "agglo", "2"];
const PAGE_SIZE = 500;

/** Some filters at random, each with some of the values that the whole list has. */
function combination(random: () => number, facets: Facets): URLSearchParams {
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;
  const chosen = new URLSearchParams();
  for (const filter of FILTERS.toSorted(() => random() - 0.5).slice(0, 1 + Math.floor(random() * 3))) {
    const values = (facets[filter] ?? []).map(({ value }) => value).filter((value) => !value.includes(","));
    const some = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(values));
    chosen.set(filter, [...new Set(some)].join(","));
  }
  if (random() < 0.25) chosen.set("q", pick(WORDS));
  return chosen;
}

/** Rows on every page of a list, and the total that each page says. */
async function rowsOnScreen(page: Page, query: URLSearchParams): Promise<{ rows: number; said: number }> {
  let rows = 0;
  let said = NaN;
  for (let number = 1; ; number++) {
    await page.goto(`/organisations?${query}&page_size=${PAGE_SIZE}&page=${number}`);
    said = numberIn(await page.getByRole("status").innerText());
    rows += await page.locator("table tbody tr").count();
    if (number * PAGE_SIZE >= said) return { rows, said };
  }
}

test.describe("fifty combinations of filters, at random", () => {
  test.use({ javaScriptEnabled: false });

  for (const [edition, seed] of [
    [EDITIONS.demo, 20221231],
    [EDITIONS.real ?? EDITIONS.demo, 20221019],
  ] as const)
    test(`${edition}, from ${seed}: screen, API, facets, file and a separate program agree`, async ({
      page,
    }) => {
      const api = `/api/v1/editions/${edition}/organisations`;
      const ask = async (query: string) => {
        const answer = await page.request.get(`${api}?${query}`);
        expect(answer.status(), query).toBe(200);
        return answer;
      };
      const everything = (await (await ask(`facets=${FILTERS.join(",")}&page_size=1`)).json()) as Answer;
      const random = seeded(seed);
      let found = 0;
      for (let turn = 0; turn < 25; turn++) {
        const basis: Basis = turn % 2 === 0 ? "corrected" : "file";
        const query = combination(random, everything.facets);
        const filters = Object.fromEntries(query);
        query.set("basis", basis);
        const asked = `${query}`;
        const expected = filterOrganisations(independent(edition, basis).organisations, filters).length;
        const { total, facets } = (await (await ask(`${asked}&facets=type&page_size=1`)).json()) as Answer;
        const [, ...lines] = records(await (await ask(`${asked}&format=csv`)).text());
        const shown = await rowsOnScreen(page, new URLSearchParams(`edition=${edition}&${asked}`));
        expect(
          {
            screen: shown.rows,
            said: shown.said,
            api: total,
            facets: (facets.type ?? []).reduce((sum, { count }) => sum + count, 0),
            file: lines.length,
          },
          asked,
        ).toEqual({ screen: expected, said: expected, api: expected, facets: expected, file: expected });
        if (expected > 0) found++;
      }
      expect(found, "combinations that some row meets").toBeGreaterThan(8);
    });
});
