import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { realFiles, writeEditions } from "@/e2e/support/editions.mjs";
import { organisationCard, platformCard } from "@/lib/api/entities";
import type { EditionContext } from "@/lib/engine/context";
import { loadState, type EngineState } from "@/lib/engine/state";
import { boundAuthority } from "@/lib/queries/organisation";
import { hosting, standing } from "./entities.mjs";
import { readEdition } from "./rows.mjs";

/** Single organisations and platforms against a separate program over the same files. */
const EDITIONS = ["demo", ...(realFiles() ? ["2022-10"] : [])];

let dataDir: string;
let state: EngineState;
const contextOf = (id: string, basis: EditionContext["basis"]): EditionContext => {
  const edition = state.editions.get(id);
  if (!edition) throw new Error(`edition ${id} was refused: ${JSON.stringify(state.refusals)}`);
  return { state, edition, basis };
};

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "editions-"));
  writeEditions(dataDir);
  state = await loadState(dataDir);
});
afterAll(() => {
  state.instance.closeSync();
  rmSync(dataDir, { recursive: true });
});

describe.each(EDITIONS)("every organisation and platform of %s", (id) => {
  it.each(["corrected", "file"] as const)("has its place among its peers, basis %s", async (basis) => {
    const { organisations } = readEdition(join(dataDir, id), basis);
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
    const edition = readEdition(join(dataDir, id), "corrected");
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
