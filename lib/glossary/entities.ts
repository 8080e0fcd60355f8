import { UNITS } from "./units";
import type { Glossary } from "./types";

/** What is said of a single organisation or platform, besides the columns of the lists. */
export const entityTerms: Glossary = {
  position: {
    label: { fr: "Position", en: "Position" },
    definition: {
      fr: "Rang par nombre de jeux de données parmi les acteurs du groupe dont le compte est connu ; les ex æquo partagent le même rang.",
      en: "Rank by number of data sets among the actors of the group whose count is known; equals share a rank.",
    },
  },
  same_siren: {
    label: { fr: "Lignes de ce SIREN", en: "Rows with this SIREN" },
    definition: {
      fr: "Nombre de lignes du fichier qui portent le même SIREN ; la première est montrée.",
      en: "Number of rows of the file that have the same SIREN; the first is shown.",
    },
  },
  hosted_found: {
    label: { fr: "Organisations retrouvées", en: "Organisations found" },
    unit: UNITS.actors,
    definition: {
      fr: "Lignes du fichier des organisations qui nomment la plateforme.",
      en: "Rows of the organisations file that name the platform.",
    },
    source: "organisations.csv, ptf",
  },
  listed: {
    label: { fr: "Listée par la plateforme", en: "Listed by the platform" },
    definition: {
      fr: "La ligne de la plateforme cite le SIREN de l’organisation.",
      en: "The platform’s row gives the organisation’s SIREN.",
    },
    source: "plateformes.csv, Organisations",
  },
  names_it: {
    label: { fr: "Nomme la plateforme", en: "Names the platform" },
    definition: {
      fr: "La ligne de l’organisation nomme la plateforme.",
      en: "The organisation’s row names the platform.",
    },
    source: "organisations.csv, ptf",
  },
};
