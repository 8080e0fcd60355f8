import { kept, repaired } from "./kind";

/** Findings about lists of platforms, technologies and themes. */
export const LIST_KINDS = {
  repeated_value: repaired("info", {
    label: { fr: "Valeur répétée", en: "Repeated value" },
    explanation: {
      fr: "La liste contient plusieurs fois la même valeur : elle a été gardée une fois. À la source : supprimer les répétitions.",
      en: "The list holds the same value several times: it was kept once. At the source: remove the repetitions.",
    },
  }),
  list_separator: repaired("info", {
    label: { fr: "Liste aux séparateurs inattendus", en: "List with unexpected separators" },
    explanation: {
      fr: "Les valeurs de la liste sont séparées par des points-virgules ou des barres verticales : elle a été lue comme une liste. À la source : séparer par des virgules.",
      en: "The values of the list are separated by semicolons or vertical bars: it was read as a list. At the source: separate with commas.",
    },
  }),
  technology_spelling: repaired("info", {
    label: { fr: "Technologie réécrite", en: "Technology rewritten" },
    explanation: {
      fr: "La technologie est écrite de plusieurs façons selon les lignes (« ArcGis », « ArcGIS ») : elle a été ramenée à une seule graphie. À la source : choisir une graphie.",
      en: "The technology is written in several ways across rows (“ArcGis”, “ArcGIS”): it was brought to one spelling. At the source: choose one spelling.",
    },
  }),
  platform_unknown: kept("warning", {
    label: { fr: "Plateforme sans fiche", en: "Platform without a row" },
    explanation: {
      fr: "Aucune ligne du fichier des plateformes ne porte ce nom : il est gardé tel qu’il est écrit. À la source : ajouter la plateforme, ou reprendre son nom exact.",
      en: "No row of the platforms file has this name: it is kept as it is written. At the source: add the platform, or use its exact name.",
    },
  }),
};
