import type { Glossary } from "./types";

/** Columns of the report on what a reading of the files found. */
export const qualityTerms: Glossary = {
  file: {
    label: { fr: "Fichier", en: "File" },
    definition: {
      fr: "Fichier de l’édition où la remarque a été faite.",
      en: "File of the edition where the remark was made.",
    },
  },
  line: {
    label: { fr: "Ligne", en: "Line" },
    definition: {
      fr: "Ligne du fichier où l’enregistrement commence, la première étant celle des en-têtes.",
      en: "Line of the file where the record starts, the first being that of the headers.",
    },
  },
  column: {
    label: { fr: "Colonne", en: "Column" },
    definition: {
      fr: "Nom de la colonne concernée ; absent quand la remarque porte sur toute la ligne.",
      en: "Name of the column concerned; absent when the remark is about the whole row.",
    },
  },
  subject: {
    label: { fr: "Objet", en: "Subject" },
    definition: {
      fr: "SIREN de l’organisation ou nom d’adresse de la plateforme.",
      en: "SIREN of the organisation, or address name of the platform.",
    },
  },
  kind: {
    label: { fr: "Remarque", en: "Remark" },
    definition: { fr: "Ce qui a été trouvé.", en: "What was found." },
  },
  outcome: {
    label: { fr: "Suite", en: "Outcome" },
    definition: {
      fr: "Ce qui en a été fait : valeur réparée, valeur écartée (inconnue), ou valeur gardée avec un doute.",
      en: "What was done about it: value repaired, value set aside (unknown), or value kept with a doubt.",
    },
  },
  basis: {
    label: { fr: "Base", en: "Basis" },
    definition: {
      fr: "Manière de lire le fichier. « corrected » répare d’abord ce qui est manifestement faux et montre chaque réparation ; « file » prend le fichier au mot.",
      en: "How the file is read. “corrected” first repairs what is demonstrably wrong and shows every repair; “file” takes it at its word.",
    },
  },
  corrected: {
    label: { fr: "Valeur corrigée", en: "Corrected value" },
    definition: {
      fr: "Valeur employée à la place de celle du fichier.",
      en: "Value used instead of the file’s.",
    },
  },
};
