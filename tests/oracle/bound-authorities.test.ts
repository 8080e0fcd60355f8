import { describe, expect, it } from "vitest";
import { BASES, type Basis } from "@/lib/codes/types";
import { relationRows } from "@/lib/engine/relation";
import { openingRate } from "@/lib/indicators/rates";
import { byDepartment, byRegion } from "@/lib/indicators/territories";
import { boundAuthorities as list } from "@/lib/queries/bound-authorities";
import { EDITIONS, loadedEditions } from "@/tests/support/editions";
import { boundAuthorities } from "./bound-authorities.mjs";
import { computeOracle } from "./oracle.mjs";

/** The list of bound authorities against a separate program, against the official totals, and against the rates. */

type Row = Awaited<ReturnType<typeof list.page>>["rows"][number];
const EVERYTHING = { filters: {}, q: null, sort: [] };

describe.each(EDITIONS)("bound authorities of edition %s", (id) => {
  const { contextOf, folderOf } = loadedEditions();
  async function all(basis: Basis): Promise<Row[]> {
    const rows: Row[] = [];
    const context = contextOf(id, basis);
    for await (const batch of relationRows(context, list.relation(context, EVERYTHING)))
      rows.push(...(batch as Row[]));
    return rows;
  }
  it.each(BASES)("are those of the other program, one by one, basis %s", async (basis) => {
    const idOf = (row: Row) => (row.type === "REG" ? row.region : (row.siren ?? row.insee_code ?? ""));
    const expected = new Map(
      boundAuthorities(computeOracle({ folder: folderOf(id), basis }).organisations).map(
        ({ id: key, ...bound }) => [key, bound],
      ),
    );
    const rows = await all(basis);
    expect(rows).toHaveLength(expected.size);
    for (const row of rows) {
      const { type, region, department, population, open } = row;
      // A demonstration's SIREN are nobody's: whether a commune or an EPCI is open has no answer there.
      const unknown = id === "demo" && !["DEP", "REG"].includes(type);
      const { open: theirs, ...bound } = expected.get(idOf(row))!;
      expect({ type, region, department, population }, row.name).toEqual(bound);
      expect(open, row.name).toBe(unknown ? null : theirs);
    }
  });

  it("are as many as the denominator of the opening rate, and of each territory's", async () => {
    const context = contextOf(id);
    const rows = await all("corrected");
    const { denominator } = await openingRate.compute(context);
    // Reference 2022 counts this very register. Another reference set has its own total, published by its authors.
    if (context.edition.manifest.reference === "2022") expect(rows).toHaveLength(denominator!);
    // 3,183 communes of 3,500 inhabitants and more, 22 MET, 14 CU, 227 CA, 992 CC, 11 EPT, 101 départements, 18 régions.
    expect(rows).toHaveLength(3183 + 22 + 14 + 227 + 992 + 11 + 101 + 18);
    for (const { rows: territories, id: indicator } of [
      await byRegion.compute(context),
      await byDepartment.compute(context),
    ])
      for (const { key, total } of territories) {
        const field = indicator === "by-region" ? "region" : "department";
        expect(rows.filter((row) => row[field] === key).length, `${indicator}/${key}`).toBe(total);
      }
  });

  it("filter by what they are, and can be searched by name and number", async () => {
    const context = contextOf(id);
    const total = (filters: Partial<Record<string, string[]>>, q: string | null = null) =>
      list.total(context, { filters, q, sort: [] });
    expect(await total({ type: ["REG"] })).toBe(18);
    expect(await total({ type: ["DEP"], region: ["BRE-53"] })).toBe(4);
    expect(await total({ type: ["EPT"] })).toBe(11);
    expect(await total({ size: ["0-3500"], type: ["COM"] })).toBe(0);
    expect(await total({ type: ["COM"] }, "35238")).toBe(1);
    expect(await total({}, "rennes metropole")).toBe(1);
    const [open, closed, unknown] = await Promise.all(
      ["true", "false", "none"].map((one) => total({ open: [one] })),
    );
    expect(open! + closed! + unknown!).toBe(4568);
    if (id === "demo") expect(unknown).toBe(3183 + 22 + 14 + 227 + 992 + 11);
    else expect(unknown).toBe(0);
  });
});
