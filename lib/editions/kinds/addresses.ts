import { dropped, kept, repaired } from "./kind";

/** Findings about web addresses. */
export const ADDRESS_KINDS = {
  address_spaces: repaired("info", {
    label: { fr: "Adresse avec espaces", en: "Address with spaces" },
    explanation: {
      fr: "L’adresse contient des espaces : ils ont été écrits %20, comme le fait un navigateur. À la source : recopier l’adresse.",
      en: "The address holds spaces: they were written %20, as a browser does. At the source: copy the address again.",
    },
  }),
  address_without_scheme: repaired("info", {
    label: { fr: "Adresse sans https://", en: "Address without https://" },
    explanation: {
      fr: "L’adresse commence par le nom du site : « https:// » a été ajouté. À la source : écrire l’adresse entière.",
      en: "The address starts with the name of the site: “https://” was added. At the source: write the whole address.",
    },
  }),
  address_characters: kept("info", {
    label: { fr: "Adresse avec accents ou virgules", en: "Address with accents or commas" },
    explanation: {
      fr: "L’adresse contient des accents ou des virgules, que certains outils refusent : elle est gardée. À la source : les coder (%C3%A9, %2C).",
      en: "The address holds accents or commas, which some tools refuse: it is kept. At the source: encode them (%C3%A9, %2C).",
    },
  }),
  address_insecure: kept("info", {
    label: { fr: "Adresse en http", en: "Address in plain http" },
    explanation: {
      fr: "L’adresse n’est pas sécurisée (http) : elle est gardée. À la source : donner l’adresse en https si elle existe.",
      en: "The address is not secure (http): it is kept. At the source: give the https address if there is one.",
    },
  }),
  address_missing: kept("warning", {
    label: { fr: "Adresse manquante", en: "Missing address" },
    explanation: {
      fr: "La plateforme n’a pas d’adresse : la ligne est gardée, sans lien. À la source : donner l’adresse.",
      en: "The platform has no address: the row is kept, without a link. At the source: give the address.",
    },
  }),
  address_scheme: dropped("error", {
    label: { fr: "Adresse qui n’est pas celle d’une page", en: "Address that is not a page’s" },
    explanation: {
      fr: "L’adresse ne commence ni par http ni par https (javascript:, mailto:, ftp:…) : elle n’est pas suivie et la valeur est inconnue. À la source : donner l’adresse d’une page.",
      en: "The address starts neither with http nor with https (javascript:, mailto:, ftp:…): it is not followed and the value is unknown. At the source: give the address of a page.",
    },
  }),
  address_invalid: dropped("error", {
    label: { fr: "Adresse illisible", en: "Unreadable address" },
    explanation: {
      fr: "La valeur n’est pas une adresse web : elle est inconnue. À la source : recopier l’adresse depuis le navigateur.",
      en: "The value is not a web address: it is unknown. At the source: copy the address from the browser.",
    },
  }),
};
