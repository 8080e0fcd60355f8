import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import type { EditionContext } from "@/lib/engine/context";
import { stateOf } from "@/lib/engine/state";
import { contextOver } from "@/tests/support/edition";
import { REAL_FILES, readRealFiles, realFilesAreHere, WHEN_ABSENT } from "@/tests/support/real";
import { organisationFileColumns, platformFileColumns } from "./file-columns";

describe("four organisations and one platform", () => {
  let context: EditionContext;
  beforeAll(async () => {
    context = await contextOver({
      organisations: [
        { name: "B", type: "COM", population: 900, population_file: 1000, themes: ["Eau", "Air"] },
        { name: "A", type: "COM", population: 90, local_datasets: 0, themes: ["Air"] },
        { name: "C", type: "DEP", latitude: -1.5, local_datasets: 12 },
        { name: "D", type: "EPT", local_datasets: 9 },
      ],
      platforms: [{ name: "P", reuses: 3, organisations: ["213500010", "254002272"] }],
    });
  });
  const of = async (column: string) =>
    (await organisationFileColumns.all(context, {})).find((one) => one.column === column);

  test("a code: how many rows, how many values, the most frequent first", async () => {
    expect(await of("type")).toEqual({
      column: "type",
      filled: 4,
      filled_share: 1,
      unusable: 0,
      distinct_values: 3,
      minimum: "COM",
      maximum: "EPT",
      top_values: ["COM", "DEP", "EPT"],
      top_counts: [2, 1, 1],
    });
  });

  test("a number is ordered as one, zero is a value and unknown is not", async () => {
    const found = await of("local_datasets");
    expect(found).toMatchObject({ filled: 3, filled_share: 0.75, distinct_values: 3 });
    expect([Number(found?.minimum), Number(found?.maximum)]).toEqual([0, 12]);
    expect(Number((await of("latitude"))?.minimum)).toBe(-1.5);
  });

  test("the file's value counts, whatever the basis", async () => {
    expect(Number((await of("population"))?.maximum)).toBe(1000);
  });

  test("a list counts its rows once and its values one by one", async () => {
    expect(await of("themes")).toMatchObject({ filled: 2, filled_share: 0.5, distinct_values: 2 });
    expect(await of("themes")).toMatchObject({ top_values: ["Air", "Eau"], top_counts: [2, 1] });
    const platform = await platformFileColumns.all(context, {});
    expect(platform.find(({ column }) => column === "organisations")).toMatchObject({
      filled: 1,
      distinct_values: 2,
    });
  });

  test("a column without a value has nothing to tell", async () => {
    expect(await of("siren")).toBeUndefined();
  });
});

test.skipIf(!realFilesAreHere)(
  `of the real files, cells are filled as a reader of CSV counts them${WHEN_ABSENT}`,
  async () => {
    const { source } = await readRealFiles();
    const state = await stateOf([source]);
    const edition = state.editions.get("2022-10")!;
    const context: EditionContext = { state, edition, basis: "corrected" };
    const cells = async (file: string) =>
      parse(await readFile(join(REAL_FILES, file)), { bom: true, columns: true }) as Record<string, string>[];
    const organisations = await cells("organisations.csv");
    const known = new Map((await organisationFileColumns.all(context, {})).map((one) => [one.column, one]));
    // Columns whose every cell can be used.
    for (const [column, header] of [
      ["name", "nom"],
      ["type", "type"],
      ["datagouv_datasets", "nb-datagouv"],
    ] as const) {
      const written = organisations.map((row) => row[header]?.trim()).filter(Boolean);
      expect(known.get(column), column).toMatchObject({
        filled: written.length,
        distinct_values: new Set(written).size,
      });
    }
    const platforms = await cells("plateformes.csv");
    const contacts = platforms.filter(({ contact }) => /^https?:/.test(contact ?? ""));
    const contact = (await platformFileColumns.all(context, {})).find(
      ({ column }) => column === "contact_url",
    );
    expect(contact).toMatchObject({ filled: contacts.length, unusable: 40 });
  },
);
