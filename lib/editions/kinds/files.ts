import { kept, repaired } from "./kind";

/** Findings about a whole file. */
export const FILE_KINDS = {
  encoding_windows_1252: repaired("info", {
    label: { fr: "Fichier en Windows-1252", en: "File in Windows-1252" },
    explanation: {
      fr: "Le fichier n’est pas en UTF-8 ; il a été lu comme du Windows-1252, l’encodage habituel des tableurs. À la source : exporter en UTF-8.",
      en: "The file is not UTF-8; it was read as Windows-1252, the usual encoding of spreadsheets. At the source: export as UTF-8.",
    },
  }),
  missing_column: kept("info", {
    label: { fr: "Colonne absente", en: "Missing column" },
    explanation: {
      fr: "Cette colonne facultative n’est pas dans cette édition : ses valeurs sont inconnues, jamais nulles. À la source : publier toutes les colonnes du schéma.",
      en: "This optional column is not in this edition: its values are unknown, never zero. At the source: publish every column of the schema.",
    },
  }),
  unread_column: kept("info", {
    label: { fr: "Colonne hors schéma", en: "Column outside the schema" },
    explanation: {
      fr: "L’en-tête n’est pas une colonne connue de l’observatoire : la colonne n’est pas lue. À la source : la retirer, ou corriger son nom.",
      en: "The header is not a column the observatory knows: the column is not read. At the source: remove it, or correct its name.",
    },
  }),
  repeated_column: kept("warning", {
    label: { fr: "Colonne en double", en: "Column given twice" },
    explanation: {
      fr: "Plusieurs en-têtes commencent par « Organisations » : la première colonne est lue, celle-ci ne l’est pas. À la source : n’en garder qu’une.",
      en: "Several headers start with “Organisations”: the first column is read, this one is not. At the source: keep only one.",
    },
  }),
  empty_column: kept("info", {
    label: { fr: "Colonne sans valeur", en: "Column without value" },
    explanation: {
      fr: "La colonne est là mais toutes ses cellules sont vides : ses valeurs sont inconnues, jamais nulles. À la source : vérifier que ses valeurs ne sont pas sous un autre en-tête.",
      en: "The column is there but all of its cells are blank: its values are unknown, never zero. At the source: check that its values are not under another header.",
    },
  }),
  column_unfit: kept("error", {
    label: {
      fr: "Colonne qui ne contient pas ce que dit son en-tête",
      en: "Column that does not hold what its header says",
    },
    explanation: {
      fr: "La plupart des cellules de cette colonne ne sont pas ce qu’elle contient d’habitude, ou contredisent une autre ; la valeur donne leur nombre. Les cellules illisibles sont inconnues. À la source : vérifier que l’en-tête est au-dessus de ses cellules, et comment elles ont été exportées.",
      en: "Most cells of this column are not what it usually holds, or contradict another; the value gives their number. Cells that can’t be read are unknown. At the source: check that the header stands above its cells, and how they were exported.",
    },
  }),
  record_shifted: kept("error", {
    label: { fr: "Ligne décalée", en: "Shifted record" },
    explanation: {
      fr: "Trois cellules ou plus de cette ligne ne sont pas ce que leurs colonnes contiennent : elles semblent décalées, ou la ligne n’est pas une donnée. Les cellules illisibles sont inconnues. À la source : remettre les cellules sous leurs en-têtes, ou supprimer la ligne.",
      en: "Three or more cells of this record are not what their columns hold: they seem shifted, or the line is no data. Cells that can’t be read are unknown. At the source: put the cells back under their headers, or delete the line.",
    },
  }),
  file_not_ended: kept("info", {
    label: { fr: "Dernière ligne sans fin", en: "Last line without an end" },
    explanation: {
      fr: "Le fichier s’arrête sans fin de ligne : rien ne dit que sa dernière cellule est entière, ni qu’elle est la dernière. À la source : finir le fichier par une fin de ligne.",
      en: "The file stops without a line end: nothing says that its last cell is whole, nor that it is the last. At the source: end the file with a line end.",
    },
  }),
  blank_lines: repaired("info", {
    label: { fr: "Lignes vides", en: "Blank lines" },
    explanation: {
      fr: "Des lignes sans aucune valeur ont été passées ; la valeur donne la première et la dernière. À la source : les supprimer.",
      en: "Lines without any value were skipped; the value gives the first and the last one. At the source: delete them.",
    },
  }),
  date_format: repaired("info", {
    label: { fr: "Dates à réécrire", en: "Dates to be rewritten" },
    explanation: {
      fr: "Les dates sont écrites jour/mois/année, l’heure sur douze heures : elles ont été réécrites au format ISO 8601 ; la valeur montre la première. À la source : écrire 2021-12-15T11:57.",
      en: "Dates are written day/month/year with a twelve-hour clock: they were rewritten in ISO 8601; the value shows the first one. At the source: write 2021-12-15T11:57.",
    },
  }),
};
