import type { OrganisationCells } from "./organisations";
import { organisationName } from "./names";
import { PLACES, REGION_CODES } from "./places";
import type { Plan } from "./plan";
import { fictitiousSiren } from "./siren";

/** Marks that change nothing on screen: left-to-right mark, zero-width space. */
const LEFT_TO_RIGHT = "\u200e";
const ZERO_WIDTH = "\u200b";

type Damage = (cells: OrganisationCells, row: number, plan: Plan) => void;

/** A way real files are damaged: about one row in `every` gets it, counted from `from`, if it has the cell. */
type Fault = { every: number; from: number; damage: Damage };

const after = <T>(list: readonly T[], value: T): T => list[(list.indexOf(value) + 1) % list.length] as T;
const neighbour = (region: string, department: string): string => {
  const found = Object.entries(PLACES).find(([code]) => code === region)?.[1].departments ?? [department];
  return after<string>(found, department);
};
/** Capitals where there were none and the other way round, as typed by someone else. */
const otherCase = (text: string) => (text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase());

/** Kinds of damage to a row of organisations.csv, by name. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  "trailing spaces in an identifier": { every: 83, from: 5, damage: (cells) => void (cells.siren += " ") },
  "trailing spaces in a name": { every: 41, from: 3, damage: (cells) => void (cells.name += "  ") },
  "direction mark in an identifier": {
    every: 211,
    from: 17,
    damage: (cells) => void (cells.siren = LEFT_TO_RIGHT + cells.siren),
  },
  "zero-width space in an identifier": {
    every: 307,
    from: 29,
    damage: (cells) => void (cells.siren = cells.siren.slice(0, 3) + ZERO_WIDTH + cells.siren.slice(3)),
  },
  "same SIREN twice": {
    every: 269,
    from: 47,
    damage(cells, row, plan) {
      cells.siren = fictitiousSiren(row - 11);
      if (row % 2 === 0) cells.name = organisationName(plan.typeOf(row - 11), row - 11);
    },
  },
  "wrong check digit": {
    every: 359,
    from: 61,
    damage: (cells) => void (cells.siren = cells.siren.slice(0, 8) + ((Number(cells.siren[8]) + 1) % 10)),
  },
  "no SIREN": { every: 997, from: 400, damage: (cells) => void (cells.siren = "") },
  "identifier made a number by a spreadsheet": {
    every: 149,
    from: 13,
    damage(cells) {
      if (cells.datagouvUrl) cells.datagouvId = "6.17E+23";
    },
  },
  "département without its leading zero": {
    every: 5,
    from: 2,
    damage: (cells) => void (cells.department = cells.department.replace(/^0/, "")),
  },
  "two départements in a cell": {
    every: 241,
    from: 90,
    damage: (cells) => void (cells.department += `,${neighbour(cells.region, cells.department)}`),
  },
  "two départements, as the real file has them": {
    every: 19,
    from: 4,
    damage(cells) {
      if (cells.department === "77" && cells.type !== "DEP") cells.department = "77,91";
    },
  },
  "region that contradicts the département": {
    every: 113,
    from: 71,
    damage: (cells) => void (cells.region = after<string>(REGION_CODES, cells.region)),
  },
  "no region": { every: 223, from: 101, damage: (cells) => void (cells.region = "") },
  "no département": { every: 283, from: 120, damage: (cells) => void (cells.department = "") },
  "population of another place": {
    every: 9,
    from: 1,
    damage(cells) {
      // One borough's inhabitants for a whole large town or metropolis.
      if (cells.type === "MET" || (cells.type === "COM" && Number(cells.population) > 100_000))
        cells.population = String(Math.round(Number(cells.population) / 15));
    },
  },
  "no coordinates": {
    every: 4,
    from: 3,
    damage: (cells) => void ([cells.latitude, cells.longitude] = ["", ""]),
  },
  "longitude of the wrong sign": {
    every: 131,
    from: 30,
    damage: (cells) =>
      void (cells.longitude = cells.longitude.startsWith("-")
        ? cells.longitude.slice(1)
        : `-${cells.longitude}`),
  },
  "longitude of the wrong sign in New Caledonia": {
    every: 1,
    from: 0,
    damage(cells) {
      if (cells.region === "NC" && cells.longitude) cells.longitude = `-${cells.longitude.replace("-", "")}`;
    },
  },
  "latitude and longitude exchanged": {
    every: 173,
    from: 50,
    damage: (cells) => void ([cells.latitude, cells.longitude] = [cells.longitude, cells.latitude]),
  },
  "latitude with its point moved": {
    every: 401,
    from: 75,
    damage: (cells) => void (cells.latitude = cells.latitude.replace(/^(-?\d)(\d)\./, "$1.$2")),
  },
  "technology in other capitals": {
    every: 67,
    from: 8,
    damage: (cells) => void (cells.technology = otherCase(cells.technology)),
  },
  "technology twice in a list": {
    every: 37,
    from: 9,
    damage: (cells) => void (cells.technology = `${cells.technology}, ${cells.technology}`),
  },
  "theme twice in a list": {
    every: 109,
    from: 25,
    damage(cells) {
      if (cells.themes) cells.themes += `, ${cells.themes.split(",")[0]} `;
    },
  },
  "old spelling of data.gouv": {
    every: 59,
    from: 14,
    damage: (cells) => void (cells.channel = cells.channel.replace("datagouv", "data.gouv")),
  },
  "channel that contradicts the addresses": {
    every: 127,
    from: 33,
    damage: (cells) => void (cells.channel = cells.channel === "ptf" ? "datagouv" : "ptf"),
  },
  "no data set": {
    every: 79,
    from: 22,
    damage(cells) {
      if (cells.localDatasets) cells.localDatasets = "0";
      else cells.datagouvDatasets = "0";
    },
  },
  "unknown number of data sets": {
    every: 97,
    from: 36,
    damage: (cells) => void ([cells.localDatasets, cells.datagouvDatasets] = ["", ""]),
  },
  "platform that has no row": {
    every: 137,
    from: 44,
    damage: (cells) => void (cells.platform += " (ancien portail)"),
  },
  "platform name with a trailing space": {
    every: 53,
    from: 19,
    damage: (cells) => void (cells.platform += " "),
  },
  "no date": { every: 43, from: 12, damage: (cells) => void (cells.timestamp = "") },
  "address with a leading space": {
    every: 89,
    from: 31,
    damage(cells) {
      if (cells.localUrl) cells.localUrl = ` ${cells.localUrl}`;
    },
  },
  "address with spaces, accents and a comma": {
    every: 61,
    from: 6,
    damage(cells) {
      if (cells.localUrl) cells.localUrl += "/données ouvertes, région";
    },
  },
  "address without encryption": {
    every: 7,
    from: 0,
    damage: (cells) => void (cells.localUrl = cells.localUrl.replace("https://", "http://")),
  },
  "other spelling of a type": {
    every: 6,
    from: 5,
    damage: (cells) => void (cells.type = cells.type.replace("OACT", "OAGT")),
  },
};

/** Damages a row in place, in every way whose turn it is. */
export function damageOrganisation(cells: OrganisationCells, row: number, plan: Plan): void {
  for (const { every, from, damage } of Object.values(FAULTS))
    if (row >= from && (row - from) % every === 0) damage(cells, row, plan);
}
