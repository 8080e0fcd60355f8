import { fold } from "./fold";

/** Technologies of publication, in their canonical spelling, with the other words files use for each. */
const TECHNOLOGIES: Readonly<Record<string, readonly string[]>> = {
  OpenDataSoft: ["ODS", "Huwise"],
  CKAN: [],
  ArcGIS: ["ArcGIS Hub", "ArcGIS Online"],
  Data4Citizen: ["D4C"],
  DataGouv: ["data.gouv.fr", "udata"],
  Isogeo: [],
  MGDIS: ["MGDIS Open Data", "MGDIS OpenData"],
  Spécifique: [],
  GeoNetwork: [],
  GeoSource: [],
  GeoServer: [],
  "TYPO3 In Cite": ["In Cité"],
  OpenDataGazette: [],
  "Geoportal Server": ["Esri Geoportal Server"],
  Metaclic: [],
  easySDI: [],
};

const ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries(TECHNOLOGIES).flatMap(([name, others]) =>
    [name, ...others].map((word) => [fold(word), name] as const),
  ),
);

/** A technology's canonical spelling, whatever its case, accents and spaces; undefined when it is not in the list. */
export function technologyOf(text: string): string | undefined {
  return ALIASES.get(fold(text));
}
