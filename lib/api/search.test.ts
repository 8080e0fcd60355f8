import { beforeAll, describe, expect, it } from "vitest";
import type { EditionContext } from "@/lib/engine/context";
import { BadAddress } from "@/lib/queries/request";
import { contextOver } from "@/tests/support/edition";
import { sitePages } from "./pages";
import { searchEverything } from "./search";
import { readSearch } from "./search-address";

const EDITION = {
  organisations: [
    { siren: "213500010", name: "ÉVRY-LE-GRAND", type: "COM", department: "91", population: 100 },
    { siren: "213500028", name: "Évry", type: "COM", department: "91", population: 50 },
    { siren: "213500036", name: "Pays d’Évry", type: "CC", population: 9_000 },
    { siren: "213500044", name: "Chevry", type: "COM", population: 90_000 },
    { siren: null, name: "Bureau sans numéro", type: null },
    { siren: "213500051", name: "Évry-sur-Eau", type: "COM", population: 200 },
  ],
  platforms: [{ slug: "open-data-evry", name: "Open data Évry", type: "Portail", technology: "CKAN" }],
} as const;

describe("the search", () => {
  let context: EditionContext;
  beforeAll(async () => {
    context = await contextOver({
      organisations: [...EDITION.organisations],
      platforms: [...EDITION.platforms],
    });
  });
  const find = (q: string, limit = 10) => searchEverything(context, q, limit);
  const namesOf = async (q: string, entity: string) =>
    (await find(q)).groups.find((group) => group.entity === entity)?.results.map(({ name }) => name.fr) ?? [];

  it("puts the whole name first, then beginnings by population, words, letters", async () => {
    expect(await namesOf("evry", "organisation")).toEqual([
      "Évry",
      "Évry-sur-Eau",
      "ÉVRY-LE-GRAND",
      "Pays d’Évry",
      "Chevry",
    ]);
  });

  it.each(["ÉVRY", "évry", "Evry ", "« évry »"])(
    "minds neither case, accents nor punctuation: %s",
    async (q) => {
      expect((await find(q)).groups.map(({ entity, total }) => [entity, total])).toEqual([
        ["organisation", 5],
        ["platform", 1],
      ]);
    },
  );

  it("wants every word", async () => {
    expect(await namesOf("eau evry", "organisation")).toEqual(["Évry-sur-Eau"]);
    expect((await find("evry zzzz")).groups).toEqual([]);
  });

  it.each(["213500044", "213 500 044", "213.500.044"])(
    "knows a SIREN however it is written: %s",
    async (q) => {
      const { total, groups } = await find(q);
      expect(total).toBe(1);
      expect(groups[0]?.results[0]?.path).toBe("/organisations/213500044");
    },
  );

  it("counts all of a kind and shows the first", async () => {
    const { total, groups } = await find("evry", 2);
    expect(total).toBe(6);
    expect(groups[0]).toMatchObject({ entity: "organisation", total: 5, list: "/organisations?q=evry" });
    expect(groups[0]?.results.map(({ name }) => name.fr)).toEqual(["Évry", "Évry-sur-Eau"]);
  });

  it("finds territories by name in both languages and by code, indicators by their words", async () => {
    expect((await find("french polynesia")).groups[0]?.results[0]?.path).toBe("/territoires/PF");
    expect((await find("2a")).groups[0]?.results[0]).toMatchObject({ path: "/territoires/2A" });
    expect((await find("bre-53")).groups[0]?.results[0]).toMatchObject({ path: "/territoires/BRE-53" });
    expect((await find("taux d'ouverture")).groups[0]?.results[0]?.path).toBe("/indicateurs/opening-rate");
    expect((await find("opening rate")).groups[0]?.results[0]?.path).toBe("/indicateurs/opening-rate");
  });

  it("says what a result is, and only what is known", async () => {
    const { groups } = await find("open data evry");
    expect(groups[0]?.results).toEqual([
      {
        identifier: "open-data-evry",
        name: { fr: "Open data Évry", en: "Open data Évry" },
        detail: { fr: "Portail · CKAN", en: "Portal · CKAN" },
        path: "/plateformes/open-data-evry",
      },
    ]);
  });

  it("leads to the list where a row has no identifier", async () => {
    const { groups } = await find("bureau");
    expect(groups[0]?.results[0]).toMatchObject({
      detail: null,
      path: "/organisations?q=Bureau%20sans%20num%C3%A9ro",
    });
  });

  it("shows the pages, in their order, until a word is typed", async () => {
    const { groups } = await find("  ", 50);
    expect(groups.map(({ entity }) => entity)).toEqual(["page"]);
    expect(groups[0]?.results.map(({ path }) => path)).toEqual(sitePages.map(({ path }) => path));
  });

  it("takes any text for words: nothing is a pattern or a command", async () => {
    for (const q of ["%", "_", "'; DROP TABLE organisation; --", "\\", "(((", "🗺"])
      expect((await find(q)).groups.every(({ entity }) => entity === "page")).toBe(true);
    expect(await namesOf("evry", "organisation")).toHaveLength(5);
  });
});

describe("what the search is asked", () => {
  const read = (query: string) => readSearch(new URLSearchParams(query));
  it("is read with its defaults", () => {
    expect(read("q=+rennes+")).toEqual({ q: "rennes", limit: 5, basis: "corrected" });
    expect(read("limit=50&basis=file")).toEqual({ q: "", limit: 50, basis: "file" });
  });
  it.each(["limit=0", "limit=51", "limit=1.5", "basis=both", "query=a", "q=a&q=b", `q=${"a".repeat(101)}`])(
    "is refused where it can’t be honoured: %s",
    (query) => expect(() => read(query)).toThrow(BadAddress),
  );
});
