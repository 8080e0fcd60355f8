import { readFileSync } from "node:fs";
import departmentFile from "@etalab/decoupage-administratif/data/departements.json" with { type: "json" };
import { INSETS } from "../../lib/geo/frames";
import { REGIONS, REGIONS_18 } from "../../lib/codes/regions";
import { distanceTo, pathOf, ringsOf, simplify, type Point, type Ring } from "./svg-path";

const COMPONENT = new URL("../../node_modules/@gouvfr/dsfr-chart/dist/MapChart/MapChart.js", import.meta.url);
/** The source names Corsica by its former code, and Provence-Alpes-Côte d’Azur in the same way as the editions. */
const SOURCE_REGION: Readonly<Record<string, string>> = { "COR-94": "20R", "PAC-93": "PAC" };

/** Units of the map: two borders as near as this are one, since each shape of the source is rounded by itself. */
const TOUCHING = 2.2;
/** Points of two shapes that lie on each other's border: fewer is a corner. */
const SHARED_POINTS = 4;
/** Borders of a few kilometres, which the drawing shortens to a point. */
const SHORT_BORDERS: readonly (readonly [string, string])[] = [
  ["18", "23"],
  ["88", "90"],
];

type Shapes = Map<string, readonly Ring[]>;

/** Every drawing of the source's map, by its code there: "35", "BRE", "971". */
function readSource(): Shapes {
  const text = readFileSync(COMPONENT, "utf8");
  const drawn = text.matchAll(/class: "FR-([0-9A-Z]+)",[\s\S]{0,400}?\bd: "([^"]+)"/g);
  return new Map([...drawn].map(([, code = "", path = ""]) => [code, ringsOf(path)]));
}

/** The region of each département, by the register. */
const REGION_OF = new Map(
  departmentFile.map(({ code, region }) => [code, REGIONS.find(({ insee }) => insee === region)?.code]),
);

const boxOf = (rings: readonly Ring[]) => {
  const [xs, ys] = [0, 1].map((axis) => rings.flat().map((point) => point[axis as 0 | 1]));
  const [left, top] = [Math.min(...(xs ?? [])), Math.min(...(ys ?? []))];
  return [left, top, Math.max(...(xs ?? [])) - left, Math.max(...(ys ?? [])) - top] as const;
};

/** An overseas drawing moved into its frame of the map, without the details that nobody would see. */
function framed(rings: readonly Ring[], [left, top, width, height]: readonly number[]): Ring[] {
  const [x0, y0, w, h] = boxOf(rings);
  const place = ([x, y]: Point): Point => [
    (left ?? 0) + ((x - x0) * (width ?? 0)) / w,
    (top ?? 0) + ((y - y0) * (height ?? 0)) / h,
  ];
  return rings.map((ring) => simplify(ring.map(place), 0.4)).filter((ring) => ring.length > 3);
}

/** How many points of `a` lie on the border of `b`. */
function shared(a: readonly Ring[], b: readonly Ring[]): number {
  const onBorder = (point: Point) =>
    b.some((ring) => ring.some((to, index) => distanceTo(point, ring.at(index - 1) ?? to, to) <= TOUCHING));
  return a.flat().filter(onBorder).length;
}

function neighboursIn(shapes: Shapes): Record<string, string[]> {
  return Object.fromEntries(
    [...shapes].map(([code, rings]) => [
      code,
      [...shapes]
        .filter(
          ([other, theirs]) =>
            other !== code &&
            (shared(rings, theirs) + shared(theirs, rings) >= SHARED_POINTS ||
              SHORT_BORDERS.some((pair) => pair.includes(code) && pair.includes(other))),
        )
        .map(([other]) => other)
        .toSorted(),
    ]),
  );
}

/** The file of shapes, as it is committed. */
export function makeShapes() {
  const source = readSource();
  const of = (code: string): readonly Ring[] => {
    const rings = source.get(code);
    if (!rings) throw new Error(`the source has no drawing of ${code}`);
    const inset = INSETS.find((frame) => frame.code === code);
    return inset ? framed(rings, inset.box) : rings;
  };
  const departments: Shapes = new Map(
    [...source.keys()]
      .filter((code) => /^(\d\d|2[AB]|97\d)$/.test(code))
      .toSorted()
      .map((code) => [code, of(code)]),
  );
  const regions: Shapes = new Map(
    REGIONS.filter(({ code }) => REGIONS_18.includes(code)).map(({ code, zone }) => {
      const letters = code.slice(0, code.indexOf("-"));
      const drawn = zone === "drom" ? `97${Number(code.slice(-2))}` : (SOURCE_REGION[code] ?? letters);
      return [code, of(drawn)];
    }),
  );
  const written = (shapes: Shapes) => {
    const near = neighboursIn(shapes);
    return Object.fromEntries(
      [...shapes].map(([code, rings]) => [
        code,
        {
          path: pathOf(rings, /^97|-0\d$/.test(code) ? 1 : 0),
          box: boxOf(rings).map(Math.round),
          neighbours: near[code],
          ...(REGION_OF.has(code) && { region: REGION_OF.get(code) }),
        },
      ]),
    );
  };
  return {
    source: "npm @gouvfr/dsfr-chart 2.0.4, dist/MapChart (MIT, Copyright (c) 2021 DINUM)",
    departments: written(departments),
    regions: written(regions),
  };
}
