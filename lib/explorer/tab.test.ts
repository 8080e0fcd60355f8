import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { loadState } from "@/lib/engine/state";
import { indicators } from "@/lib/indicators";
import { TAB_EXAMPLES } from "@/lib/queries/table-words";
import { openTab } from "@/tests/support/tab";
import type { EditionContext } from "@/lib/engine/context";

const demonstration = async (basis: "corrected" | "file"): Promise<EditionContext> => {
  const state = await loadState(join(process.cwd(), "data/editions"));
  return { state, edition: state.editions.get("demo")!, basis };
};

describe.each(["corrected", "file"] as const)("the engine of a tab, basis %s", (basis) => {
  let context: EditionContext;
  let tab: Awaited<ReturnType<typeof openTab>>;
  beforeAll(async () => {
    context = await demonstration(basis);
    tab = await openTab(context);
  });

  it.each(indicators.map((one) => [one.id, one] as const))(
    "answers %s as the server does",
    async (_, one) => {
      const { rows } = await one.compute(context);
      const expected = rows.map((row) => ({
        key: row.key,
        ...Object.fromEntries(one.measures.map((measure) => [measure, row[measure]])),
      }));
      const found = tab.query(tab.ours(one.sql));
      const byKey = (a: { key?: unknown }, b: { key?: unknown }) => (String(a.key) < String(b.key) ? -1 : 1);
      expect(found.toSorted(byKey)).toEqual(expected.toSorted(byKey));
      expect(found.length).toBeGreaterThan(0);
    },
  );

  it.each(TAB_EXAMPLES.map((one) => [one.title.en, one.sql]))("runs the example: %s", (_, sql) => {
    expect(() => tab.query(sql)).not.toThrow();
  });
});

describe("the engine of a tab", () => {
  let tab: Awaited<ReturnType<typeof openTab>>;
  let context: EditionContext;
  beforeAll(async () => {
    context = await demonstration("corrected");
    tab = await openTab(context);
  });

  it("has every row of the edition", () => {
    expect(tab.query("SELECT count(*) AS n FROM organisations")).toEqual([
      { n: context.edition.counts.organisations },
    ]);
    expect(tab.query("SELECT count(*) AS n FROM platforms")).toEqual([
      { n: context.edition.counts.platforms },
    ]);
    expect(tab.query("SELECT count(*) AS n FROM quality")).toEqual([{ n: context.edition.counts.findings }]);
  });

  it.each([
    ["an address", "FROM read_csv('https://example.org/x.csv')"],
    ["a file", "COPY (SELECT 1) TO 'x.csv'"],
    ["an extension", "LOAD httpfs"],
    ["its own lock", "SET enable_external_access = true"],
  ])("does not reach %s", (_, sql) => expect(() => tab.query(sql)).toThrow());

  it("answers every type of the engine as a cell that says what it is", () => {
    const [row] = tab.query(`SELECT 1 AS a, 2 AS a, DATE '2022-10-19' AS day, TIME '10:00:00.5' AS time,
      TIMESTAMP '2022-10-19 10:00:00.25' AS moment, {'a': 1, 'b': [1, 2]} AS struct, MAP {'k': 1} AS map,
      INTERVAL '14 months 3 days 2 hours' AS long, INTERVAL '-1 second' AS back, 1.5::DECIMAL(4, 2) AS decimal,
      9007199254740993 AS big, 42::BIGINT AS small, 'x'::BLOB AS bytes, ['a', NULL] AS list, true AS yes,
      NULL AS nothing, 'nan'::DOUBLE AS nan, 'e'::ENUM ('e', 'f') AS one_of`);
    expect(row).toEqual({
      ...{ a: 1, a_2: 2, day: "2022-10-19", time: "10:00:00.5", moment: "2022-10-19 10:00:00.250" },
      ...{
        struct: '{"a":1,"b":[1,2]}',
        map: '{"k":1}',
        long: "14 months 3 days 02:00:00",
        back: "-00:00:01",
      },
      ...{ decimal: 1.5, big: "9007199254740993", small: 42, bytes: "78", list: ["a", null], yes: true },
      ...{ nothing: null, nan: "NaN", one_of: "e" },
    });
  });

  it("tells intervals of several rows apart, unknown ones too", () => {
    const sql = "SELECT CASE WHEN range <> 1 THEN to_days(range::INTEGER) END AS i FROM range(3)";
    expect(tab.query(sql).map(({ i }) => i)).toEqual(["00:00:00", null, "2 days"]);
  });

  it("has no e-mail address", () => {
    for (const table of ["organisation", "platform", "finding", "edition"]) {
      const texts = JSON.stringify(tab.query(`SELECT * FROM ${table}`));
      expect(texts).not.toMatch(/[\w.+-]+@[\w-]+\.[a-z]{2,}/i);
    }
  });
});
