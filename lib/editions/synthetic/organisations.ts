import type { TypeCode } from "@/lib/codes/types";
import { organisationName, slugOf, titled, titleCase, town } from "./names";
import { pickPoint } from "./places";
import type { Plan } from "./plan";
import { NATIONAL_NAME, NATIONAL_URL, platformAt } from "./platforms";
import { between, pick, pickWeighted, rowRandom, skewed, type Random } from "./random";
import { fictitiousSiren } from "./siren";
import { publicationOf, whereIs } from "./where";

/** Headers of the October 2022 state of the file, in its order, each with the cell it holds. */
export const ORGANISATION_COLUMNS = [
  ["siren", "siren"],
  ["nom", "name"],
  ["type", "type"],
  ["regcode", "region"],
  ["url-ptf", "localUrl"],
  ["nb-ptf", "localDatasets"],
  ["url-datagouv", "datagouvUrl"],
  ["nb-datagouv", "datagouvDatasets"],
  ["id-datagouv", "datagouvId"],
  ["id-ods", "odsId"],
  ["pop-insee", "population"],
  ["lat", "latitude"],
  ["long", "longitude"],
  ["merge", "channel"],
  ["Département", "department"],
  ["ptf", "platform"],
  ["Techno (from Plateformes)", "technology"],
  ["Thèmatiques", "themes"],
  ["ACV", "acv"],
  ["A vériifier", "checked"],
  ["TimeStamp", "timestamp"],
] as const;

/** A row's cells as text, "" where the file has none. */
export type OrganisationCells = Record<(typeof ORGANISATION_COLUMNS)[number][1], string>;

/** Low and high inhabitants of a class, with its weight: communes as the published ones, the rest by kind. */
type Band = readonly [low: number, high: number, weight: number];
const POPULATIONS: Partial<Record<TypeCode, readonly Band[]>> = {
  COM: [
    [60, 500, 180],
    [500, 1_000, 60],
    [1_000, 3_499, 150],
    [3_500, 4_999, 60],
    [5_000, 9_999, 165],
    [10_000, 19_999, 130],
    [20_000, 49_999, 155],
    [50_000, 79_999, 42],
    [80_000, 99_999, 14],
    [100_000, 340_000, 44],
  ],
  CC: [
    [5_000, 20_000, 30],
    [20_000, 75_000, 70],
  ],
  CA: [
    [25_000, 99_999, 55],
    [100_000, 310_000, 45],
  ],
  CU: [[190_000, 420_000, 1]],
  MET: [[210_000, 1_400_000, 1]],
  EPT: [[310_000, 700_000, 1]],
  DEP: [[75_000, 1_600_000, 1]],
  REG: [[280_000, 8_000_000, 1]],
};

const BAND_WEIGHTS = Object.fromEntries(
  Object.entries(POPULATIONS).map(([type, bands]) => [
    type,
    Object.fromEntries(bands.map(([, , weight], index) => [`band ${index}`, weight])),
  ]),
);

function populationOf(random: Random, type: TypeCode): string {
  const weights = BAND_WEIGHTS[type];
  if (!weights) return "";
  const [low, high] = POPULATIONS[type]?.[Number(pickWeighted(random, weights).slice(5))] as Band;
  return String(between(random, low, high));
}

const THEMES = {
  Equipements: 30,
  Transport: 20,
  Administratif: 18,
  Environnement: 14,
  Citoyenneté: 12,
  Urbanisme: 8,
  Energie: 5,
  Tourisme: 5,
  Culture: 5,
  Social: 4,
  Sécurité: 3,
  Santé: 3,
  Education: 3,
  Télécom: 2,
  Economie: 2,
  Sport: 1,
  Agriculture: 1,
};

function themesOf(random: Random): string {
  if (random() < 0.04) return "";
  const wanted = pickWeighted(random, { "1": 60, "2": 22, "3": 10, "4": 8 });
  const themes = new Set<string>();
  while (themes.size < Number(wanted)) themes.add(pickWeighted(random, THEMES));
  return [...themes].join(",");
}

/** A date as the file writes them: "7/10/2022 7:27pm". */
function timestampOf(random: Random): string {
  const half = pick(random, ["am", "pm"]);
  const minute = String(between(random, 0, 59)).padStart(2, "0");
  return `${between(random, 1, 28)}/${between(random, 1, 12)}/2022 ${between(random, 1, 12)}:${minute}${half}`;
}

/** 24 hexadecimal characters that start like no identifier of data.gouv.fr, which are dates. */
function identifier(random: Random): string {
  return `f1c71f${Array.from({ length: 18 }, () => between(random, 0, 15).toString(16)).join("")}`;
}

/** Half of large authorities have more than this many data sets. */
const MEDIAN: Partial<Record<TypeCode, number>> = {
  COM: 2,
  REG: 60,
  DEP: 30,
  MET: 90,
  CU: 30,
  CA: 12,
  EPT: 20,
};

/** Row `row` of the plan before any damage; always the same. */
export function organisationAt(plan: Plan, row: number): OrganisationCells {
  const random = rowRandom(plan.options.seed, "organisation", row);
  const type = plan.typeOf(row);
  const name = organisationName(type, row);
  const slug = slugOf(name);
  const { region, department } = whereIs(plan, row);
  const { channel, platform: index } = publicationOf(plan, row);
  const platform = index === null ? null : platformAt(plan, index);
  const national = channel !== "ptf";
  // Of those that publish on both, one in ten names both platforms.
  const inTwo = channel === "both" && random() < 0.1;
  const nationwide = { name: NATIONAL_NAME, technology: "DataGouv" };
  const platforms = platform ? [...(inTwo ? [nationwide] : []), platform] : [nationwide];
  const onOds = platform?.technology === "OpenDataSoft";
  const label = type === "COM" ? titled("Commune de", town(row).name) : titleCase(name);
  const path = onOds
    ? `explore/?sort=modified&refine.publisher=${label.replace(/ /g, "+")}`
    : `organisations/${slug}`;
  return {
    siren: fictitiousSiren(row),
    name,
    type,
    region,
    localUrl: platform ? platform.url + path : "",
    localDatasets: platform ? String(skewed(random, (MEDIAN[type] ?? 8) * 1.5, 1.3)) : "",
    datagouvUrl: national ? `${NATIONAL_URL}organisations/${slug}/` : "",
    datagouvDatasets: national ? String(skewed(random, platform ? (MEDIAN[type] ?? 8) : 1.6, 1.1)) : "",
    datagouvId: national && random() < 0.75 ? identifier(random) : "",
    odsId: onOds ? label : "",
    population: populationOf(random, type),
    ...pickPoint(random, region),
    channel: channel === "both" ? "ptf+datagouv" : channel,
    department,
    platform: platforms.map(({ name }) => name).join(","),
    technology: platforms.map(({ technology }) => technology).join(", "),
    themes: themesOf(random),
    acv: type === "COM" && random() < 0.1 ? pick(random, ["VILLE", "OUI"]) : "",
    checked: random() < 0.02 ? "checked" : "",
    timestamp: timestampOf(random),
  };
}
