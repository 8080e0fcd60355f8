import { describe, expect, it } from "vitest";
import { departmentsOfRegion, SHAPES } from "./shapes";
import { seenIn, viewAround } from "./view";

describe("a part of the map", () => {
  it("holds the territories asked for, with a margin of a tenth of its larger side", () => {
    const [left, top, width, height] = SHAPES.region.get("BRE-53")!.box;
    const view = viewAround("region", ["BRE-53"]);
    expect(view[0]).toBeCloseTo(left - width / 10);
    expect(view[1]).toBeCloseTo(top - width / 10);
    expect(view[2]).toBeCloseTo(width * 1.2);
    expect(view[3]).toBeCloseTo(height + width / 5);
  });

  it("tells who is seen in it", () => {
    const seen = seenIn("department", viewAround("department", departmentsOfRegion("BRE-53")));
    for (const code of ["22", "29", "35", "56", "44", "50"]) expect(seen).toContain(code);
    expect(seen).not.toContain("13");
    expect(seenIn("department", viewAround("department", ["974"]))).toEqual(["974"]);
  });
});
