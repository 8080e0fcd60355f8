/** A rectangle of degrees, WGS 84. */
type Box = { south: number; north: number; west: number; east: number };

const box = (south: number, north: number, west: number, east: number): Box => ({ south, north, west, east });

/** The hexagon and Corsica. */
const METROPOLE = box(41.2, 51.2, -5.3, 9.7);

/** The rest of France, by region code; drawn a little wide of the islands' outer points. */
const OVERSEAS: Readonly<Record<string, Box>> = {
  "GP-01": box(15.7, 16.6, -61.9, -60.9),
  "MQ-02": box(14.3, 15.0, -61.3, -60.7),
  "GF-03": box(2.0, 6.0, -54.7, -51.5),
  "RE-04": box(-21.5, -20.8, 55.1, 55.9),
  "YT-06": box(-13.1, -12.5, 44.9, 45.4),
  NC: box(-23.0, -18.0, 158.0, 172.2),
  PF: box(-28.0, -7.5, -155.0, -134.0),
  PM: box(46.7, 47.2, -56.6, -56.0),
  BL: box(17.8, 18.1, -63.1, -62.7),
  MF: box(17.9, 18.2, -63.3, -62.9),
  WF: box(-14.5, -13.0, -178.3, -175.9),
};

const within = ({ south, north, west, east }: Box, latitude: number, longitude: number) =>
  latitude >= south && latitude <= north && longitude >= west && longitude <= east;

/** Whether a point is where a region is: overseas, the islands; else the hexagon; anywhere in France for no region. */
export function isInRegion(region: string | null, latitude: number, longitude: number): boolean {
  if (region !== null) return within(OVERSEAS[region] ?? METROPOLE, latitude, longitude);
  return [METROPOLE, ...Object.values(OVERSEAS)].some((one) => within(one, latitude, longitude));
}

/**
 * The longitude with its sign put right, for New Caledonia, whose points the file puts west of Greenwich.
 * @returns the same longitude when there is nothing to repair
 */
export function repairLongitude(region: string | null, longitude: number): number {
  const east = OVERSEAS.NC as Box;
  return region === "NC" && -longitude >= east.west && -longitude <= east.east ? -longitude : longitude;
}
