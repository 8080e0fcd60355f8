import type { Bilingual } from "@/lib/editions/types";

/** A page that readers may look for by its name; those of single organisations, territories… are found by theirs. */
export type SitePage = {
  /** Without its language. */
  path: string;
  name: Bilingual;
  /** What is found there, in a few words. */
  about: Bilingual;
  /** Other words it answers to, in both languages. */
  also: string;
  /** Not for search engines. */
  hidden?: true;
};

/** Pages with a parameter: one a thing. */
export type PageFamily =
  "/organisations/[siren]" | "/plateformes/[slug]" | "/territoires/[code]" | "/indicateurs/[id]";

/** The families that the site has. */
export const pageFamilies: readonly PageFamily[] = [
  "/organisations/[siren]",
  "/plateformes/[slug]",
  "/territoires/[code]",
  "/indicateurs/[id]",
];

/** Every page of the site with an address of its own: for the search, the site map and what is said to programs. */
export const sitePages: readonly SitePage[] = [
  {
    path: "/",
    name: { fr: "Vue d’ensemble", en: "Overview" },
    about: { fr: "L’édition en une page", en: "The edition on one page" },
    also: "accueil home tableau de bord dashboard kpi chiffres clés",
  },
  {
    path: "/organisations",
    name: { fr: "Organisations", en: "Organisations" },
    about: {
      fr: "Qui publie, où et combien : liste à filtrer",
      en: "Who publishes, where and how much: a list to filter",
    },
    also: "acteurs collectivités communes actors authorities siren liste list",
  },
  {
    path: "/organisations/comparer",
    name: { fr: "Comparer des organisations", en: "Compare organisations" },
    about: { fr: "Jusqu’à quatre, côte à côte", en: "Up to four, side by side" },
    also: "comparaison comparateur face à face versus",
  },
  {
    path: "/plateformes",
    name: { fr: "Plateformes", en: "Platforms" },
    about: { fr: "Où les collectivités publient", en: "Where authorities publish" },
    also: "portails géoportails sites portals technologies",
  },
  {
    path: "/territoires",
    name: { fr: "Territoires", en: "Territories" },
    about: { fr: "La carte, par région et par département", en: "The map, by région and département" },
    also: "carte map régions départements assujetties bound",
  },
  {
    path: "/indicateurs",
    name: { fr: "Indicateurs", en: "Indicators" },
    about: { fr: "Définitions, calculs et valeurs", en: "Definitions, formulas and values" },
    also: "chiffres figures formules formulas taux rates",
  },
  {
    path: "/donnees",
    name: { fr: "Les données", en: "The data" },
    about: {
      fr: "Fichiers, schéma, exemples, licence, score de confiance",
      en: "Files, schema, samples, licence, trust score",
    },
    also: "télécharger download csv schéma schema licence dcat jeu de données dataset confiance trust",
  },
  {
    path: "/donnees/qualite",
    name: { fr: "Rapport de qualité", en: "Quality report" },
    about: {
      fr: "Réparations et doutes, ligne par ligne",
      en: "Repairs and doubts, row by row",
    },
    also: "erreurs corrections anomalies errors findings données data",
  },
  {
    path: "/donnees/comparer",
    name: { fr: "Entre deux éditions", en: "Between two editions" },
    about: { fr: "Apparues, disparues, changées", en: "Appeared, disappeared, changed" },
    also: "comparer évolution changements différences compare changes history",
  },
  {
    path: "/journal",
    name: { fr: "Journal", en: "Journal" },
    about: { fr: "Notes signées de la rédaction", en: "The editors’ signed notes" },
    also: "annotations notes commentaires corrections comments",
  },
  {
    path: "/methode",
    name: { fr: "Méthode", en: "Method" },
    about: {
      fr: "Définitions, formules, sources, réparations",
      en: "Definitions, formulas, sources, repairs",
    },
    also: "glossaire glossary définitions formules formulas base corrigée corrected basis",
  },
  {
    path: "/developpeurs",
    name: { fr: "Développeurs", en: "Developers" },
    about: { fr: "L’API, adresse par adresse", en: "The API, address by address" },
    also: "api openapi json csv parquet programme python r duckdb excel mcp",
  },
  {
    path: "/explorer",
    name: { fr: "Explorateur SQL", en: "SQL explorer" },
    about: {
      fr: "Interroger l’édition en SQL, dans votre navigateur",
      en: "Query the edition in SQL, in your browser",
    },
    also: "sql requête query duckdb wasm tables colonnes columns base database",
  },
  {
    path: "/accessibilite",
    name: { fr: "Accessibilité", en: "Accessibility" },
    about: { fr: "Ce qui est vérifié, ce qui ne l’est pas", en: "What is checked, what is not" },
    also: "rgaa wcag déclaration statement handicap",
  },
  {
    path: "/mentions-legales",
    name: { fr: "Mentions légales", en: "Legal notice" },
    about: {
      fr: "Éditeur, réutilisation, données personnelles",
      en: "Publisher, reuse, personal data",
    },
    also: "éditeur hébergeur contact cookies confidentialité rgpd privacy gdpr legal",
  },
  {
    path: "/recherche",
    name: { fr: "Recherche", en: "Search" },
    about: { fr: "Tout trouver par son nom", en: "Find anything by its name" },
    also: "chercher trouver find",
    hidden: true,
  },
  {
    path: "/signaler",
    name: { fr: "Signaler une erreur", en: "Report an error" },
    about: { fr: "Dire aux rédacteurs ce qui est faux", en: "Tell the editors what is wrong" },
    also: "erreur faux corriger contact error wrong",
    hidden: true,
  },
];
