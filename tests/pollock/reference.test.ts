import { describe, expect, test } from "vitest";
import { readEdition } from "@/tests/oracle/rows.mjs";
import { familiesOf } from "./all";
import { DEMO, readClean } from "./clean";
import { faultOf, judge } from "./judge";
import { FILES } from "./report";
import { columnAt, readOriginal, withCell, write } from "./table";
import { variantsOf, type Variant } from "./variant";

type Row = Record<string, unknown>;
const addressed = /_url$|^url$/;
/** An address as the reader makes it followable; the oracle has it as written. */
const written = (key: string, value: unknown) =>
  addressed.test(key) && typeof value === "string" ? value.replaceAll(" ", "%20") : value;

describe("the clean edition", () => {
  test.each(["corrected", "file"] as const)(
    "is read as another program reads it, basis %s",
    async (basis) => {
      const { read } = await readClean(DEMO);
      const oracle = readEdition(DEMO, basis);
      const inBasis = ({ region_file, population_file, longitude_file, ...row }: Row): Row =>
        basis === "corrected" || region_file === undefined
          ? row
          : { ...row, region: region_file, population: population_file, longitude: longitude_file };
      const compare = (rows: readonly unknown[], expected: readonly unknown[]) => {
        expect(rows).toHaveLength(expected.length);
        expected.forEach((row, index) => {
          // What is worked out from several cells is no cell.
          const cells = Object.entries(row as Row).filter(([key]) => key !== "datasets");
          const was = Object.fromEntries(cells.map(([key, value]) => [key, written(key, value)]));
          expect(inBasis(rows[index] as Row), `row ${index}`).toMatchObject(was);
        });
      };
      compare(read.organisations, oracle.organisations);
      compare(
        read.platforms,
        (oracle.platforms ?? []).map((row) => ({ ...row, slug: expect.any(String) as unknown })),
      );
    },
  );

  test("has its other cells as the file writes them", async () => {
    const { read } = await readClean(DEMO);
    const actors = readOriginal(DEMO, "organisations.csv");
    const at = columnAt(actors, "TimeStamp");
    const local = (cell: string) => {
      const [day, month, year, hour, minute, half] = cell.split(/[/ :]|(?=[ap]m)/);
      if (!minute) return null;
      const two = (text: string | number | undefined) => String(text).padStart(2, "0");
      return `${year}-${two(month)}-${two(day)}T${two((Number(hour) % 12) + (half === "pm" ? 12 : 0))}:${minute}`;
    };
    expect(read.organisations.map((row) => row.checked_at)).toEqual(
      actors.rows.map((cells) => local(cells[at] ?? "")),
    );
    const portals = readOriginal(DEMO, "plateformes.csv");
    const pages = { forum_url: "url-forum-dodo", contact_url: "contact", twitter: "twitter" } as const;
    for (const [key, header] of Object.entries(pages) as [keyof typeof pages, string][]) {
      const column = columnAt(portals, header);
      expect(read.platforms.map((row) => row[key])).toEqual(
        portals.rows.map((cells) => (/^https?:/.test(cells[column] ?? "") ? cells[column] : null)),
      );
    }
  });
});

describe("the damage", () => {
  const variants = variantsOf(familiesOf(DEMO), FILES);

  test("is of more than 250 kinds, each with a name, and always the same", () => {
    const names = variants.map(({ file, family, name }) => `${file} ${family} ${name}`);
    expect(new Set(names).size).toBe(names.length);
    const but = variants.filter(({ family }) => family !== "two headers exchanged");
    expect(but.length).toBeGreaterThan(600);
    const again = variantsOf(familiesOf(DEMO), FILES);
    expect(
      again.every(({ bytes }, index) => Buffer.compare(bytes, variants[index]?.bytes ?? Buffer.of()) === 0),
    ).toBe(true);
  });
});

describe("the judge", () => {
  const table = readOriginal(DEMO, "organisations.csv");
  const made = (bytes: string, more: Partial<Variant> = {}): Variant => ({
    family: "trial",
    name: "trial",
    file: "organisations.csv",
    bytes: Buffer.from(bytes),
    ...more,
  });
  const faultsOf = async (variant: Variant) => faultOf(variant, await judge(variant, await readClean(DEMO)));

  test("tells a number that became another, a row that went, two rows that changed places", async () => {
    const population = columnAt(table, "pop-insee");
    expect(await faultsOf(made(write(withCell(table, 3, population, "4321"))))).toMatch(
      /SILENT 1: line 5, population/,
    );
    expect(await faultsOf(made(write({ ...table, rows: table.rows.slice(1) })))).toMatch(
      /SILENT .*1059 rows instead of 1060/,
    );
    const [first = [], second = [], ...others] = table.rows;
    expect(await faultsOf(made(write({ ...table, rows: [second, first, ...others] })))).toMatch(
      /SILENT \d+: line 2, name/,
    );
  });

  test("tells what should have been read, and a refusal at another place", async () => {
    const tabs = write(table, { delimiter: "\t" });
    expect(await faultsOf(made(tabs, { lossless: true }))).toMatch(/must be read right, but is refused/);
    expect(await faultsOf(made(tabs, { at: { line: 7 } }))).toMatch(/refused at 1 null, not at 7/);
    expect(await faultsOf(made(tabs, { at: { line: 1 } }))).toBeNull();
  });
});
