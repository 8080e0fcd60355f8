import { expect, it } from "vitest";
import { correctableColumns } from "@/lib/api/correctable";
import { readCell } from "@/lib/editions/proposed";
import { contextOver } from "@/tests/support/edition";

const [A, B] = ["213500010", "254002272"];
const edition = () =>
  contextOver({
    organisations: [
      {
        ...{ siren: A, name: "ACIGNE", type: "COM", region: "BRE-53", department: "35", channel: "both" },
        // The register repaired the population: a correction speaks of the file's.
        ...{ population: 6865, population_file: 6275, local_datasets: 4, technologies: ["CKAN", "ArcGIS"] },
      },
      { siren: B, name: "ADACL", type: "AGCT", region: "NAQ-75", local_datasets: 5 },
      { siren: B, name: "ADACL", type: "AGCT", region: "NAQ-75", local_datasets: 6 },
    ],
    platforms: [{ slug: "brest", name: "Brest", technology: "CKAN", hosted_declared: 3 }],
  });
const cellsOf = async (target: string) =>
  Object.fromEntries(
    (await correctableColumns(await edition(), target)).map(({ column, text }) => [column, text]),
  );

it("an organisation's columns have what the file has, written as a file writes it", async () => {
  expect(await cellsOf(`organisation/${A}`)).toMatchObject({
    ...{ siren: A, name: "ACIGNE", region: "BRE-53", population: "6275", channel: "ptf+datagouv" },
    ...{ local_datasets: "4", technologies: "CKAN, ArcGIS", datagouv_datasets: "", checked_at: null },
  });
  // Read in its column again, each means what the row holds: a correction that quotes it applies.
  expect(readCell("organisation", "channel", "ptf+datagouv").value).toBe("both");
  expect(readCell("organisation", "technologies", "CKAN, ArcGIS").value).toEqual(["CKAN", "ArcGIS"]);
});

it("rows that share a SIREN have one text only where they agree", async () => {
  expect(await cellsOf(`organisation/${B}`)).toMatchObject({ name: "ADACL", local_datasets: null });
});

it("a platform has the columns of its own file, without what may name a person", async () => {
  const cells = await cellsOf("platform/brest");
  expect(cells).toMatchObject({ name: "Brest", technology: "CKAN", hosted_declared: "3", contact_url: null });
  expect(cells).not.toHaveProperty("siren");
});

it("what is not a row may become one of either file; a row that is gone, or an edition not served, has no text", async () => {
  const either = (await correctableColumns(await edition(), "")).map(({ column }) => column);
  expect(either).toEqual(expect.arrayContaining(["siren", "population", "technology", "hosted_declared"]));
  expect(new Set(either).size).toBe(either.length);
  expect(new Set(Object.values(await cellsOf("platform/gone")))).toEqual(new Set([null]));
  expect((await correctableColumns(undefined, `organisation/${A}`)).map(({ column }) => column)).toContain(
    "name",
  );
});
