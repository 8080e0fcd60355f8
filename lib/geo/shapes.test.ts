import { describe, expect, it } from "vitest";
import { makeShapes } from "@/scripts/lib/shapes";
import { ringsOf, type Point, type Ring } from "@/scripts/lib/svg-path";
import { REGIONS_18 } from "@/lib/codes/regions";
import { INSETS, MAP_BOX } from "./frames";
import { project } from "./projection";
import committed from "./shapes.json";
import { departmentsOfRegion, levelOf, regionOfDepartment, SHAPES } from "./shapes";
import { CITIES } from "./cities.fixture";

/** Whether a point is inside rings, by the even-odd rule. */
function inside(rings: readonly Ring[], { x, y }: { x: number; y: number }): boolean {
  let odd = false;
  for (const ring of rings)
    ring.forEach(([bx, by]: Point, index) => {
      const [ax, ay] = ring.at(index - 1)!;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
    });
  return odd;
}
const ringsAt = (level: "region" | "department", code: string) => ringsOf(SHAPES[level].get(code)!.path);

describe("the shapes", () => {
  it("are what the installed package gives", () => {
    expect(committed).toEqual(JSON.parse(JSON.stringify(makeShapes())));
  });

  it("are the 101 départements and the 18 régions, small enough for a page", () => {
    expect(SHAPES.department.size).toBe(101);
    expect([...SHAPES.region.keys()].toSorted()).toEqual([...REGIONS_18].toSorted());
    const size = (level: "region" | "department") =>
      [...SHAPES[level].values()].reduce((sum, { path }) => sum + path.length, 0);
    expect(size("department")).toBeLessThan(40_000);
    expect(size("region")).toBeLessThan(20_000);
  });

  it("are all within the map, the overseas ones within their insets", () => {
    const [left, top, width, height] = MAP_BOX;
    for (const { box } of [...SHAPES.department.values(), ...SHAPES.region.values()]) {
      expect(box[0]).toBeGreaterThanOrEqual(left);
      expect(box[1]).toBeGreaterThanOrEqual(top);
      expect(box[0] + box[2]).toBeLessThanOrEqual(left + width);
      expect(box[1] + box[3]).toBeLessThanOrEqual(top + height);
    }
    for (const { code, box } of INSETS)
      SHAPES.department
        .get(code)
        ?.box.forEach((side, index) => expect(Math.abs(side - box[index]!), code).toBeLessThanOrEqual(1));
  });

  it("know their neighbours, both ways, as an atlas has them", () => {
    const of = (code: string) => SHAPES.department.get(code)?.neighbours.join(" ");
    expect(of("35")).toBe("22 44 49 50 53 56");
    expect(of("77")).toBe("02 10 45 51 60 89 91 93 94 95");
    expect(of("18")).toBe("03 23 36 41 45 58");
    expect(of("38")).toBe("01 05 07 26 42 69 73");
    expect(of("75")).toBe("92 93 94");
    expect(of("90")).toBe("25 68 70 88");
    expect(of("2A")).toBe("2B");
    expect(of("974")).toBe("");
    expect(SHAPES.region.get("CVL-24")?.neighbours).toEqual([
      "ARA-84",
      "BFC-27",
      "IDF-11",
      "NAQ-75",
      "NOR-28",
      "PDL-52",
    ]);
    for (const shapes of Object.values(SHAPES))
      for (const [code, { neighbours }] of shapes)
        for (const other of neighbours)
          expect(shapes.get(other)?.neighbours, `${code} ${other}`).toContain(code);
  });

  it("say which région a département is in", () => {
    expect(regionOfDepartment("35")).toBe("BRE-53");
    expect(regionOfDepartment("974")).toBe("RE-04");
    expect(regionOfDepartment("988")).toBeUndefined();
    expect(departmentsOfRegion("BRE-53")).toEqual(["22", "29", "35", "56"]);
    expect(levelOf("COR-94")).toBe("region");
    expect(levelOf("2A")).toBe("department");
    expect(levelOf("NC")).toBeUndefined();
  });
});

describe("the projection", () => {
  it.each(CITIES)(
    "puts %s in the shape of its département and its région",
    (_, latitude, longitude, code) => {
      const place = project(longitude, latitude);
      expect(place).not.toBeNull();
      expect(inside(ringsAt("department", code), place!)).toBe(true);
      expect(inside(ringsAt("region", regionOfDepartment(code)!), place!)).toBe(true);
    },
  );

  it("puts no city in a département that is not its own", () => {
    for (const [name, latitude, longitude, code] of CITIES) {
      const place = project(longitude, latitude)!;
      const found = [...SHAPES.department.keys()].filter((one) => inside(ringsAt("department", one), place));
      expect(found, name).toEqual([code]);
    }
  });

  it.each([
    ["Nouméa", -22.2763, 166.4572],
    ["Papeete", -17.5399, -149.5684],
    ["Gulf of Guinea, where a zero latitude and longitude are", 0, 0],
    ["London", 51.5072, -0.1276],
  ])("has no place for %s", (_, latitude, longitude) => {
    expect(project(longitude, latitude)).toBeNull();
  });
});
