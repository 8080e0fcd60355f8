import { dropped, kept, repaired } from "./kind";

/** Findings about identifiers and codes. */
export const CODE_KINDS = {
  siren_missing: kept("error", {
    label: { fr: "SIREN manquant", en: "Missing SIREN" },
    explanation: {
      fr: "La ligne n’a pas de SIREN : elle compte comme acteur mais ne peut être rapprochée d’aucun registre. À la source : donner le numéro.",
      en: "The row has no SIREN: it counts as an actor but cannot be matched with any register. At the source: give the number.",
    },
  }),
  siren_format: repaired("info", {
    label: { fr: "SIREN réécrit", en: "SIREN rewritten" },
    explanation: {
      fr: "Le SIREN est écrit avec des espaces ou des points, suivi de « .0 », ou complété en SIRET : ses neuf chiffres ont été gardés. À la source : écrire neuf chiffres, en texte.",
      en: "The SIREN is written with spaces or dots, followed by “.0”, or completed into a SIRET: its nine digits were kept. At the source: write nine digits, as text.",
    },
  }),
  siren_malformed: dropped("error", {
    label: { fr: "SIREN illisible", en: "Unreadable SIREN" },
    explanation: {
      fr: "La valeur n’est pas un SIREN de neuf chiffres : l’identifiant est inconnu. À la source : vérifier le numéro.",
      en: "The value is not a nine-digit SIREN: the identifier is unknown. At the source: check the number.",
    },
  }),
  siren_checksum: kept("warning", {
    label: { fr: "SIREN à la clé fausse", en: "SIREN with a wrong check digit" },
    explanation: {
      fr: "Le dernier chiffre ne s’accorde pas avec les autres (formule de Luhn) : le numéro est gardé, mais il comporte sans doute une erreur de saisie. À la source : vérifier le numéro.",
      en: "The last digit does not agree with the others (Luhn formula): the number is kept, but was probably mistyped. At the source: check the number.",
    },
  }),
  siren_duplicate: kept("warning", {
    label: { fr: "SIREN en double", en: "SIREN given twice" },
    explanation: {
      fr: "Une ligne précédente porte le même SIREN : les deux sont gardées, car un acteur est une ligne. À la source : supprimer le doublon ou corriger l’un des numéros.",
      en: "An earlier row has the same SIREN: both are kept, since an actor is a row. At the source: remove the duplicate or correct one of the numbers.",
    },
  }),
  number_destroyed: dropped("error", {
    label: { fr: "Identifiant détruit par un tableur", en: "Identifier destroyed by a spreadsheet" },
    explanation: {
      fr: "Un tableur a pris l’identifiant pour un nombre et l’a écrit en notation scientifique (6,17E+23) : ses chiffres sont perdus, la valeur est inconnue. À la source : mettre la colonne au format texte.",
      en: "A spreadsheet took the identifier for a number and wrote it in scientific notation (6.17E+23): its digits are lost, the value is unknown. At the source: set the column to text.",
    },
  }),
  datagouv_id_malformed: dropped("error", {
    label: { fr: "Identifiant data.gouv.fr illisible", en: "Unreadable data.gouv.fr identifier" },
    explanation: {
      fr: "La valeur n’a pas les 24 caractères hexadécimaux d’un identifiant de data.gouv.fr : elle est inconnue. À la source : recopier l’identifiant.",
      en: "The value does not have the 24 hexadecimal characters of a data.gouv.fr identifier: it is unknown. At the source: copy the identifier again.",
    },
  }),
  type_missing: kept("error", {
    label: { fr: "Type manquant", en: "Missing type" },
    explanation: {
      fr: "La ligne n’a pas de type : elle compte comme acteur, mais pas comme collectivité. À la source : donner le type.",
      en: "The row has no type: it counts as an actor, but not as an authority. At the source: give the type.",
    },
  }),
  code_spelling: repaired("info", {
    label: { fr: "Code réécrit", en: "Code rewritten" },
    explanation: {
      fr: "Le code est écrit autrement que dans la nomenclature (casse, accents, zéro initial perdu, nom au lieu du code, ancienne graphie) : il a été réécrit. À la source : employer le code exact.",
      en: "The code is written otherwise than in the list (case, accents, lost leading zero, name instead of code, old spelling): it was rewritten. At the source: use the exact code.",
    },
  }),
  unknown_code: dropped("error", {
    label: { fr: "Code inconnu", en: "Unknown code" },
    explanation: {
      fr: "Le code n’est pas dans la nomenclature : la valeur est inconnue. À la source : corriger le code.",
      en: "The code is not in the list: the value is unknown. At the source: correct the code.",
    },
  }),
  unknown_value: kept("info", {
    label: { fr: "Valeur hors liste", en: "Value outside the list" },
    explanation: {
      fr: "La valeur n’est pas dans la liste attendue : elle est montrée telle qu’elle est écrite. À la source : vérifier s’il s’agit d’une valeur nouvelle ou d’une faute.",
      en: "The value is not in the expected list: it is shown as it is written. At the source: check whether it is a new value or a mistake.",
    },
  }),
  several_values: repaired("warning", {
    label: { fr: "Plusieurs valeurs dans une cellule", en: "Several values in one cell" },
    explanation: {
      fr: "La cellule n’admet qu’une valeur et en contient plusieurs : la première a été gardée. À la source : n’en garder qu’une.",
      en: "The cell takes one value and holds several: the first was kept. At the source: keep only one.",
    },
  }),
  channel_contradiction: kept("warning", {
    label: { fr: "Canal contredit par la ligne", en: "Channel contradicted by the row" },
    explanation: {
      fr: "La colonne « merge » nomme un canal sans adresse ni compte, ou en oublie un qui en a : elle est gardée telle quelle. À la source : accorder le canal, les adresses et les comptes.",
      en: "The “merge” column names a channel without address or count, or leaves out one that has them: it is kept as it is. At the source: make channel, addresses and counts agree.",
    },
  }),
};
