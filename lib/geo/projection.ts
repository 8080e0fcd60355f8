import { CORSICA, INSETS, MAINLAND, type Frame } from "./frames";

/** A place of the map, in its units. */
export type Place = { x: number; y: number };

/** To a tenth of a unit, some hundred metres: finer than the outlines. */
const tenth = (value: number) => Math.round(value * 10) / 10;

const radians = (degrees: number) => (degrees * Math.PI) / 180;
/** How far a parallel is from the pole of the cone, before scale. */
const spread = (latitude: number) => Math.tan(Math.PI / 4 + radians(latitude) / 2);

// Lambert's conformal conic with the parallels of the official maps of France, on a sphere.
const [SOUTH, NORTH, MERIDIAN, ORIGIN] = [44, 49, 3, 46.5];
const CONE =
  Math.log(Math.cos(radians(SOUTH)) / Math.cos(radians(NORTH))) / Math.log(spread(NORTH) / spread(SOUTH));
const radius = (latitude: number) =>
  (Math.cos(radians(SOUTH)) * (spread(SOUTH) / spread(latitude)) ** CONE) / CONE;

/** East and south of the origin, in thousandths of the Earth's radius. */
function conic(longitude: number, latitude: number): [number, number] {
  const angle = CONE * radians(longitude - MERIDIAN);
  const from = radius(latitude);
  return [1000 * from * Math.sin(angle), 1000 * (from * Math.cos(angle) - radius(ORIGIN))];
}

/**
 * From the cone to the drawing, whose projection its authors do not state: the six numbers that put most of 454
 * authorities into the shape of their département (docs/decisions tells how, and what is left over).
 */
const toDrawing = (longitude: number, latitude: number): Place => {
  const [east, south] = conic(longitude, latitude);
  return {
    x: 6.0324 * east + 0.08597 * south + 548.44,
    y: 5.99487 * south - 0.0361 * east + 481.84,
  };
};

/** Corsica is drawn nearer to the coast than it is: by so many units. */
const CORSICA_MOVED: Place = { x: -57.4, y: 11.4 };

const within = ({ west, east, south, north }: Frame["land"], longitude: number, latitude: number) =>
  longitude >= west && longitude <= east && latitude >= south && latitude <= north;

/** A place of an overseas inset: on so small an extent, degrees are as good as a projection. */
function inInset(
  { land, box: [left, top, width, height] }: Frame,
  longitude: number,
  latitude: number,
): Place {
  return {
    x: left + ((longitude - land.west) / (land.east - land.west)) * width,
    y: top + ((land.north - latitude) / (land.north - land.south)) * height,
  };
}

/**
 * Where a point of the Earth is on the map.
 * @param longitude and latitude in degrees (WGS 84)
 * @returns null when it is in none of the map's frames: the mainland, Corsica, the five overseas départements
 */
export function project(longitude: number, latitude: number): Place | null {
  const place = placeOf(longitude, latitude);
  return place && { x: tenth(place.x), y: tenth(place.y) };
}

function placeOf(longitude: number, latitude: number): Place | null {
  if (within(CORSICA, longitude, latitude)) {
    const { x, y } = toDrawing(longitude, latitude);
    return { x: x + CORSICA_MOVED.x, y: y + CORSICA_MOVED.y };
  }
  if (within(MAINLAND, longitude, latitude)) return toDrawing(longitude, latitude);
  const inset = INSETS.find(({ land }) => within(land, longitude, latitude));
  return inset ? inInset(inset, longitude, latitude) : null;
}
