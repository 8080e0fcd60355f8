import { describe, expect, it } from "vitest";
import {
  CHANNELS,
  COLLABORATIONS,
  DATASET_CLASSES,
  LABELS,
  NONE,
  PLATFORM_TYPES,
  REGIONS,
  SIZES,
  TYPES,
  bearerOf,
  channelOf,
  collaborationOf,
  departmentReader,
  isAuthority,
  isOverseasCollectivity,
  labelOf,
  passesLuhn,
  platformTypeOf,
  regionOf,
  slugOf,
  technologyOf,
  typeOf,
} from ".";

describe("a SIREN's checksum", () => {
  it.each([
    ["213500010", true], // Acigné
    ["356000000", true], // La Poste, whose SIRET alone are an exception
    ["005720784", true], // 5+(7·2-9)+2+0+7+(8·2-9)+4 = 5+5+2+7+7+4 = 30
    ["213500011", false],
    ["123456789", false],
  ])("%s: %s", (siren, expected) => expect(passesLuhn(siren)).toBe(expected));
});

describe("codes in any spelling", () => {
  it.each([
    ["COM", "COM"],
    [" com ", "COM"],
    ["OAGT", "OACT"],
    ["Metro", "MET"],
    ["ville", undefined],
  ])("type %s → %s", (text, code) => expect(typeOf(text)).toBe(code));

  it.each([
    ["BRE-53", "BRE-53"],
    ["bre 53", "BRE-53"],
    ["53", "BRE-53"],
    ["75", "NAQ-75"],
    ["1", "GP-01"],
    ["nc", "NC"],
    ["988", "NC"],
    ["PROVENCE ALPES COTE D'AZUR", "PAC-93"],
    ["BRE-52", undefined],
    ["BRE", undefined],
  ])("region %s → %s", (text, code) => expect(regionOf(text)).toBe(code));

  const departmentOf = departmentReader([
    { code: "05", name: "Hautes-Alpes" },
    { code: "29", name: "Finistère" },
    { code: "2A", name: "Corse-du-Sud" },
    { code: "974", name: "La Réunion" },
  ]);
  it.each([
    ["05", "05"],
    ["5", "05"],
    ["5.0", "05"],
    ["2a", "2A"],
    ["974", "974"],
    ["finistere", "29"],
    ["20", undefined],
    ["05200", undefined],
  ])("département %s → %s", (text, code) => expect(departmentOf(text)).toBe(code));

  it.each([
    ["ArcGis", "ArcGIS"],
    ["ARCGIS", "ArcGIS"],
    ["Open Data Soft", "OpenDataSoft"],
    ["DATA4CITIZEN", "Data4Citizen"],
    ["data.gouv.fr", "DataGouv"],
    ["Isogéo", "Isogeo"],
    ["MGDIS Open Data", "MGDIS"],
    ["specifique", "Spécifique"],
    ["TYPO3 in cité", "TYPO3 In Cite"],
    ["metaclic", "Metaclic"],
    ["Socrata", undefined],
  ])("technology %s → %s", (text, name) => expect(technologyOf(text)).toBe(name));

  it.each([
    ["ptf", "ptf"],
    ["PTF", "ptf"],
    ["data.gouv", "datagouv"],
    ["Data.gouv.fr", "datagouv"],
    ["ptf+datagouv", "both"],
    ["data.gouv + ptf", "both"],
    ["ptf et datagouv", "both"],
    ["site", undefined],
    ["ptf+site", undefined],
    ["ptf+", undefined],
  ])("channel %s → %s", (text, code) => expect(channelOf(text)).toBe(code));

  it("what is said of platforms", () => {
    expect(platformTypeOf("geoportail")).toBe("Géoportail");
    expect(platformTypeOf("Site Web")).toBe("Site web");
    expect(platformTypeOf("application")).toBeUndefined();
    expect(collaborationOf("Dédiée")).toBe("Dédié");
    expect(collaborationOf("MUTUALISE")).toBe("Mutualisé");
    expect(collaborationOf("seul")).toBeUndefined();
    expect(bearerOf("nat")).toBe("NAT");
    expect(bearerOf("oagt")).toBe("OACT");
  });

  it.each([
    ["Data Rennes Métropole", "data-rennes-metropole"],
    ["  Dat'Armor ", "dat-armor"],
    ["Opendata  IDF Mobilités (ex STIF)", "opendata-idf-mobilites-ex-stif"],
    ["Cœur Côte Fleurie", "coeur-cote-fleurie"],
    ["数据", "plateforme"],
  ])("address of %s: %s", (name, slug) => expect(slugOf(name)).toBe(slug));
});

