import { dropped, kept, repaired } from "./kind";

/** Findings about the text of a cell. */
export const TEXT_KINDS = {
  outer_spaces: repaired("info", {
    label: { fr: "Espaces autour de la valeur", en: "Spaces around the value" },
    explanation: {
      fr: "Des espaces précèdent ou suivent la valeur : ils ont été retirés. À la source : les supprimer, car ils empêchent de rapprocher les fichiers.",
      en: "Spaces come before or after the value: they were removed. At the source: delete them, since they keep files from being matched.",
    },
  }),
  inner_spaces: repaired("info", {
    label: { fr: "Espaces répétés ou retours à la ligne", en: "Repeated spaces or line breaks" },
    explanation: {
      fr: "La valeur contient plusieurs espaces de suite, une tabulation ou un retour à la ligne : un seul espace a été gardé. À la source : corriger la valeur.",
      en: "The value holds several spaces in a row, a tab or a line break: a single space was kept. At the source: correct the value.",
    },
  }),
  invisible_characters: repaired("warning", {
    label: { fr: "Caractères invisibles", en: "Invisible characters" },
    explanation: {
      fr: "La valeur contient des caractères qui ne se voient pas (espace sans chasse, marque de sens d’écriture, espace insécable…) : ils ont été retirés. À la source : ressaisir la valeur.",
      en: "The value holds characters that cannot be seen (zero-width space, direction mark, no-break space…): they were removed. At the source: type the value again.",
    },
  }),
  decomposed_accents: repaired("info", {
    label: { fr: "Accents en deux caractères", en: "Accents in two characters" },
    explanation: {
      fr: "Des lettres accentuées sont écrites en deux caractères, la lettre puis l’accent : elles ont été recomposées (forme NFC). À la source : enregistrer le texte en forme composée.",
      en: "Accented letters are written in two characters, the letter then the accent: they were composed again (form NFC). At the source: save the text in composed form.",
    },
  }),
  garbled_text: kept("warning", {
    label: { fr: "Accents abîmés", en: "Garbled accents" },
    explanation: {
      fr: "La valeur porte la trace d’une erreur d’encodage (« Ã© » ou « � ») survenue avant la publication : elle est montrée telle quelle. À la source : repartir du texte d’origine.",
      en: "The value shows the trace of an encoding error (“Ã©” or “�”) made before publication: it is shown as it is. At the source: start again from the original text.",
    },
  }),
  outer_quotes: repaired("info", {
    label: { fr: "Guillemets de trop", en: "Quotation marks too many" },
    explanation: {
      fr: "La valeur est enfermée dans des guillemets ou précédée de l’apostrophe d’un tableur : ils ont été retirés. À la source : les supprimer.",
      en: "The value is enclosed in quotation marks or follows a spreadsheet’s apostrophe: they were removed. At the source: delete them.",
    },
  }),
  spreadsheet_error: dropped("error", {
    label: { fr: "Erreur de tableur", en: "Spreadsheet error" },
    explanation: {
      fr: "La cellule contient le message d’un tableur (#N/A, #####) au lieu d’une valeur : elle est inconnue. À la source : corriger la formule ou élargir la colonne, puis exporter de nouveau.",
      en: "The cell holds a spreadsheet’s message (#N/A, #####) instead of a value: it is unknown. At the source: correct the formula or widen the column, then export again.",
    },
  }),
  oversized_text: kept("warning", {
    label: { fr: "Texte démesuré", en: "Text beyond measure" },
    explanation: {
      fr: "La cellule dépasse dix mille caractères : elle est gardée, mais contient sans doute autre chose qu’une valeur. À la source : vérifier la cellule.",
      en: "The cell exceeds ten thousand characters: it is kept, but probably holds something else than a value. At the source: check the cell.",
    },
  }),
  misplaced_value: kept("warning", {
    label: { fr: "Valeur d’une autre colonne", en: "Value of another column" },
    explanation: {
      fr: "La valeur (nombre, date, code, adresse, thème…) est de celles d’une autre colonne : elle est gardée. À la source : vérifier que les cellules n’ont pas été décalées.",
      en: "The value (number, date, code, address, theme…) is one of another column’s: it is kept. At the source: check that cells were not shifted.",
    },
  }),
  name_missing: kept("error", {
    label: { fr: "Nom manquant", en: "Missing name" },
    explanation: {
      fr: "La ligne n’a pas de nom : elle est gardée et montrée comme « (sans nom) ». À la source : donner le nom.",
      en: "The row has no name: it is kept and shown as “(sans nom)”. At the source: give the name.",
    },
  }),
  duplicate_name: kept("warning", {
    label: { fr: "Nom de plateforme en double", en: "Platform name given twice" },
    explanation: {
      fr: "Une autre ligne donne déjà ce nom de plateforme, à la casse et aux accents près : les deux sont gardées, et l’adresse de la seconde finit par un numéro. À la source : supprimer le doublon ou distinguer les noms.",
      en: "Another row already gives this platform name, apart from case and accents: both are kept, and the address of the second ends with a number. At the source: remove the duplicate or tell the names apart.",
    },
  }),
  email_removed: dropped("warning", {
    label: { fr: "Adresse e-mail retirée", en: "E-mail address removed" },
    explanation: {
      fr: "La valeur contient une adresse e-mail, donnée personnelle : elle n’est ni montrée, ni exportée, ni cherchée. À la source : publier l’adresse d’une page de contact.",
      en: "The value holds an e-mail address, which is personal data: it is never shown, exported or searched. At the source: publish the address of a contact page.",
    },
  }),
  contact_not_address: dropped("info", {
    label: { fr: "Contact qui n’est pas une adresse web", en: "Contact that is not a web address" },
    explanation: {
      fr: "Le contact n’est pas une adresse web : comme il peut nommer une personne, il n’est pas montré. À la source : publier l’adresse d’une page de contact.",
      en: "The contact is not a web address: since it may name a person, it is not shown. At the source: publish the address of a contact page.",
    },
  }),
};
