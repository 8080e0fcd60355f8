/** Units as a column's header shows them. */
export const UNITS = {
  actors: { fr: "acteurs", en: "actors" },
  authorities: { fr: "collectivités", en: "authorities" },
  organisations: { fr: "organisations", en: "organisations" },
  datasets: { fr: "jeux de données", en: "data sets" },
  reuses: { fr: "réutilisations", en: "reuses" },
  inhabitants: { fr: "habitants", en: "inhabitants" },
  degrees: { fr: "degrés", en: "degrees" },
  ratio: { fr: "%", en: "%" },
} as const;
