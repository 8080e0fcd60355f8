import type { Collaboration, Plan } from "./plan";
import { slugOf, titled, town } from "./names";
import { pick, pickWeighted, rowRandom, type Random } from "./random";
import { nationalPlatform, platformRegion } from "./where";

/** A platform as both files speak of it. */
export type Platform = {
  name: string;
  region: string;
  collaboration: Collaboration;
  /** As its row spells it: the same product comes in several spellings, as in the real file. */
  technology: string;
  url: string;
  bearer: string;
  kind: "Portail" | "Géoportail" | "Site web";
};

/** Products and spellings of the real file, in platforms of 219. */
const TECHNOLOGIES = {
  OpenDataSoft: 88,
  ArcGis: 33,
  Spécifique: 25,
  GeoNetwork: 23,
  CKAN: 18,
  DATA4CITIZEN: 6,
  Isogéo: 7,
  "TYPO3 In Cite": 4,
  ArcGIS: 3,
  "MGDIS Open Data": 3,
  Data4Citizen: 1,
  ckan: 1,
  OpenDataGazette: 1,
  GeoSource: 1,
  GeoServer: 1,
};
const MAPPING = ["ArcGis", "ArcGIS", "GeoNetwork", "Isogéo", "GeoSource", "GeoServer"];

const TITLES = [
  "Fictidata",
  "Données imaginaires de",
  "Opendata",
  "Mirage ouvert de",
  "Portail chimérique de",
];
const POOLED_TITLES = [
  "Données des brumes de",
  "Géo-utopie de",
  "Nuage commun de",
  "Plateforme fabuleuse de",
];

export const NATIONAL_NAME = "Données nationales imaginaires";
export const NATIONAL_URL = "https://donnees-nationales.example/";

function kindOf(random: Random, technology: string): Platform["kind"] {
  if (MAPPING.includes(technology)) return "Géoportail";
  return technology === "Spécifique" && random() < 0.45 ? "Site web" : "Portail";
}

/** What platform number `index` of the plan is; always the same. */
export function platformAt(plan: Plan, index: number): Platform {
  const random = rowRandom(plan.options.seed, "platform", index);
  const collaboration = plan.collaborationOf(index);
  if (index === nationalPlatform(plan)) {
    const url = NATIONAL_URL;
    return {
      name: NATIONAL_NAME,
      region: "",
      collaboration,
      technology: "DataGouv",
      url,
      bearer: "NAT",
      kind: "Portail",
    };
  }
  const owner = plan.ownerOf(index);
  const technology = pickWeighted(random, TECHNOLOGIES);
  // Platforms of many are named after a place of their own, beyond those of the organisations.
  const place = owner ?? plan.options.rows + index;
  const name = titled(pick(random, owner === null ? POOLED_TITLES : TITLES), town(place).name);
  return {
    name,
    region: platformRegion(plan, index),
    collaboration,
    technology,
    url: `https://donnees.${slugOf(town(place).name)}.example/`,
    bearer:
      owner === null ? pickWeighted(random, { REG: 45, DEP: 25, AGCT: 20, SDE: 10 }) : plan.typeOf(owner),
    kind: kindOf(random, technology),
  };
}
