import type { Glossary } from "./types";

/** Words of the observatory. */
export const conceptTerms: Glossary = {
  edition: {
    label: { fr: "Édition", en: "Edition" },
    definition: {
      fr: "État de l’observatoire à une date : un fichier des organisations et, le plus souvent, un fichier des plateformes, jamais modifiés.",
      en: "State of the observatory at a date: an organisations file and, most often, a platforms file, never changed.",
    },
  },
  actor: {
    label: { fr: "Acteur", en: "Actor" },
    definition: {
      fr: "Ligne du fichier des organisations, de tout type.",
      en: "A row of the organisations file, of any type.",
    },
  },
  open_authority: {
    label: { fr: "Collectivité ouverte", en: "Open authority" },
    definition: {
      fr: "Acteur qui est une commune, un EPCI, un département ou une région.",
      en: "An actor that is a commune, an EPCI, a département or a région.",
    },
  },
  associated_actor: {
    label: { fr: "Acteur associé", en: "Associated actor" },
    definition: {
      fr: "Acteur qui n’est pas une collectivité : syndicat, organisme associé, délégataire de service public, service de l’État.",
      en: "An actor that is not an authority: joint body, associated body, public service contractor, State service.",
    },
  },
  bound_authority: {
    label: { fr: "Collectivité assujettie", en: "Bound authority" },
    definition: {
      fr: "Collectivité que la loi pour une République numérique (2016) oblige à ouvrir ses données. L’observatoire compte les communes d’au moins 3 500 habitants, tous les EPCI, les départements et les régions ; le critère des 50 agents n’est pas mesuré.",
      en: "An authority that the Digital Republic law (2016) requires to open its data. The observatory counts communes of 3,500 inhabitants and more, every EPCI, the départements and the régions; the criterion of 50 staff is not measured.",
    },
  },
};
