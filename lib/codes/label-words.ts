import type { Bilingual } from "@/lib/editions/types";

type Words = Readonly<Record<string, Bilingual>>;

const both = (fr: string, en: string): Bilingual => ({ fr, en });

/** One actor of each type. */
export const TYPE: Words = {
  COM: both("Commune", "Commune"),
  CC: both("Communauté de communes", "Community of communes"),
  CA: both("Communauté d’agglomération", "Agglomeration community"),
  CU: both("Communauté urbaine", "Urban community"),
  MET: both("Métropole", "Metropolis"),
  EPT: both("Établissement public territorial", "Territorial public body"),
  EPCI: both("Intercommunalité (EPCI)", "Intercommunal body (EPCI)"),
  DEP: both("Département", "Département"),
  REG: both("Région", "Région"),
  AGCT: both("Autre groupement de collectivités", "Other grouping of authorities"),
  OACT: both("Organisme associé", "Associated body"),
  DSPT: both("Délégataire de service public", "Public service contractor"),
  SDE: both("Service déconcentré de l’État", "State field service"),
  NAT: both("Service national de l’État", "Central State service"),
};

/** Several actors of each type, the groups of the observatory's tables, and the classes of its rates. */
export const CLASS: Words = {
  COM: both("Communes", "Communes"),
  CC: both("Communautés de communes", "Communities of communes"),
  CA: both("Communautés d’agglomération", "Agglomeration communities"),
  CU: both("Communautés urbaines", "Urban communities"),
  MET: both("Métropoles", "Metropolises"),
  EPT: both("Établissements publics territoriaux", "Territorial public bodies"),
  DEP: both("Départements", "Départements"),
  REG: both("Régions", "Régions"),
  AGCT: both("Autres groupements de collectivités", "Other groupings of authorities"),
  OACT: both("Organismes associés", "Associated bodies"),
  DSPT: both("Délégataires de service public", "Public service contractors"),
  SDE: both("Services déconcentrés de l’État", "State field services"),
  NAT: both("Services nationaux de l’État", "Central State services"),
  EPCI: both("Intercommunalités (EPCI)", "Intercommunal bodies (EPCI)"),
  "COM-0-3500": both("Communes de moins de 3 500 habitants", "Communes under 3,500 inhabitants"),
  "COM-3500-": both("Communes de 3 500 habitants et plus", "Communes of 3,500 inhabitants and more"),
  "COM-3500-100000": both(
    "Communes de 3 500 à moins de 100 000 habitants",
    "Communes of 3,500 to under 100,000 inhabitants",
  ),
  "EPCI-0-100000": both(
    "Intercommunalités de moins de 100 000 habitants",
    "Intercommunal bodies under 100,000 inhabitants",
  ),
  "COM+EPCI-100000-": both(
    "Communes et intercommunalités de 100 000 habitants et plus",
    "Communes and intercommunal bodies of 100,000 inhabitants and more",
  ),
  total: both("Total", "Total"),
};

export const CATEGORY: Words = {
  authority: both("Collectivités", "Local authorities"),
  associated: both("Acteurs associés", "Associated actors"),
};

export const CHANNEL: Words = {
  ptf: both("Plateforme locale seulement", "Local platform only"),
  datagouv: both("data.gouv.fr seulement", "data.gouv.fr only"),
  both: both("Plateforme locale et data.gouv.fr", "Local platform and data.gouv.fr"),
};

export const COLLABORATION: Words = {
  Dédié: both("Dédiée à une collectivité", "Dedicated to one authority"),
  Partagé: both("Partagée, le plus souvent à deux", "Shared, usually by two"),
  Mutualisé: both("Mutualisée entre plusieurs collectivités", "Pooled by several authorities"),
  Partenarial: both("Partenariale, avec les services de l’État", "Partnership with State services"),
};

export const PLATFORM_TYPE: Words = {
  Portail: both("Portail", "Portal"),
  Géoportail: both("Géoportail", "Geoportal"),
  "Site web": both("Site web", "Website"),
};

const THEMES_IN_ENGLISH: Readonly<Record<string, string>> = {
  Administratif: "Administration",
  Agriculture: "Agriculture",
  Citoyenneté: "Citizenship",
  Culture: "Culture",
  Economie: "Economy",
  Education: "Education",
  Energie: "Energy",
  Enfance: "Childhood",
  Environnement: "Environment",
  Equipements: "Facilities",
  Finance: "Finance",
  Généraliste: "General",
  Santé: "Health",
  Social: "Social affairs",
  Sport: "Sport",
  Sécurité: "Safety",
  Tourisme: "Tourism",
  Transport: "Transport",
  Télécom: "Telecommunications",
  Urbanisme: "Urban planning",
};
/** Themes in French as the files write them, accents or not: readers look for the same word in the file. */
export const THEME: Words = Object.fromEntries(
  Object.entries(THEMES_IN_ENGLISH).map(([theme, en]) => [theme, both(theme, en)]),
);

