import { fold } from "./fold";
import { REGIONS } from "./regions";

const zones = new Map(REGIONS.map(({ code, zone }) => [code, zone]));

// A bare INSEE code is a région's: 75 is Nouvelle-Aquitaine. A leading zero may have been lost.
const ALIASES: ReadonlyMap<string, string> = new Map(
  REGIONS.flatMap(({ code, insee, name, zone }) => [
    [fold(code), code],
    [fold(name), code],
    [insee, code],
    [insee.replace(/^0/, ""), code],
    ...(zone === "com" ? [[fold(`${code}${insee}`), code]] : []),
  ]) as [string, string][],
);

/** The region code ("BRE-53") a file means by a code, an INSEE number or a name; undefined when there is none. */
export function regionOf(text: string): string | undefined {
  return ALIASES.get(fold(text));
}

/** Whether a region is an overseas collectivity: it belongs to no denominator, and its communes have no SIREN. */
export function isOverseasCollectivity(region: string | null): boolean {
  return region !== null && zones.get(region) === "com";
}
