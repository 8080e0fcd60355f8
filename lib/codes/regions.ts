/** Regions of the files ("BRE-53") against INSEE codes ("53"); 75 is Nouvelle-Aquitaine, not Paris. */
export type Region = { code: string; insee: string; name: string; zone: "metro" | "drom" | "com" };

export const REGIONS: readonly Region[] = [
  { code: "ARA-84", insee: "84", name: "Auvergne-Rhône-Alpes", zone: "metro" },
  { code: "BFC-27", insee: "27", name: "Bourgogne-Franche-Comté", zone: "metro" },
  { code: "BRE-53", insee: "53", name: "Bretagne", zone: "metro" },
  { code: "CVL-24", insee: "24", name: "Centre-Val de Loire", zone: "metro" },
  { code: "COR-94", insee: "94", name: "Corse", zone: "metro" },
  { code: "GES-44", insee: "44", name: "Grand Est", zone: "metro" },
  { code: "GP-01", insee: "01", name: "Guadeloupe", zone: "drom" },
  { code: "GF-03", insee: "03", name: "Guyane", zone: "drom" },
  { code: "HDF-32", insee: "32", name: "Hauts-de-France", zone: "metro" },
  { code: "IDF-11", insee: "11", name: "Île-de-France", zone: "metro" },
  { code: "RE-04", insee: "04", name: "La Réunion", zone: "drom" },
  { code: "MQ-02", insee: "02", name: "Martinique", zone: "drom" },
  { code: "YT-06", insee: "06", name: "Mayotte", zone: "drom" },
  { code: "NOR-28", insee: "28", name: "Normandie", zone: "metro" },
  { code: "NAQ-75", insee: "75", name: "Nouvelle-Aquitaine", zone: "metro" },
  { code: "OCC-76", insee: "76", name: "Occitanie", zone: "metro" },
  { code: "PDL-52", insee: "52", name: "Pays de la Loire", zone: "metro" },
  { code: "PAC-93", insee: "93", name: "Provence-Alpes-Côte d’Azur", zone: "metro" },
  { code: "NC", insee: "988", name: "Nouvelle-Calédonie", zone: "com" },
  { code: "PF", insee: "987", name: "Polynésie française", zone: "com" },
  { code: "PM", insee: "975", name: "Saint-Pierre-et-Miquelon", zone: "com" },
  { code: "BL", insee: "977", name: "Saint-Barthélemy", zone: "com" },
  { code: "MF", insee: "978", name: "Saint-Martin", zone: "com" },
  { code: "WF", insee: "986", name: "Wallis-et-Futuna", zone: "com" },
];

/** The 18 régions; overseas collectivities belong to no denominator. */
export const REGIONS_18: readonly string[] = REGIONS.filter((r) => r.zone !== "com").map((r) => r.code);
