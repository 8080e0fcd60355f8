import { describe, expect, it } from "vitest";
import { organisationCard, platformCard } from "@/lib/api/entities";
import { boundAuthority } from "@/lib/queries/organisation";
import { EDITIONS, loadedEditions } from "@/tests/support/editions";
import { hosting, standing } from "./entities.mjs";
import { readEdition } from "./rows.mjs";

/** Single organisations and platforms against a separate program over the same files. */
const { contextOf, folderOf } = loadedEditions();

describe.each(EDITIONS)("every organisation and platform of %s", (id) => {
  it.each(["corrected", "file"] as const)("has its place among its peers, basis %s", async (basis) => {
    const { organisations } = readEdition(folderOf(id), basis);
    const context = contextOf(id, basis);
    const sirens = [...new Set(organisations.flatMap(({ siren }) => siren ?? []))];
    expect(sirens.length).toBeGreaterThan(50);
    // One in thirty, the first and the last: types, bands and régions of all kinds.
    const some = sirens.filter((_, index) => index % 30 === 0 || index === sirens.length - 1);
    for (const siren of some) {
      const card = await organisationCard(context, siren);
      expect(card?.row, siren).toMatchObject({
        name: organisations.find((row) => row.siren === siren)?.name,
        same_siren: organisations.filter((row) => row.siren === siren).length,
      });
      expect(card?.peers, siren).toEqual(standing(organisations, siren));
      for (const one of card?.published_on ?? [])
        expect(one.hosted_found, `${siren} ${one.name}`).toBe(
          organisations.filter((row) => row.platforms.includes(one.name)).length,
        );
    }
  });

  it("is hosted where its row or the platform's says", async () => {
    const edition = readEdition(folderOf(id), "corrected");
    for (const { slug } of edition.platforms ?? []) {
      const card = await platformCard(contextOf(id, "corrected"), slug);
      const rows = card?.hosted ?? [];
      expect(
        {
          listed: rows.filter(({ listed }) => listed).length,
          naming: rows.filter(({ names_it }) => names_it === true).length,
          both: rows.filter(({ listed, names_it }) => listed && names_it === true).length,
        },
        slug,
      ).toEqual(hosting(edition, slug));
    }
  });

  it("is nothing when the edition has no such name", async () => {
    expect(await organisationCard(contextOf(id, "corrected"), "000000000")).toBeNull();
    expect(await platformCard(contextOf(id, "corrected"), "nulle-part")).toBeNull();
  });
});

it("knows an authority that the law binds by its SIREN, published or not", async () => {
  // Lannion, 22113 in the official geographic code: SIREN 212201131 (INSEE, Sirene).
  expect(await boundAuthority.all(contextOf("demo", "corrected"), { siren: "212201131" })).toMatchObject([
    { name: "Lannion", type: "COM", department: "22" },
  ]);
  expect(await boundAuthority.all(contextOf("demo", "corrected"), { siren: "000000000" })).toEqual([]);
});
