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
};
