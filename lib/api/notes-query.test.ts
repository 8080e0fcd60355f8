import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publishedNotes } from "@/lib/annotations";
import type { EditionContext } from "@/lib/engine/context";
import { termOf } from "@/lib/glossary";
import { BadAddress } from "@/lib/queries/request";
import { contextOver } from "@/tests/support/edition";
import { notedStore } from "@/tests/support/noted-store";
import { NOTE_COLUMNS, noteCells, noteFilters, readNotesAddress } from "./notes-query";

let store: Awaited<ReturnType<typeof notedStore>>;
let context: EditionContext;

beforeAll(async () => {
  store = await notedStore();
  const edition = "essai";
  context = await contextOver({
    organisations: [
      { siren: "213500010", name: "ACIGNE", type: "COM", region: "BRE-53", department: "35" },
      { siren: "384452611", name: "ADICO", type: "OACT", region: "HDF-32", department: "60" },
    ],
    platforms: [{ slug: "megalis", name: "Megalis", region: "BRE-53" }],
  });
  const bodies = {
    whole: "edition",
    region: "territory/BRE-53",
    department: "territory/35",
    row: "indicator/by-region/BRE-53",
    "other row": "indicator/by-region/HDF-32",
    inside: "organisation/213500010",
    outside: "organisation/384452611",
    platform: "platform/megalis",
  };
  for (const [body, target] of Object.entries(bodies)) await store.publish({ edition, target, body });
  const correction = { column: "population", file_value: "1", proposed: "2", reason: "Insee", proof: null };
  await store.publish({
    ...{ edition, target: "organisation/384452611", body: "corrected", kind: "correction" },
    ...{
      correction: JSON.stringify(correction),
      author_name: "Grace",
      published_at: "2023-02-01T00:00:00.000Z",
    },
  });
});
afterAll(async () => {
  await store.close();
  context.state.instance.closeSync();
});

const asked = async (search: string) =>
  (await publishedNotes(await noteFilters(context, readNotesAddress(new URLSearchParams(search)).asked)))
    .notes;
const found = async (search: string) => (await asked(search)).map(({ body }) => body).toSorted();

describe("notes are found by", () => {
  it.each([
    ["territory=BRE-53", ["inside", "platform", "region", "row"]],
    ["territory=35", ["department", "inside"]],
    ["territory=HDF-32", ["corrected", "other row", "outside"]],
    ["territory=COR-94", []],
    ["target=organisation/384452611", ["corrected", "outside"]],
    ["target_kind=territory", ["department", "region"]],
    ["author=Grace", ["corrected"]],
    ["kind=correction&territory=HDF-32", ["corrected"]],
    ["since=2023-01-15", ["corrected"]],
    ["until=2023-01-15&territory=35", ["department", "inside"]],
  ])("%s", async (search, bodies) => {
    expect(await found(search)).toEqual(bodies);
  });

  it("nothing but the edition, when nothing is asked", async () => {
    expect(await found("kind=&author=")).toHaveLength(9);
  });
});

it.each([
  ["kind=none", "kind"],
  ["note=1", "note"],
  ["territory=99", "territory"],
  ["target=x", "target"],
  ["since=2023-02-30", "since"],
  ["author=a&author=b", "author"],
  ["page=0", "page"],
  ["page_size=501", "page_size"],
])("%s is refused by its name", (search, parameter) => {
  const read = () => readNotesAddress(new URLSearchParams(`${search}&language=fr`));
  expect(read).toThrow(BadAddress);
  try {
    read();
  } catch (cause) {
    expect((cause as BadAddress).errors).toMatchObject([{ parameter }]);
  }
});

it("a note is a row with a cell for each column, which the glossary knows", async () => {
  const [note] = await asked("author=Grace");
  const cells = noteCells(note!);
  expect(Object.keys(cells)).toEqual(NOTE_COLUMNS.map(({ key }) => key));
  expect(cells).toMatchObject({ correction_column: "population", correction_proposed: "2", author: "Grace" });
  expect(cells.permalink).toMatch(/\/journal\?note=corrected&edition=essai$/);
  for (const { key, term = key } of NOTE_COLUMNS) expect(termOf(term).definition.fr).not.toBe("");
});
