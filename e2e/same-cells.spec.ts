import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { filterOrganisations } from "../tests/oracle/oracle.mjs";
import { readCsv, readNdjson, readParquet, readXlsx } from "../tests/support/read-back";
import { EDITIONS, expect, test } from "./fixtures";
import { independent, written, type Basis } from "./support/reading";

/** The list's columns, by hand: what each holds. */
const KINDS = {
  text: ["siren", "name", "type", "region", "department", "local_url", "datagouv_url", "channel"],
  integer: ["local_datasets", "datagouv_datasets", "population", "datasets"],
  decimal: ["latitude", "longitude"],
  list: ["platforms", "technologies", "themes"],
} as const;
type Cell = string | number | string[] | null;
type Row = Record<string, Cell>;
const KIND = new Map(
  Object.entries(KINDS).flatMap(([kind, keys]) => keys.map((key) => [key as string, kind])),
);

// Of each filter, values that both editions have and one that stands for "missing"; any may find nothing.
const anyQuestion = fc.record(
  {
    type: fc.subarray(["COM", "CC", "CA", "DEP", "REG", "none"], { minLength: 1 }),
    region: fc.subarray(["BRE-53", "PDL-52", "IDF-11", "none"], { minLength: 1 }),
    channel: fc.subarray(["ptf", "datagouv", "both", "none"], { minLength: 1 }),
    size: fc.subarray(["0-3500", "20000-50000", "100000-", "none"], { minLength: 1 }),
    category: fc.constant(["authority"]),
    q: fc.constantFrom("communauté", "VILLE", "s"),
  },
  { requiredKeys: [] },
);
const anyColumns = fc.subarray(
  [...KIND.keys()].filter((key) => key !== "name"),
  { minLength: 2 },
);

let folder: string;
test.beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "same-cells-"))));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

// What a random question finds must not vanish with another draw.
test.describe.configure({ retries: 0 });

for (const edition of [EDITIONS.demo, EDITIONS.real].filter((id) => id !== undefined))
  for (const basis of ["corrected", "file"] as Basis[])
    test(`${edition}, ${basis}: page, API and every file have the cells of a plain program`, async ({
      request,
    }) => {
      const source = independent(edition, basis).organisations;
      await fc.assert(
        fc.asyncProperty(anyQuestion, anyColumns, async (filters, others) => {
          const keys = ["name", ...others.toSorted()];
          const query = new URLSearchParams({ basis, columns: keys.join() });
          for (const [name, values] of Object.entries(filters)) query.set(name, [values].flat().join());
          const api = `/api/v1/editions/${edition}/organisations`;
          const answer = await request.get(`${api}?${query}&page_size=1`);
          expect(answer.status(), await answer.text()).toBe(200);
          const first = (await answer.json()) as { rows: Row[] };
          // Columns come in the order of the list, whatever the order they were asked in.
          const order = Object.keys(first.rows[0] ?? Object.fromEntries(keys.map((key) => [key, null])));
          expect(order.toSorted()).toEqual(keys.toSorted());
          const found = filterOrganisations(source, filters as never) as unknown as Row[];
          const expected = found.map((row) =>
            Object.fromEntries(order.map((key) => [key, row[key] ?? null])),
          );
          const columns = order.map((key) => ({ key, kind: KIND.get(key)! })) as Parameters<
            typeof readCsv
          >[1];
          const file = async (more: string) => {
            const answer = await request.get(`${api}?${query}&${more}`);
            expect(answer.status(), `${query}&${more}`).toBe(200);
            return answer.body();
          };

          expect(readCsv(await file("format=csv"), columns).rows).toEqual(expected);
          expect(readCsv(await file("format=csv&dialect=excel-fr"), columns, ";", ",").rows).toEqual(
            expected,
          );
          expect(readNdjson(await file("format=ndjson"))).toEqual(expected);
          expect((await readXlsx(await file("format=xlsx"), columns)).rows).toEqual(expected);
          const parquet = await readParquet(
            await file("format=parquet"),
            join(folder, `${edition}-${basis}.parquet`),
          );
          expect(parquet.rows).toEqual(expected);
          const places = JSON.parse((await file("format=geojson")).toString()) as {
            features: { properties: Row }[];
          };
          const flat = ({ properties }: { properties: Row }) =>
            Object.fromEntries(order.map((key) => [key, properties[key] ?? null]));
          expect(places.features.map(flat)).toEqual(expected);

          // Pages of JSON, one after the other, sorted alike by an identifier of each row.
          const sorted = `${query}&sort=siren&page_size=500`;
          const rows: Row[] = [];
          for (let page = 1; page <= Math.max(1, Math.ceil(expected.length / 500)); page++) {
            const part = await (await request.get(`${api}?${sorted}&page=${page}`)).json();
            expect(part.total).toBe(expected.length);
            rows.push(...(part.rows as Row[]));
          }
          const inAnyOrder = (all: Row[]) => all.map((row) => JSON.stringify(row)).toSorted();
          expect(inAnyOrder(rows)).toEqual(inAnyOrder(expected));

          // The page writes the same cells, in the same order as the API.
          const page = await (await request.get(`/organisations?edition=${edition}&${sorted}`)).text();
          expect(numbersOnPage(page, order)).toEqual(
            rows.slice(0, 500).map((row) => order.filter(isCount).map((key) => countOf(row[key] ?? null))),
          );
        }),
        { numRuns: 6, seed: 2022 },
      );
    });

const isCount = (key: string) => KIND.get(key) === "integer";
const countOf = (value: Cell) => (value === null ? "—" : written(value as number));

/** The whole numbers of the page's table as it writes them, a row a list. */
function numbersOnPage(html: string, order: readonly string[]): string[][] {
  const body = /<tbody[^>]*>([\s\S]*?)<\/tbody>/.exec(html)?.[1] ?? "";
  return [...body.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = ""]) => {
    const cells = [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = ""]) =>
      cell
        .replace(/<span class="sr-only">[^<]*(?:<!-- -->[^<]*)*<\/span>/g, "")
        .replace(/<!-- -->|<[^>]+>/g, "")
        .trim(),
    );
    return order.flatMap((key, index) => (isCount(key) ? [cells[index] ?? ""] : []));
  });
}
