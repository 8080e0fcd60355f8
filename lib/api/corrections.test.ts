import { beforeEach, expect, it } from "vitest";
import { createNote, publishNote, type Correction } from "@/lib/annotations";
import { correctionsOf, patchedBy } from "@/lib/api/corrections";
import { relationRows } from "@/lib/engine/relation";
import { organisations } from "@/lib/queries/organisations";
import { platforms } from "@/lib/queries/platforms";
import type { StoreDb } from "@/lib/store";
import { contextOver } from "@/tests/support/edition";
import { emptyTables } from "@/tests/support/empty-tables";
import { onBothStores } from "@/tests/support/opened-store";

const [A, B, C] = ["213500010", "254002272", "306966110"];
const nothing = { filters: {}, q: null, sort: [] };

// Three actors and one platform, small enough to be corrected by hand.
const edition = () =>
  contextOver({
    organisations: [
      {
        siren: A,
        name: "ACIGNE",
        type: "COM",
        region: "BRE-53",
        population: 6275,
        channel: "ptf",
        local_datasets: 4,
      },
      { siren: B, name: "ADACL", type: "AGCT", region: "NAQ-75", channel: "datagouv", datagouv_datasets: 5 },
      // The register repaired the population; the file has another.
      {
        siren: C,
        name: "ADEUPA",
        type: "COM",
        population: 140_000,
        population_file: 1400,
        technologies: ["CKAN"],
      },
      { siren: C, name: "ADEUPA", type: "COM", population: 140_000, population_file: 1400, technologies: [] },
    ],
    platforms: [{ slug: "brest", name: "Brest", hosted_declared: 3 }],
  });

onBothStores("published corrections", (store) => {
  let db: StoreDb;
  const editor = { userId: "editor" };
  beforeEach(async () => {
    db = store();
    await emptyTables(db, ["note_version", "note", "notes_state", "audit", "user"]);
    await db
      .insertInto("user")
      .values({
        ...{ id: "editor", email: "e@example.org", display_name: "Ada", password_hash: null, role: "editor" },
        ...{ session_version: 1, disabled_at: null, created_at: "2022-12-31T00:00:00.000Z" },
      })
      .execute();
  });
  async function correct(target: string, column: string, file_value: string, proposed: string, day = "01") {
    const correction: Correction = {
      ...{ column, file_value, proposed },
      reason: "Vu sur place",
      proof: null,
    };
    const text = { target, kind: "correction", language: "fr", body: "Corrigé.", correction } as const;
    const { id, version } = await createNote(editor, "essai", text, db);
    await publishNote(editor, id, version, `2023-01-${day}T00:00:00.000Z`, db);
  }
  async function read() {
    const context = await edition();
    const corrections = await correctionsOf(context, "organisations", db);
    return { context, corrections, patched: patchedBy(context, corrections) };
  }

  it("change rows, and with them what is derived, filtered, sorted, counted and written to files", async () => {
    await correct(`organisation/${A}`, "population", "6 275", "3 400");
    await correct(`organisation/${A}`, "local_datasets", "4", "40");
    await correct(`organisation/${B}`, "datagouv_datasets", "5", "");
    const { context, corrections, patched } = await read();
    expect(corrections).toMatchObject({ cells: 3, rows: 2, skipped: [] });

    const { rows } = await organisations.page(patched, { ...nothing, sort: ["-datasets"] }, 1, 10);
    expect(rows.map(({ name, population, datasets }) => [name, population, datasets])).toEqual([
      ["ACIGNE", 3400, 40],
      ["ADACL", null, null],
      ["ADEUPA", 140_000, null],
      ["ADEUPA", 140_000, null],
    ]);
    // 40 is of the class 26–50, where it was of 3–5; 3,400 inhabitants are of the band below 3,500.
    const filters = { datasets: ["26-50"] };
    expect(await organisations.total(patched, { ...nothing, filters })).toBe(1);
    expect(await organisations.total(context, { ...nothing, filters })).toBe(0);
    const { size: sizes } = await organisations.facets(patched, nothing, ["size"], "result");
    expect(sizes).toEqual([
      { value: "100000-", count: 2 },
      { value: "0-3500", count: 1 },
      { value: "none", count: 1 },
    ]);
    const written = [];
    for await (const chunk of relationRows(
      patched,
      organisations.relation(patched, nothing, ["name", "population"]),
    ))
      written.push(...chunk);
    // Without a sort, a file has the order of its source.
    expect(written.map(({ name }) => name)).toEqual(["ACIGNE", "ADACL", "ADEUPA", "ADEUPA"]);
    expect(written[0]?.population).toBe(3400);
    // The same edition, as published.
    const plain = await organisations.page(context, { ...nothing, sort: ["-datasets"] }, 1, 10);
    expect(plain.rows.map(({ datasets }) => datasets)).toEqual([5, 4, null, null]);
  });

  it("are compared with the file's own value, whatever the basis, and reach every row that says it", async () => {
    await correct(`organisation/${C}`, "population", "1400", "139 163");
    const { corrections, patched } = await read();
    expect(corrections).toMatchObject({ cells: 2, rows: 2 });
    expect(corrections.applied).toMatchObject([
      { id: C, column: "population", before: 1400, after: 139_163 },
    ]);
    const { rows } = await organisations.page(patched, { ...nothing, q: "adeupa" }, 1, 10);
    expect(rows.map(({ population }) => population)).toEqual([139_163, 139_163]);
  });

  it("are not applied where they can't be, and say why", async () => {
    await correct(`organisation/${A}`, "siren", A, B, "01");
    await correct(`organisation/${A}`, "type", "COM", "VILLE", "02");
    await correct(`organisation/${A}`, "population", "6 276", "6 300", "03");
    await correct("organisation/999999999", "name", "X", "Y", "04");
    await correct(`organisation/${C}`, "technologies", "CKAN", "ArcGIS", "05");
    await correct(`organisation/${B}`, "datagouv_datasets", "5", "6", "06");
    await correct(`organisation/${B}`, "datagouv_datasets", "5", "7", "07");
    await correct(`organisation/${A}`, "name", "ACIGNE", "", "08");
    const { corrections, patched } = await read();
    expect(corrections.skipped.map(({ column, why }) => [column, why])).toEqual([
      ["name", "value"],
      ["datagouv_datasets", "older"],
      ["technologies", "differs"],
      ["name", "gone"],
      ["population", "differs"],
      ["type", "value"],
      ["siren", "column"],
    ]);
    expect(corrections.cells).toBe(1);
    const { rows } = await organisations.page(patched, { ...nothing, q: B }, 1, 10);
    expect(rows[0]).toMatchObject({ siren: B, datagouv_datasets: 7, datasets: 7 });
  });

  it("are of the spelling that the file's own reading gives, lists among them", async () => {
    await correct("platform/brest", "technology", "", "opendatasoft");
    await correct("platform/brest", "hosted_declared", "3", "12");
    await correct(`organisation/${B}`, "technologies", "", "ckan, ArcGIS, ckan");
    const context = await edition();
    const portals = await correctionsOf(context, "platforms", db);
    const { rows } = await platforms.page(patchedBy(context, portals), nothing, 1, 10);
    expect(rows).toMatchObject([{ name: "Brest", technology: "OpenDataSoft", hosted_declared: 12 }]);
    const { patched } = await read();
    const actors = await organisations.page(
      patched,
      { ...nothing, filters: { technology: ["ArcGIS"] } },
      1,
      10,
    );
    expect(actors.rows.map(({ name, technologies }) => [name, technologies])).toEqual([
      ["ADACL", ["CKAN", "ArcGIS"]],
    ]);
  });
});
