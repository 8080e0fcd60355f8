/** Where each part of France is drawn in the map's plane, a square of 1,010 units. */

/** The whole drawing, as an SVG viewBox. */
export const MAP_BOX = [-8, -8, 1026, 1026] as const;

type Degrees = { west: number; east: number; south: number; north: number };
export type Frame = {
  code: string;
  /** Extent of the land, in degrees (WGS 84). */
  land: Degrees;
  /** Where the land is drawn: left, top, width, height. */
  box: readonly [number, number, number, number];
};

/**
 * The five overseas départements, in a column at the left of Aquitaine, each at its own scale. The extents are those
 * of the land (IGN); the boxes keep the proportions of the source's drawings, twice as large.
 */
export const INSETS: readonly Frame[] = [
  { code: "971", land: { west: -61.81, east: -61, south: 15.832, north: 16.515 }, box: [14, 462, 110, 96] },
  {
    code: "972",
    land: { west: -61.229, east: -60.81, south: 14.389, north: 14.879 },
    box: [28, 574, 82, 96],
  },
  { code: "973", land: { west: -54.603, east: -51.635, south: 2.113, north: 5.751 }, box: [31, 686, 76, 96] },
  {
    code: "974",
    land: { west: 55.216, east: 55.837, south: -21.39, north: -20.872 },
    box: [15, 798, 108, 96],
  },
  { code: "976", land: { west: 45.018, east: 45.3, south: -13.006, north: -12.636 }, box: [33, 910, 72, 96] },
];

/** Frames of the mainland and of Corsica, which the source draws nearer to the coast than it is. */
export const MAINLAND: Degrees = { west: -5.2, east: 8.3, south: 42.3, north: 51.15 };
export const CORSICA: Degrees = { west: 8.5, east: 9.6, south: 41.33, north: 43.05 };
