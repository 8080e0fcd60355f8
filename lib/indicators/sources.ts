import type { Source } from "./types";

/** The files an edition is made of. */
export const EDITION_FILES: Source = {
  title: {
    fr: "OpenDataFrance, Observatoire open data des territoires",
    en: "OpenDataFrance, Observatory of local open data",
  },
  url: "https://www.data.gouv.fr/fr/organizations/opendatafrance/",
};

/** The register that gives denominators and populations. */
export const REGISTER: Source = {
  title: {
    fr: "Découpage administratif de la France au 1ᵉʳ janvier 2022 (Insee, mis en forme par Etalab)",
    en: "Administrative divisions of France on 1 January 2022 (Insee, packaged by Etalab)",
  },
  url: "https://www.npmjs.com/package/@etalab/decoupage-administratif",
};
