import type { Random } from "./random";
import { pick, pickWeighted } from "./random";

/** Real codes and a box well inside each region; nothing else of a real place is used. */
type Place = {
  /** How many organisations in a thousand are there, as in the published files. */
  weight: number;
  departments: readonly string[];
  /** South, north, west, east, in degrees. */
  box: readonly [number, number, number, number];
};

const codes = (list: string) => list.split(" ");

export const PLACES = {
  "ARA-84": {
    weight: 90,
    departments: codes("01 03 07 15 26 38 42 43 63 69 73 74"),
    box: [44.8, 46.2, 3.0, 6.0],
  },
  "BFC-27": { weight: 45, departments: codes("21 25 39 58 70 71 89 90"), box: [46.6, 47.8, 3.4, 6.3] },
  "BRE-53": { weight: 91, departments: codes("22 29 35 56"), box: [47.8, 48.5, -4.2, -1.5] },
  "CVL-24": { weight: 33, departments: codes("18 28 36 37 41 45"), box: [46.7, 48.3, 0.6, 2.6] },
  "COR-94": { weight: 7, departments: codes("2A 2B"), box: [41.7, 42.6, 8.8, 9.4] },
  "GES-44": { weight: 54, departments: codes("08 10 51 52 54 55 57 67 68 88"), box: [48.0, 49.3, 4.2, 7.3] },
  "GP-01": { weight: 2, departments: codes("971"), box: [16.0, 16.3, -61.75, -61.4] },
  "GF-03": { weight: 3, departments: codes("973"), box: [4.0, 5.2, -53.5, -52.4] },
  "HDF-32": { weight: 45, departments: codes("02 59 60 62 80"), box: [49.3, 50.6, 2.0, 3.8] },
  "IDF-11": { weight: 111, departments: codes("75 77 78 91 92 93 94 95"), box: [48.4, 49.0, 1.9, 2.9] },
  "RE-04": { weight: 3, departments: codes("974"), box: [-21.3, -20.95, 55.3, 55.7] },
  "MQ-02": { weight: 2, departments: codes("972"), box: [14.5, 14.8, -61.1, -60.95] },
  "YT-06": { weight: 2, departments: codes("976"), box: [-12.95, -12.7, 45.1, 45.2] },
  "NOR-28": { weight: 42, departments: codes("14 27 50 61 76"), box: [48.7, 49.6, -1.2, 1.4] },
  "NAQ-75": {
    weight: 130,
    departments: codes("16 17 19 23 24 33 40 47 64 79 86 87"),
    box: [43.5, 46.6, -0.9, 1.6],
  },
  "OCC-76": {
    weight: 119,
    departments: codes("09 11 12 30 31 32 34 46 48 65 66 81 82"),
    box: [43.0, 44.6, 0.2, 3.8],
  },
  "PDL-52": { weight: 97, departments: codes("44 49 53 72 85"), box: [46.7, 48.1, -1.8, 0.3] },
  "PAC-93": { weight: 113, departments: codes("04 05 06 13 83 84"), box: [43.4, 44.6, 4.8, 6.9] },
  NC: { weight: 9, departments: codes("988"), box: [-22.2, -20.7, 164.6, 166.5] },
  PF: { weight: 2, departments: codes("987"), box: [-17.75, -17.5, -149.6, -149.2] },
} as const satisfies Record<string, Place>;

export type PlaceCode = keyof typeof PLACES;

/** Communes and associated bodies only: none of these territories has a département, a région or an EPCI of ours. */
export const OVERSEAS: readonly PlaceCode[] = ["NC", "PF"];
/** The 18 régions, most represented first. */
export const REGION_CODES = (Object.keys(PLACES) as PlaceCode[])
  .filter((code) => !OVERSEAS.includes(code))
  .sort((a, b) => PLACES[b].weight - PLACES[a].weight);
/** The 101 départements with their region. */
export const DEPARTMENTS = REGION_CODES.flatMap((region) =>
  PLACES[region].departments.map((department) => ({ region, department })),
);

const weights = (among: readonly PlaceCode[]) =>
  Object.fromEntries(among.map((code) => [code, PLACES[code].weight]));
const EVERYWHERE = weights([...REGION_CODES, ...OVERSEAS]);
const IN_FRANCE = weights(REGION_CODES);

export function pickRegion(random: Random, overseasToo: boolean): PlaceCode {
  return pickWeighted(random, overseasToo ? EVERYWHERE : IN_FRANCE) as PlaceCode;
}

export function pickDepartment(random: Random, region: PlaceCode): string {
  return pick<string>(random, PLACES[region].departments);
}

/** A point of the region, degrees with six decimals as in the files. */
export function pickPoint(random: Random, region: PlaceCode): { latitude: string; longitude: string } {
  const [south, north, west, east] = PLACES[region].box;
  return {
    latitude: (south + random() * (north - south)).toFixed(6),
    longitude: (west + random() * (east - west)).toFixed(6),
  };
}
