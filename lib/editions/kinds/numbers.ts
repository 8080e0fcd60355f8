import { corrected, dropped, kept, repaired } from "./kind";

/** Findings about counts, populations, coordinates and dates. */
export const NUMBER_KINDS = {
  number_format: repaired("info", {
    label: { fr: "Nombre réécrit", en: "Number rewritten" },
    explanation: {
      fr: "Le nombre est écrit avec des espaces, une virgule ou des décimales nulles : il a été réécrit. À la source : écrire 1234 ou 48.85.",
      en: "The number is written with spaces, a comma or empty decimals: it was rewritten. At the source: write 1234 or 48.85.",
    },
  }),
  not_a_count: dropped("error", {
    label: { fr: "Nombre illisible", en: "Unreadable number" },
    explanation: {
      fr: "La valeur n’est pas un nombre entier positif : elle est inconnue, et non nulle. À la source : corriger le nombre, ou laisser la cellule vide.",
      en: "The value is not a positive whole number: it is unknown, not zero. At the source: correct the number, or leave the cell empty.",
    },
  }),
  zero_datasets: kept("warning", {
    label: { fr: "Zéro jeu de données", en: "Zero data sets" },
    explanation: {
      fr: "L’acteur est compté comme publiant alors que ce compte est nul : il est gardé. À la source : vérifier si l’acteur publie encore.",
      en: "The actor is counted as publishing although this count is zero: it is kept. At the source: check whether the actor still publishes.",
    },
  }),
  count_missing: kept("warning", {
    label: { fr: "Nombre de jeux de données manquant", en: "Missing number of data sets" },
    explanation: {
      fr: "La ligne dit que l’acteur publie sur ce canal sans dire combien de jeux de données : le nombre est inconnu, et non nul. À la source : donner le nombre.",
      en: "The row says that the actor publishes through this channel without saying how many data sets: the number is unknown, not zero. At the source: give the number.",
    },
  }),
  population_from_register: corrected("warning", {
    label: { fr: "Population reprise du registre", en: "Population taken from the register" },
    explanation: {
      fr: "La population du fichier manque ou diffère de celle du registre des collectivités pour ce SIREN : la base corrigée emploie celle du registre. À la source : reprendre la population municipale de l’Insee.",
      en: "The file’s population is missing or differs from the register of authorities for this SIREN: the corrected basis uses the register’s. At the source: take Insee’s municipal population.",
    },
  }),
  population_missing: kept("info", {
    label: { fr: "Population manquante", en: "Missing population" },
    explanation: {
      fr: "La collectivité n’a pas de population, et le registre n’en donne pas pour ce SIREN : elle n’entre dans aucune classe de taille. À la source : donner la population.",
      en: "The authority has no population, and the register gives none for this SIREN: it belongs to no size band. At the source: give the population.",
    },
  }),
  population_of_associated: kept("info", {
    label: { fr: "Population d’un acteur associé", en: "Population of an associated actor" },
    explanation: {
      fr: "Un acteur associé n’a pas d’habitants : la valeur est gardée mais n’entre dans aucun calcul. À la source : laisser la cellule vide.",
      en: "An associated actor has no inhabitants: the value is kept but enters no calculation. At the source: leave the cell empty.",
    },
  }),
  not_a_coordinate: dropped("error", {
    label: { fr: "Coordonnée illisible", en: "Unreadable coordinate" },
    explanation: {
      fr: "La valeur n’est pas une latitude ou une longitude en degrés décimaux : elle est inconnue. À la source : corriger la coordonnée.",
      en: "The value is not a latitude or a longitude in decimal degrees: it is unknown. At the source: correct the coordinate.",
    },
  }),
  coordinate_incomplete: kept("warning", {
    label: { fr: "Position incomplète", en: "Incomplete position" },
    explanation: {
      fr: "L’une des deux coordonnées manque : la ligne ne peut pas être placée sur une carte. À la source : donner les deux.",
      en: "One of the two coordinates is missing: the row cannot be put on a map. At the source: give both.",
    },
  }),
  coordinate_displaced: kept("warning", {
    label: { fr: "Position hors du territoire", en: "Position outside the territory" },
    explanation: {
      fr: "La position tombe hors de France, ou hors du territoire où la ligne se situe : elle est gardée. À la source : vérifier le signe et l’ordre des coordonnées.",
      en: "The position falls outside France, or outside the territory the row is in: it is kept. At the source: check the sign and the order of the coordinates.",
    },
  }),
  longitude_sign: corrected("warning", {
    label: { fr: "Signe de la longitude", en: "Sign of the longitude" },
    explanation: {
      fr: "La longitude d’un acteur de Nouvelle-Calédonie est négative, ce qui le place à l’autre bout du Pacifique : la base corrigée en change le signe. À la source : retirer le signe moins.",
      en: "The longitude of an actor of New Caledonia is negative, which puts it at the other end of the Pacific: the corrected basis changes its sign. At the source: remove the minus sign.",
    },
  }),
  date_unreadable: dropped("error", {
    label: { fr: "Date illisible", en: "Unreadable date" },
    explanation: {
      fr: "La valeur n’est pas une date : elle est inconnue. À la source : écrire 2021-12-15T11:57.",
      en: "The value is not a date: it is unknown. At the source: write 2021-12-15T11:57.",
    },
  }),
};
