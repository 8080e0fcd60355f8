import type { Glossary } from "./types";
import { UNITS } from "./units";

/** Measures of the indicators and their breakdowns. */
export const measureTerms: Glossary = {
  key: {
    label: { fr: "Clé", en: "Key" },
    definition: {
      fr: "Code de la ligne d’une ventilation : région, type, tranche, technologie. « none » réunit ce dont le fichier ne dit rien.",
      en: "Code of a breakdown’s row: region, type, band, technology. “none” joins what the file says nothing of.",
    },
  },
  label: {
    label: { fr: "Libellé", en: "Label" },
    definition: {
      fr: "Nom de la ligne, dans la langue du lecteur.",
      en: "Name of the row, in the reader’s language.",
    },
  },
  label_fr: {
    label: { fr: "Libellé en français", en: "French label" },
    definition: { fr: "Nom de la ligne en français.", en: "Name of the row in French." },
  },
  label_en: {
    label: { fr: "Libellé en anglais", en: "English label" },
    definition: { fr: "Nom de la ligne en anglais.", en: "Name of the row in English." },
  },
  value: {
    label: { fr: "Valeur", en: "Value" },
    definition: {
      fr: "Mesure principale de l’indicateur, dans son unité ; dans le rapport de qualité, la cellule telle que le fichier l’écrit.",
      en: "Main measure of the indicator, in its unit; in the quality report, the cell as the file writes it.",
    },
  },
  open: {
    label: { fr: "Ouvertes", en: "Open" },
    unit: UNITS.authorities,
    definition: {
      fr: "Nombre de collectivités ouvertes, numérateur du taux ; dans la liste des collectivités assujetties, si celle-ci publie ou non.",
      en: "Number of open authorities, the numerator of the rate; in the list of bound authorities, whether this one publishes or not.",
    },
  },
  total: {
    label: { fr: "Total", en: "Total" },
    unit: UNITS.authorities,
    definition: {
      fr: "Nombre de collectivités de la classe en France, dénominateur du taux ; dans l’historique et la matrice, somme de toutes les collectivités ouvertes de la ligne.",
      en: "Number of authorities of the class in France, the denominator of the rate; in the history and the matrix, all open authorities of the row.",
    },
  },
  rate: {
    label: { fr: "Taux", en: "Rate" },
    unit: UNITS.ratio,
    definition: {
      fr: "Part des collectivités de la ligne qui sont ouvertes (ou des habitants couverts) : numérateur ÷ dénominateur, tous deux sur la même ligne.",
      en: "Share of the row’s authorities that are open (or of inhabitants covered): numerator ÷ denominator, both in the same row.",
    },
  },
  numerator: {
    label: { fr: "Numérateur", en: "Numerator" },
    definition: { fr: "Ce que le taux compte.", en: "What the rate counts." },
  },
  denominator: {
    label: { fr: "Dénominateur", en: "Denominator" },
    definition: { fr: "Ce à quoi le taux se rapporte.", en: "What the rate is measured against." },
  },
  unit: {
    label: { fr: "Unité", en: "Unit" },
    definition: {
      fr: "Ce que la valeur compte : acteurs (actors), collectivités (authorities), plateformes (platforms), jeux de données (datasets), ou une part de 0 à 1 (ratio).",
      en: "What the value counts: actors, authorities, platforms, datasets, or a share from 0 to 1 (ratio).",
    },
  },
  published_value: {
    label: { fr: "Valeur publiée", en: "Published value" },
    definition: {
      fr: "Ce que le rapport officiel dit de l’indicateur, dans la même unité ; vide s’il n’en dit rien.",
      en: "What the official report says of the indicator, in the same unit; empty if it says nothing of it.",
    },
  },
  published_source: {
    label: { fr: "Source de la valeur publiée", en: "Source of the published value" },
    definition: {
      fr: "Adresse de la page où la valeur est publiée.",
      en: "Address of the page where the value is published.",
    },
  },
  actors: {
    label: { fr: "Acteurs", en: "Actors" },
    unit: UNITS.actors,
    definition: {
      fr: "Lignes du fichier des organisations, de tout type.",
      en: "Rows of the organisations file, of any type.",
    },
  },
  authorities: {
    label: { fr: "Collectivités", en: "Authorities" },
    unit: UNITS.authorities,
    definition: {
      fr: "Parmi les acteurs, ceux qui sont des collectivités : communes, EPCI, départements, régions.",
      en: "Among actors, those that are authorities: communes, EPCI, départements, régions.",
    },
  },
  open_authorities: {
    label: { fr: "Collectivités ouvertes", en: "Open authorities" },
    unit: UNITS.authorities,
    definition: {
      fr: "Collectivités qui publient, communes de moins de 3 500 habitants comprises.",
      en: "Authorities that publish, communes under 3,500 inhabitants included.",
    },
  },
  population_covered: {
    label: { fr: "Population couverte", en: "Population covered" },
    unit: UNITS.inhabitants,
    definition: {
      fr: "Habitants d’une commune ouverte ou membre d’une intercommunalité ouverte, chacun une fois.",
      en: "Inhabitants of a commune that is open or belongs to an open intercommunal body, each once.",
    },
  },
  used: {
    label: { fr: "Emplois", en: "Uses" },
    unit: UNITS.organisations,
    definition: {
      fr: "Organisations qui emploient la technologie, chacune une fois par technologie.",
      en: "Organisations that use the technology, each once per technology.",
    },
  },
  unknown: {
    label: { fr: "Inconnus", en: "Unknown" },
    unit: UNITS.actors,
    definition: {
      fr: "Acteurs dont le fichier ne donne pas le compte : ils ne sont pas comptés comme zéro.",
      en: "Actors for which the file gives no count: they are not counted as zero.",
    },
  },
  median: {
    label: { fr: "Médiane", en: "Median" },
    unit: UNITS.datasets,
    definition: {
      fr: "La moitié des acteurs dont le compte est connu publie au plus ce nombre de jeux de données.",
      en: "Half of the actors whose count is known publish at most this many data sets.",
    },
  },
  share_one_or_two: {
    label: { fr: "Part d’un ou deux jeux", en: "Share with one or two" },
    unit: UNITS.ratio,
    definition: {
      fr: "Part des acteurs qui ne publient qu’un ou deux jeux de données, parmi ceux dont le compte est connu.",
      en: "Share of actors that publish only one or two data sets, among those whose count is known.",
    },
  },
  one_or_two: {
    label: { fr: "Un ou deux jeux", en: "One or two" },
    unit: UNITS.actors,
    definition: {
      fr: "Acteurs qui ne publient qu’un ou deux jeux de données.",
      en: "Actors that publish only one or two data sets.",
    },
  },
  known: {
    label: { fr: "Comptes connus", en: "Known counts" },
    unit: UNITS.actors,
    definition: {
      fr: "Acteurs dont le nombre de jeux de données est connu.",
      en: "Actors whose number of data sets is known.",
    },
  },
  communes: {
    label: { fr: "Communes", en: "Communes" },
    unit: UNITS.authorities,
    definition: { fr: "Communes ouvertes à cette date.", en: "Communes open on that date." },
  },
  epci: {
    label: { fr: "Intercommunalités", en: "Intercommunal bodies" },
    unit: UNITS.authorities,
    definition: {
      fr: "Établissements publics de coopération intercommunale (EPCI) ouverts : communautés de communes, d’agglomération, urbaines, métropoles, établissements publics territoriaux.",
      en: "Intercommunal bodies (EPCI) that are open: communities of communes, urban communities, metropolises, territorial bodies of Greater Paris.",
    },
  },
  departments: {
    label: { fr: "Départements", en: "Départements" },
    unit: UNITS.authorities,
    definition: { fr: "Départements ouverts à cette date.", en: "Départements open on that date." },
  },
  regions: {
    label: { fr: "Régions", en: "Régions" },
    unit: UNITS.authorities,
    definition: { fr: "Régions ouvertes à cette date.", en: "Régions open on that date." },
  },
  origin: {
    label: { fr: "Origine", en: "Origin" },
    definition: {
      fr: "D’où vient le point de l’historique : série publiée, ou édition chargée.",
      en: "Where the point of the history comes from: published series, or loaded edition.",
    },
  },
  insee_code: {
    label: { fr: "Code Insee", en: "Insee code" },
    definition: {
      fr: "Code officiel géographique de la commune, du département ou de la région.",
      en: "Official geographic code of the commune, département or région.",
    },
  },
};