describe("what codes are", () => {
  it("authorities are eight types, and an unknown type is none", () => {
    expect(TYPES.filter(isAuthority)).toEqual(["COM", "CC", "CA", "CU", "MET", "EPT", "DEP", "REG"]);
    expect(isAuthority(null)).toBe(false);
  });

  it("six regions are overseas collectivities", () => {
    expect(REGIONS.map(({ code }) => code).filter(isOverseasCollectivity)).toEqual([
      ...["NC", "PF", "PM", "BL", "MF", "WF"],
    ]);
  });
});

describe("labels", () => {
  it("exist for every code", () => {
    const wanted: [keyof typeof LABELS, readonly string[]][] = [
      ["type", TYPES],
      ["type", ["NAT", "EPCI"]],
      ["department", ["01", "2A", "95", "971", "988"]],
      ["rule", ["local-first", "larger", "sum"]],
      ["class", [...TYPES, "NAT", "EPCI", "COM-0-3500", "COM-3500-", "COM-3500-100000", "EPCI-0-100000"]],
      ["class", ["COM+EPCI-100000-", "total"]],
      ["category", ["authority", "associated"]],
      ["channel", CHANNELS],
      ["collaboration", COLLABORATIONS],
      ["platformType", PLATFORM_TYPES],
      ["region", REGIONS.map(({ code }) => code)],
      ["size", SIZES],
      ["datasets", DATASET_CLASSES],
    ];
    for (const [family, codes] of wanted)
      for (const code of codes) expect(Object.keys(LABELS[family]), family).toContain(code);
  });

  it("say a code in both languages, a missing value, and an unlisted value as it is written", () => {
    expect(labelOf("type", "CA")).toEqual({
      fr: "Communauté d’agglomération",
      en: "Agglomeration community",
    });
    expect(labelOf("region", "PF")).toEqual({ fr: "Polynésie française", en: "French Polynesia" });
    expect(labelOf("department", "35").fr).toBe("Ille-et-Vilaine");
    expect(labelOf("department", "988").en).toBe("New Caledonia");
    expect(labelOf("month", "2016-10")).toEqual({ fr: "octobre 2016", en: "October 2016" });
    expect(labelOf("month", "2016-13").fr).toBe("2016-13");
    expect(labelOf("technology", "CKAN").en).toBe("CKAN");
    expect(labelOf("theme", "Equipements")).toEqual({ fr: "Equipements", en: "Facilities" });
    expect(labelOf("theme", "Forêt")).toEqual({ fr: "Forêt", en: "Forêt" });
    expect(labelOf("region", NONE)).toEqual({ fr: "Non renseigné", en: "Not given" });
    expect(labelOf("technology", NONE).fr).toBe("Sans technologie indiquée");
    expect(labelOf("type", "toString")).toEqual({ fr: "toString", en: "toString" });
  });

  it("write French as French is written", () => {
    const french = Object.values(LABELS).flatMap((family) => Object.values(family).map(({ fr }) => fr));
    // A plain space in a number, a straight apostrophe.
    expect(french.filter((text) => /\d \d{3}|'/.test(text))).toEqual([]);
  });
});
