import type { Bilingual } from "@/lib/editions/types";
import type { TableName } from "./tables";

/** What each table and each relation holds, for those who write SQL of their own. */
export const TABLE_WORDS: Readonly<Record<TableName, Bilingual>> = {
  edition: { fr: "Les éditions chargées", en: "The editions loaded" },
  organisation: {
    fr: "Lignes d’organisations.csv, valeur du fichier et valeur corrigée côte à côte",
    en: "Rows of organisations.csv, the file’s value and the corrected one side by side",
  },
  platform: { fr: "Lignes de plateformes.csv", en: "Rows of plateformes.csv" },
  finding: { fr: "Remarques de la lecture, une par cellule", en: "Remarks of the reading, one a cell" },
  authority: {
    fr: "Le registre : communes, EPCI, départements et régions",
    en: "The register: communes, EPCI, départements and régions",
  },
  membership: { fr: "Communes membres des EPCI", en: "Member communes of the EPCI" },
  department: { fr: "Les départements et leur région", en: "The départements and their région" },
  published_denominator: { fr: "Dénominateurs publiés en 2021", en: "Denominators published in 2021" },
  published_history: { fr: "Recensements publiés depuis 2016", en: "Censuses published since 2016" },
};

export const LIST_WORDS: Readonly<Record<string, Bilingual>> = {
  organisations: {
    fr: "La liste des organisations, dans la base choisie",
    en: "The list of organisations, on the chosen basis",
  },
  platforms: { fr: "La liste des plateformes", en: "The list of platforms" },
  bound_authorities: {
    fr: "Les collectivités tenues par la loi d’ouvrir leurs données",
    en: "The authorities bound by the law to open their data",
  },
  quality: { fr: "Le rapport de qualité", en: "The quality report" },
  changes: {
    fr: "Changements depuis une autre édition chargée",
    en: "Changes since another edition loaded",
  },
};

/** Relations of the indicators' SQL: what they are called with, and what they hold. */
export const RELATION_WORDS: readonly { name: string; takes: "edition" | "both"; about: Bilingual }[] = [
  {
    ...{ name: "actors", takes: "both" },
    about: {
      fr: "Organisations dans une base, avec classe, bande de population et nombre de jeux",
      en: "Organisations on a basis, with class, population band and number of data sets",
    },
  },
  {
    ...{ name: "platforms_of", takes: "edition" },
    about: { fr: "Plateformes d’une édition", en: "Platforms of an edition" },
  },
  {
    ...{ name: "coverage", takes: "edition" },
    about: {
      fr: "Communes des 18 régions, couvertes ou non par l’édition",
      en: "Communes of the 18 régions, covered by the edition or not",
    },
  },
  {
    ...{ name: "bound_authorities", takes: "both" },
    about: {
      fr: "Collectivités assujetties, ouvertes ou non, avec leur classe",
      en: "Bound authorities, open or not, with their class",
    },
  },
  {
    ...{ name: "findings", takes: "both" },
    about: {
      fr: "Remarques de la lecture, avec leur gravité",
      en: "Remarks of the reading, with their severity",
    },
  },
];

/** Questions to start from; read in the tab, never on the server. */
export const TAB_EXAMPLES: readonly { title: Bilingual; sql: string }[] = [
  {
    title: { fr: "Les dix plus gros catalogues", en: "The ten largest catalogues" },
    sql: `SELECT name, type, department, datasets
FROM organisations
WHERE datasets IS NOT NULL
ORDER BY datasets DESC, name
LIMIT 10`,
  },
  {
    title: { fr: "Collectivités ouvertes par région", en: "Open authorities by region" },
    sql: `SELECT region, count(*) AS open_authorities, sum(population) AS population
FROM organisations
WHERE type IN ('COM', 'CC', 'CA', 'CU', 'MET', 'EPT', 'DEP', 'REG')
GROUP BY region
ORDER BY open_authorities DESC`,
  },
  {
    title: { fr: "Assujetties non ouvertes, par population", en: "Bound and not open, by population" },
    sql: `SELECT name, type, department, population
FROM bound_authorities
WHERE open = false
ORDER BY population DESC NULLS LAST
LIMIT 50`,
  },
  {
    title: { fr: "Technologies les plus employées", en: "Technologies most used" },
    sql: `SELECT technology, count(*) AS organisations
FROM (SELECT unnest(technologies) AS technology FROM organisations)
GROUP BY technology
ORDER BY organisations DESC`,
  },
  {
    title: { fr: "Ce que la base corrigée change", en: "What the corrected basis changes" },
    sql: `SELECT siren, name, region_file, region, population_file, population
FROM organisation
WHERE region_file IS DISTINCT FROM region
   OR population_file IS DISTINCT FROM population
ORDER BY name`,
  },
];

/** How a DuckDB of one's own gets a table of ours. */
export const loadingSql = (table: string, address: string): string =>
  `CREATE TABLE ${table} AS FROM '${address}';`;
