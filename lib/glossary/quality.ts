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
  kind: {
    label: { fr: "Remarque", en: "Remark" },
    definition: { fr: "Ce qui a été trouvé.", en: "What was found." },
  },
  severity: {
    label: { fr: "Gravité", en: "Severity" },
    definition: {
      fr: "Valeur inutilisable, doute ou correction qui change un chiffre, ou simple question de forme.",
      en: "Value that could not be used, doubt or correction that changes a figure, or a mere matter of form.",
    },
  },
  repaired: {
    label: { fr: "Réparée", en: "Repaired" },
    definition: {
      fr: "Si la valeur a été remplacée par une autre.",
      en: "Whether the value was replaced by another.",
    },
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
  change: {
    label: { fr: "Changement", en: "Change" },
    definition: {
      fr: "Ce qui a changé d’une édition à l’autre pour un même SIREN : organisation apparue ou disparue, type, plateforme ou canal changé.",
      en: "What changed from one edition to the other for one SIREN: organisation appeared or disappeared, type, platform or channel changed.",
    },
  },
  from: {
    label: { fr: "Depuis l’édition", en: "From edition" },
    definition: {
      fr: "Édition avec laquelle celle-ci est comparée.",
      en: "Edition that this one is compared with.",
    },
  },
  from_edition: {
    label: { fr: "Édition comparée", en: "Compared edition" },
    definition: {
      fr: "Édition où se lit la valeur d’avant.",
      en: "Edition that the value before is read from.",
    },
  },
  value_before: {
    label: { fr: "Avant", en: "Before" },
    definition: {
      fr: "Valeur dans l’édition comparée.",
      en: "Value in the edition compared with.",
    },
  },
  value_after: {
    label: { fr: "Après", en: "After" },
    definition: {
      fr: "Valeur dans cette édition.",
      en: "Value in this edition.",
    },
  },
  count: {
    label: { fr: "Remarques", en: "Remarks" },
    definition: {
      fr: "Nombre de remarques de cette sorte.",
      en: "Number of remarks of this kind.",
    },
  },
  rows: {
    label: { fr: "Lignes", en: "Rows" },
    definition: {
      fr: "Nombre de lignes concernées ; une remarque sur tout un fichier n’en concerne aucune.",
      en: "Number of rows concerned; a remark on a whole file concerns none.",
    },
  },
  id: {
    label: { fr: "Identifiant", en: "Identifier" },
    definition: {
      fr: "Identifiant de l’édition ou de l’indicateur.",
      en: "Identifier of the edition or of the indicator.",
    },
  },
  missing: {
    label: { fr: "Non comparées", en: "Not compared" },
    definition: {
      fr: "Colonnes qui manquent à l’une des deux éditions.",
      en: "Columns that one of the two editions lacks.",
    },
  },
  unmatched_before: {
    label: { fr: "Sans correspondance avant", en: "Not matched before" },
    definition: {
      fr: "Lignes de l’édition comparée sans SIREN, ou dont le SIREN se répète.",
      en: "Rows of the edition compared with that have no SIREN, or repeat one.",
    },
  },
  unmatched_after: {
    label: { fr: "Sans correspondance après", en: "Not matched after" },
    definition: {
      fr: "Lignes de cette édition sans SIREN, ou dont le SIREN se répète.",
      en: "Rows of this edition that have no SIREN, or repeat one.",
    },
  },
};
