import type { Glossary } from "./types";

/** What is said of a published note, in the journal and its files. */
export const annotationTerms: Glossary = {
  note: {
    label: { fr: "Note", en: "Note" },
    definition: {
      fr: "Identifiant de la note, le même à chaque version.",
      en: "Identifier of the note, the same in each version.",
    },
  },
  target: {
    label: { fr: "Objet", en: "Target" },
    definition: {
      fr: "Ce dont parle la note : « edition », ou un genre et un nom, tels « indicator/by-type », « organisation/ » et un SIREN, « column/population ».",
      en: "What the note is about: “edition”, or a kind and a name, as “indicator/by-type”, “organisation/” and a SIREN, “column/population”.",
    },
  },
  target_kind: {
    label: { fr: "À propos de", en: "About" },
    definition: {
      fr: "Nature de l’objet : édition, indicateur, organisation, plateforme, territoire ou colonne.",
      en: "Kind of target: edition, indicator, organisation, platform, territory or column.",
    },
  },
  territory: {
    label: { fr: "Territoire", en: "Territory" },
    definition: {
      fr: "Région ou département : notes sur le territoire, ses organisations, ses plateformes et ses lignes d’indicateurs.",
      en: "Region or department: notes on the territory, its organisations, its platforms and its rows of indicators.",
    },
  },
  note_kind: {
    label: { fr: "Genre", en: "Kind" },
    definition: {
      fr: "Commentaire, méthode, mise en garde, correction ou source.",
      en: "Comment, method, warning, correction or source.",
    },
  },
  language: {
    label: { fr: "Langue", en: "Language" },
    definition: { fr: "Langue du texte : « fr » ou « en ».", en: "Language of the text: “fr” or “en”." },
  },
  body: {
    label: { fr: "Texte", en: "Text" },
    definition: { fr: "Texte de la note, en Markdown.", en: "Text of the note, in Markdown." },
  },
  correction_column: {
    label: { fr: "Colonne corrigée", en: "Corrected column" },
    definition: {
      fr: "Colonne du fichier dont une correction propose une autre valeur ; absente des autres notes.",
      en: "Column of the file of which a correction proposes another value; absent from other notes.",
    },
  },
  correction_file_value: {
    label: { fr: "Valeur du fichier", en: "Value in the file" },
    definition: { fr: "Ce que le fichier publié donne.", en: "What the published file gives." },
  },
  correction_proposed: {
    label: { fr: "Valeur proposée", en: "Proposed value" },
    definition: { fr: "Ce que la rédaction propose à la place.", en: "What the editors propose instead." },
  },
  correction_reason: {
    label: { fr: "Motif", en: "Reason" },
    definition: { fr: "Pourquoi la valeur est à corriger.", en: "Why the value is to be corrected." },
  },
  correction_proof: {
    label: { fr: "Preuve", en: "Proof" },
    definition: { fr: "Adresse qui appuie la correction.", en: "Address that supports the correction." },
  },
  author: {
    label: { fr: "Auteur", en: "Author" },
    definition: { fr: "Nom affiché de qui a écrit la note.", en: "Display name of who wrote the note." },
  },
  version: {
    label: { fr: "Version", en: "Version" },
    definition: {
      fr: "Rang de la version : chaque enregistrement et chaque publication en ajoute une.",
      en: "Rank of the version: each save and each publication adds one.",
    },
  },
  published_at: {
    label: { fr: "Publiée le", en: "Published" },
    definition: {
      fr: "Moment de publication, en temps universel (ISO 8601).",
      en: "Time of publication, in universal time (ISO 8601).",
    },
  },
  updated_at: {
    label: { fr: "Modifiée le", en: "Changed" },
    definition: {
      fr: "Moment du dernier enregistrement, en temps universel (ISO 8601).",
      en: "Time of the last save, in universal time (ISO 8601).",
    },
  },
  permalink: {
    label: { fr: "Adresse permanente", en: "Permanent address" },
    definition: { fr: "Page où lire la note.", en: "Page where the note is read." },
  },
  since: {
    label: { fr: "Depuis le", en: "Since" },
    definition: { fr: "Premier jour de publication, compris.", en: "First day of publication, included." },
  },
  until: {
    label: { fr: "Jusqu’au", en: "Until" },
    definition: { fr: "Dernier jour de publication, compris.", en: "Last day of publication, included." },
  },
};
