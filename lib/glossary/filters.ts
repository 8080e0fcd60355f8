import type { Glossary } from "./types";

/** Filters that are no column of a list's rows. */
export const filterTerms: Glossary = {
  category: {
    label: { fr: "Catégorie", en: "Category" },
    definition: {
      fr: "Collectivité territoriale, ou acteur associé à des collectivités.",
      en: "Local authority, or actor associated with authorities.",
    },
    source: "organisations.csv, type",
  },
  size: {
    label: { fr: "Taille", en: "Size" },
    definition: {
      fr: "Tranche d’habitants ; la borne basse est comprise, la borne haute exclue.",
      en: "Population band; the lower bound is in, the upper bound out.",
    },
    source: "organisations.csv, pop-insee",
  },
  main_technology: {
    label: { fr: "Technologie principale", en: "Main technology" },
    definition: {
      fr: "Première technologie citée : chaque organisation n’en a qu’une.",
      en: "First technology named: each organisation has one at most.",
    },
    source: "organisations.csv, Techno",
  },
  platform: {
    label: { fr: "Plateforme", en: "Platform" },
    definition: {
      fr: "Plateforme où l’organisation publie, par le nom que le fichier lui donne.",
      en: "Platform the organisation publishes on, by the name the file gives it.",
    },
    source: "organisations.csv, ptf",
  },
  entity: {
    label: { fr: "Nature", en: "Kind of thing" },
    definition: {
      fr: "Ce qu’est un résultat de la recherche : page, indicateur, territoire, organisation ou plateforme.",
      en: "What a search result is: page, indicator, territory, organisation or platform.",
    },
  },
  identifier: {
    label: { fr: "Identifiant", en: "Identifier" },
    definition: {
      fr: "SIREN d’une organisation, nom d’adresse d’une plateforme, code d’un territoire ou d’un indicateur.",
      en: "SIREN of an organisation, address name of a platform, code of a territory or of an indicator.",
    },
  },
  rank: {
    label: { fr: "Rang", en: "Rank" },
    definition: {
      fr: "Qualité d’un résultat de la recherche : 0 pour un identifiant exact, 1 pour un nom entier, 2 pour un début de nom, 3 pour des débuts de mots, 4 pour des lettres contenues.",
      en: "How well a search result answers: 0 for an exact identifier, 1 for a whole name, 2 for the start of a name, 3 for starts of words, 4 for letters within.",
    },
  },
  matches: {
    label: { fr: "Résultats", en: "Matches" },
    definition: {
      fr: "Nombre de résultats de la recherche de même nature.",
      en: "Number of search results of the same kind.",
    },
  },
};
