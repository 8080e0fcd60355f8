import type { Glossary } from "./types";
import { UNITS } from "./units";

/** Columns of the list of organisations. */
export const organisationTerms: Glossary = {
  siren: {
    label: { fr: "SIREN", en: "SIREN" },
    definition: {
      fr: "Numéro à neuf chiffres qui identifie une organisation au répertoire Sirene.",
      en: "Nine-digit number that identifies an organisation in the French business register.",
    },
    source: "organisations.csv, siren",
  },
  name: {
    label: { fr: "Nom", en: "Name" },
    definition: {
      fr: "Nom de l’organisation, de la plateforme ou de la collectivité, tel que le fichier l’écrit.",
      en: "Name of the organisation, platform or authority, as the file writes it.",
    },
    source: "organisations.csv, nom",
  },
  type: {
    label: { fr: "Type", en: "Type" },
    definition: {
      fr: "Pour une organisation, son statut : commune, EPCI, département, région ou l’un des acteurs associés. Pour une plateforme, portail, géoportail ou site web.",
      en: "For an organisation, what it is: commune, EPCI, département, région or one of the associated actors. For a platform: portal, geoportal or web site.",
    },
    source: "organisations.csv, type ; plateformes.csv, Type",
  },
  region: {
    label: { fr: "Région", en: "Region" },
    definition: {
      fr: "Code de la région : trois lettres et le code Insee (BRE-53). En base corrigée, déduit du département quand le fichier se contredit ou ne dit rien.",
      en: "Code of the region: three letters and the Insee code (BRE-53). With the corrected basis, taken from the département where the file contradicts itself or is silent.",
    },
    source: "organisations.csv, regcode",
  },
  department: {
    label: { fr: "Département", en: "Département" },
    definition: {
      fr: "Code Insee du département : 35, 2A, 974.",
      en: "Insee code of the département: 35, 2A, 974.",
    },
    source: "organisations.csv, depcode",
  },
  local_url: {
    label: { fr: "Adresse de la plateforme locale", en: "Address of the local platform" },
    definition: {
      fr: "Page où l’organisation publie ses données en dehors de data.gouv.fr.",
      en: "Page where the organisation publishes its data, other than data.gouv.fr.",
    },
    source: "organisations.csv, url-ptf",
  },
  local_datasets: {
    label: { fr: "Jeux sur la plateforme locale", en: "Data sets on the local platform" },
    unit: UNITS.datasets,
    definition: {
      fr: "Nombre de jeux de données publiés sur la plateforme locale.",
      en: "Number of data sets published on the local platform.",
    },
    source: "organisations.csv, nb-ptf",
  },
  datagouv_url: {
    label: { fr: "Adresse sur data.gouv.fr", en: "Address on data.gouv.fr" },
    definition: {
      fr: "Page de l’organisation sur data.gouv.fr.",
      en: "Page of the organisation on data.gouv.fr.",
    },
    source: "organisations.csv, url-datagouv",
  },
  datagouv_datasets: {
    label: { fr: "Jeux sur data.gouv.fr", en: "Data sets on data.gouv.fr" },
    unit: UNITS.datasets,
    definition: {
      fr: "Nombre de jeux de données publiés sur data.gouv.fr.",
      en: "Number of data sets published on data.gouv.fr.",
    },
    source: "organisations.csv, nb-datagouv",
  },
  datagouv_id: {
    label: { fr: "Identifiant data.gouv.fr", en: "data.gouv.fr identifier" },
    definition: {
      fr: "Identifiant de l’organisation sur data.gouv.fr, de 24 caractères. Inconnu quand un tableur l’a abîmé.",
      en: "Identifier of the organisation on data.gouv.fr, 24 characters long. Unknown where a spreadsheet has damaged it.",
    },
    source: "organisations.csv, id-datagouv",
  },
  ods_id: {
    label: { fr: "Identifiant OpenDataSoft", en: "OpenDataSoft identifier" },
    definition: {
      fr: "Identifiant de l’organisation sur OpenDataSoft.",
      en: "Identifier of the organisation on OpenDataSoft.",
    },
    source: "organisations.csv, id-ods",
  },
  population: {
    label: { fr: "Population", en: "Population" },
    unit: UNITS.inhabitants,
    definition: {
      fr: "Nombre d’habitants : population municipale au registre du 1ᵉʳ janvier 2022 en base corrigée, valeur du fichier en base du fichier. Sans objet pour un acteur associé.",
      en: "Number of inhabitants: municipal population by the register of 1 January 2022 with the corrected basis, the file’s value with the file basis. Associated actors have none.",
    },
    source: "organisations.csv, pop-insee",
  },
  latitude: {
    label: { fr: "Latitude", en: "Latitude" },
    unit: UNITS.degrees,
    definition: {
      fr: "Latitude du siège, en degrés décimaux (WGS 84).",
      en: "Latitude of the seat, in decimal degrees (WGS 84).",
    },
    source: "organisations.csv, lat",
  },
  longitude: {
    label: { fr: "Longitude", en: "Longitude" },
    unit: UNITS.degrees,
    definition: {
      fr: "Longitude du siège, en degrés décimaux (WGS 84). En base corrigée, son signe est rétabli pour la Nouvelle-Calédonie.",
      en: "Longitude of the seat, in decimal degrees (WGS 84). With the corrected basis, its sign is restored for New Caledonia.",
    },
    source: "organisations.csv, long",
  },
  channel: {
    label: { fr: "Canal de publication", en: "Publication channel" },
    definition: {
      fr: "Où l’organisation publie : plateforme locale, data.gouv.fr, ou les deux.",
      en: "Where the organisation publishes: local platform, data.gouv.fr, or both.",
    },
    source: "organisations.csv, merge",
  },
  platforms: {
    label: { fr: "Plateformes", en: "Platforms" },
    definition: {
      fr: "Plateformes sur lesquelles l’organisation publie, telles que le fichier les nomme.",
      en: "Platforms the organisation publishes on, as the file names them.",
    },
    source: "organisations.csv, ptf",
  },
  technologies: {
    label: { fr: "Technologies", en: "Technologies" },
    definition: {
      fr: "Logiciels de ces plateformes, chaque nom dans une seule graphie.",
      en: "Software of those platforms, each name in one spelling.",
    },
    source: "organisations.csv, Techno",
  },
  themes: {
    label: { fr: "Thèmes", en: "Themes" },
    definition: {
      fr: "Thèmes des données publiées, tels que le fichier les écrit.",
      en: "Themes of the published data, as the file writes them.",
    },
    source: "organisations.csv, Thématiques",
  },
  datasets: {
    label: { fr: "Jeux de données", en: "Data sets" },
    unit: UNITS.datasets,
    definition: {
      fr: "Jeux de données publiés, chacun une fois : le compte local quand le canal nomme une plateforme locale, sinon celui de data.gouv.fr. Un compte absent est inconnu, pas nul.",
      en: "Data sets published, each once: the local count where the channel names a local platform, else that of data.gouv.fr. A missing count is unknown, not zero.",
    },
    source: "organisations.csv, nb-ptf, nb-datagouv, merge",
  },
  checked_at: {
    label: { fr: "Vérifiée le", en: "Checked on" },
    definition: {
      fr: "Date à laquelle la ligne a été vérifiée pour la dernière fois.",
      en: "Date on which the row was last checked.",
    },
    source: "organisations.csv, TimeStamp",
  },
};
