import type { Glossary } from "./types";

const rows = { fr: "lignes", en: "rows" };

/** What the schema of a file says of each of its columns. */
export const schemaTerms: Glossary = {
  filled: {
    label: { fr: "Lignes renseignées", en: "Filled rows" },
    unit: rows,
    definition: {
      fr: "Lignes où la colonne a une valeur utilisable.",
      en: "Rows where the column has a usable value.",
    },
  },
  filled_share: {
    label: { fr: "Renseigné", en: "Filled" },
    definition: {
      fr: "Part des lignes du fichier où la colonne a une valeur utilisable.",
      en: "Share of the file’s rows where the column has a usable value.",
    },
  },
  unusable: {
    label: { fr: "Cellules inutilisables", en: "Unusable cells" },
    definition: {
      fr: "Cellules écartées à la lecture, faute de pouvoir être comprises.",
      en: "Cells set aside by the reading, since they can’t be understood.",
    },
  },
  distinct_values: {
    label: { fr: "Valeurs distinctes", en: "Distinct values" },
    definition: {
      fr: "Valeurs différentes de la colonne ; celles d’une liste sont comptées une à une.",
      en: "Different values of the column; those of a list are counted one by one.",
    },
  },
  minimum: {
    label: { fr: "Minimum", en: "Minimum" },
    definition: {
      fr: "La plus petite valeur, ou la première par ordre de caractères.",
      en: "The smallest value, or the first by order of characters.",
    },
  },
  maximum: {
    label: { fr: "Maximum", en: "Maximum" },
    definition: {
      fr: "La plus grande valeur, ou la dernière par ordre de caractères.",
      en: "The largest value, or the last by order of characters.",
    },
  },
  top_values: {
    label: { fr: "Les plus fréquentes", en: "Most frequent" },
    definition: { fr: "Les trois valeurs les plus fréquentes.", en: "The three most frequent values." },
  },
  top_counts: {
    label: { fr: "Leurs nombres", en: "Their counts" },
    unit: rows,
    definition: {
      fr: "Nombre de lignes de chacune des valeurs les plus fréquentes.",
      en: "Number of rows of each of the most frequent values.",
    },
  },
};
