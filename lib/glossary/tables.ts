import type { Glossary } from "./types";
import { UNITS } from "./units";

/** Columns of the engine's tables that no list shows: what SQL of one's own reads besides. */
export const tableTerms: Glossary = {
  reference: {
    label: { fr: "Jeu de référence", en: "Reference set" },
    definition: {
      fr: "Jeu de dénominateurs de l’édition : 2022 (compté au registre) ou 2021 (publié).",
      en: "Set of denominators of the edition: 2022 (counted in the register) or 2021 (published).",
    },
  },
  as_of: {
    label: { fr: "État au", en: "As of" },
    definition: { fr: "Jour dont l’édition décrit l’état.", en: "Day whose state the edition describes." },
  },
  columns: {
    label: { fr: "Colonnes du fichier", en: "Columns of the file" },
    definition: {
      fr: "Colonnes que le fichier des organisations de l’édition possède.",
      en: "Columns that the edition’s file of organisations has.",
    },
  },
  region_file: {
    label: { fr: "Région du fichier", en: "Region in the file" },
    definition: {
      fr: "Code de région tel que le fichier le donne, avant toute réparation.",
      en: "Region code as the file gives it, before any repair.",
    },
    source: "organisations.csv, regcode",
  },
  population_file: {
    label: { fr: "Population du fichier", en: "Population in the file" },
    unit: UNITS.inhabitants,
    definition: {
      fr: "Nombre d’habitants tel que le fichier le donne, avant toute réparation.",
      en: "Number of inhabitants as the file gives it, before any repair.",
    },
    source: "organisations.csv, pop-insee",
  },
  longitude_file: {
    label: { fr: "Longitude du fichier", en: "Longitude in the file" },
    unit: UNITS.degrees,
    definition: {
      fr: "Longitude telle que le fichier la donne, avant toute réparation.",
      en: "Longitude as the file gives it, before any repair.",
    },
    source: "organisations.csv, long",
  },
  subject: {
    label: { fr: "Objet", en: "Subject" },
    definition: {
      fr: "SIREN de l’organisation, ou nom dans l’adresse de la plateforme, que la remarque concerne.",
      en: "SIREN of the organisation, or name in the address of the platform, that the remark is about.",
    },
  },
  in_france18: {
    label: { fr: "Dans les 18 régions", en: "In the 18 régions" },
    definition: {
      fr: "Vrai pour ce qui appartient à l’une des 18 régions, seules comptées aux dénominateurs.",
      en: "True for what belongs to one of the 18 régions, which alone count in denominators.",
    },
  },
  bound: {
    label: { fr: "Assujettie", en: "Bound" },
    definition: {
      fr: "Vrai pour une collectivité que l’observatoire compte comme tenue par la loi d’ouvrir ses données.",
      en: "True for an authority that the observatory counts as bound by the law to open its data.",
    },
  },
  commune: {
    label: { fr: "Commune", en: "Commune" },
    definition: { fr: "Code Insee de la commune membre.", en: "Insee code of the member commune." },
  },
  epci_siren: {
    label: { fr: "SIREN de l’EPCI", en: "SIREN of the EPCI" },
    definition: {
      fr: "SIREN de l’intercommunalité dont la commune est membre.",
      en: "SIREN of the intercommunal body that the commune belongs to.",
    },
  },
  code: {
    label: { fr: "Code", en: "Code" },
    definition: { fr: "Code Insee du département.", en: "Insee code of the département." },
  },
  indicator: {
    label: { fr: "Indicateur", en: "Indicator" },
    definition: {
      fr: "Identifiant de l’indicateur auquel le dénominateur sert.",
      en: "Id of the indicator that the denominator serves.",
    },
  },
  month: {
    label: { fr: "Mois", en: "Month" },
    definition: { fr: "Mois du recensement, écrit 2021-04.", en: "Month of the census, written 2021-04." },
  },
};