/** Rules for counting data sets. */
export const RULE: Words = {
  "local-first": both("Le compte local d’abord", "Local count first"),
  larger: both("Le plus grand des deux comptes", "Larger of the two counts"),
  sum: both("Somme des deux comptes", "Sum of the two counts"),
};

/** How grave a remark on the data is, and what was done with the value. */
export const SEVERITY: Words = {
  error: both("Valeur inutilisable", "Unusable value"),
  warning: both("Doute ou correction", "Doubt or correction"),
  info: both("Question de forme", "Matter of form"),
};
export const OUTCOME: Words = {
  repaired: both("Réparée", "Repaired"),
  dropped: both("Écartée (inconnue)", "Set aside (unknown)"),
  kept: both("Gardée telle quelle", "Kept as it is"),
};
export const BASIS: Words = {
  both: both("Dans les deux bases", "With both bases"),
  corrected: both("En base corrigée", "With the corrected basis"),
};

/** What an organisation did from one edition to another. */
export const CHANGE: Words = {
  appeared: both("Apparue", "Appeared"),
  disappeared: both("Disparue", "Disappeared"),
  type: both("Type changé", "Type changed"),
  platform: both("Plateforme changée", "Platform changed"),
  channel: both("Canal changé", "Channel changed"),
};

const MONTHS = [
  both("janvier", "January"),
  both("février", "February"),
  both("mars", "March"),
  both("avril", "April"),
  both("mai", "May"),
  both("juin", "June"),
  both("juillet", "July"),
  both("août", "August"),
  both("septembre", "September"),
  both("octobre", "October"),
  both("novembre", "November"),
  both("décembre", "December"),
];

/** "2016-10" → « octobre 2016 », “October 2016”; undefined when it is no ISO month. */
export function monthLabel(month: string): Bilingual | undefined {
  const [, year, number] = /^(\d{4})-(\d{2})$/.exec(month) ?? [];
  const name = MONTHS[Number(number) - 1];
  return name && { fr: `${name.fr} ${year}`, en: `${name.en} ${year}` };
}

/** Bands of inhabitants: lower bound in, upper bound out. */
export const SIZE: Words = {
  "0-3500": both("Moins de 3 500 habitants", "Under 3,500 inhabitants"),
  "3500-5000": both("3 500 à moins de 5 000 habitants", "3,500 to under 5,000 inhabitants"),
  "5000-10000": both("5 000 à moins de 10 000 habitants", "5,000 to under 10,000 inhabitants"),
  "10000-20000": both("10 000 à moins de 20 000 habitants", "10,000 to under 20,000 inhabitants"),
  "20000-50000": both("20 000 à moins de 50 000 habitants", "20,000 to under 50,000 inhabitants"),
  "50000-80000": both("50 000 à moins de 80 000 habitants", "50,000 to under 80,000 inhabitants"),
  "80000-100000": both("80 000 à moins de 100 000 habitants", "80,000 to under 100,000 inhabitants"),
  "100000-": both("100 000 habitants et plus", "100,000 inhabitants and more"),
};

/** Classes of the number of data sets: both bounds in. */
export const DATASETS: Words = {
  "0": both("Aucun jeu de données", "No data set"),
  "1-2": both("1 ou 2 jeux de données", "1 or 2 data sets"),
  "3-5": both("3 à 5 jeux de données", "3 to 5 data sets"),
  "6-10": both("6 à 10 jeux de données", "6 to 10 data sets"),
  "11-25": both("11 à 25 jeux de données", "11 to 25 data sets"),
  "26-50": both("26 à 50 jeux de données", "26 to 50 data sets"),
  "51-100": both("51 à 100 jeux de données", "51 to 100 data sets"),
  "101-250": both("101 à 250 jeux de données", "101 to 250 data sets"),
  "251-500": both("251 à 500 jeux de données", "251 to 500 data sets"),
  "501-": both("Plus de 500 jeux de données", "More than 500 data sets"),
};

/** Overseas collectivities have an English name; régions keep the one on the map. */
export const REGION_IN_ENGLISH: Readonly<Record<string, string>> = {
  NC: "New Caledonia",
  PF: "French Polynesia",
  PM: "Saint Pierre and Miquelon",
  BL: "Saint Barthélemy",
  MF: "Saint Martin",
  WF: "Wallis and Futuna",
};

/** Whether a bound authority publishes. */
export const OPEN: Words = {
  true: { fr: "Ouverte", en: "Open" },
  false: { fr: "Pas encore ouverte", en: "Not open yet" },
};

/** What a note is, and what it can be about. */
export const NOTE_KIND: Words = {
  comment: both("Commentaire", "Comment"),
  method: both("Méthode", "Method"),
  warning: both("Mise en garde", "Warning"),
  correction: both("Correction", "Correction"),
  source: both("Source", "Source"),
};
export const TARGET_KIND: Words = {
  edition: both("L’édition", "The edition"),
  indicator: both("Un indicateur", "An indicator"),
  organisation: both("Une organisation", "An organisation"),
  platform: both("Une plateforme", "A platform"),
  territory: both("Un territoire", "A territory"),
  column: both("Une colonne", "A column"),
};
