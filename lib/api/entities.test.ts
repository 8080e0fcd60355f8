import { expect, it } from "vitest";
import { contextOver } from "@/tests/support/edition";
import { organisationCard, platformCard } from "@/lib/api/entities";

const SIREN = "213500010";

it("shows the first of several rows of a SIREN, and says how many there are", async () => {
  const context = await contextOver({
    organisations: [
      { siren: SIREN, name: "ACIGNÉ", type: "COM", channel: "ptf", local_datasets: 4 },
      { siren: SIREN, name: "ACIGNE", type: "COM", channel: "ptf", local_datasets: 9 },
    ],
  });
  const card = await organisationCard(context, SIREN);
  expect(card?.row).toMatchObject({ name: "ACIGNÉ", line: 2, same_siren: 2, datasets: 4 });
  expect(card?.peers).toEqual([{ key: "type", value: "COM", actors: 2, known: 2, position: 2, median: 6.5 }]);
});

it("shares a rank among equals and ranks nobody whose count is unknown", async () => {
  const commune = { type: "COM", channel: "ptf", region: "BRE-53" } as const;
  const context = await contextOver({
    organisations: [
      { ...commune, siren: "000000001", local_datasets: 5, population: 4000 },
      { ...commune, siren: "000000002", local_datasets: 5, population: 4999 },
      { ...commune, siren: "000000003", local_datasets: 1, population: 5000 },
      { ...commune, siren: "000000004", local_datasets: null },
    ],
  });
  const peers = async (siren: string) =>
    (await organisationCard(context, siren))?.peers.map(({ key, position, actors, known, median }) => [
      ...[key, position, actors, known, median],
    ]);
  expect(await peers("000000002")).toEqual([
    ["type", 1, 4, 3, 5],
    ["size", 1, 2, 2, 5],
    ["region", 1, 4, 3, 5],
  ]);
  expect((await peers("000000003"))?.[0]).toEqual(["type", 3, 4, 3, 5]);
  // Without inhabitants it belongs to no band; without a count it has no rank.
  expect(await peers("000000004")).toEqual([
    ["type", null, 4, 3, 5],
    ["region", null, 4, 3, 5],
  ]);
});

it("tells the organisations a platform lists from those that name it", async () => {
  const context = await contextOver({
    organisations: [
      { siren: "000000001", name: "A", platforms: ["Ouverte"] },
      { siren: "000000002", name: "B", platforms: ["Autre"] },
      { siren: null, name: "C", platforms: ["Ouverte"] },
      { siren: "000000004", name: "D" },
    ],
    platforms: [{ slug: "ouverte", name: "Ouverte", organisations: ["000000001", "000000002", "000000003"] }],
  });
  const card = await platformCard(context, "ouverte");
  expect(card?.hosted.map(({ siren, name, listed, names_it }) => [siren, name, listed, names_it])).toEqual([
    ["000000001", "A", true, true],
    ["000000002", "B", true, false],
    [null, "C", false, true],
    ["000000003", null, true, null],
  ]);
  const published = (await organisationCard(context, "000000001"))?.published_on;
  expect(published).toEqual([
    {
      ...{ name: "Ouverte", slug: "ouverte", hosted_declared: null, hosted_found: 2 },
      neighbours: [{ siren: null, name: "C", type: null, datasets: null }],
    },
  ]);
});
