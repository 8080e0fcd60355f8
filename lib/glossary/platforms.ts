import type { Glossary } from "./types";
import { UNITS } from "./units";

/** Columns of the list of platforms that are its own. */
export const platformTerms: Glossary = {
  slug: {
    label: { fr: "Nom dans l’adresse", en: "Name in the address" },
    definition: {
      fr: "Nom de la plateforme en minuscules sans accent, unique dans l’édition, dont son adresse est faite.",
      en: "Name of the platform in lower case without accents, unique in the edition, of which its address is made.",
    },
  },
  collaboration: {
    label: { fr: "Gouvernance", en: "Governance" },
    definition: {
      fr: "Qui se partage la plateforme : dédiée à une collectivité, partagée entre deux, mutualisée entre plusieurs, ou partenariale avec des services de l’État.",
      en: "Who shares the platform: dedicated to one authority, shared by two, pooled between several, or run with State services.",
    },
    source: "plateformes.csv, Collab",
  },
  url: {
    label: { fr: "Adresse", en: "Address" },
    definition: { fr: "Adresse de la plateforme.", en: "Address of the platform." },
    source: "plateformes.csv, url",
  },
  technology: {
    label: { fr: "Technologie", en: "Technology" },
    definition: { fr: "Logiciel qui fait tourner la plateforme.", en: "The software the platform runs on." },
    source: "plateformes.csv, Techno",
  },
  bearer: {
    label: { fr: "Porteur", en: "Bearer" },
    definition: {
      fr: "Type de l’organisation qui porte la plateforme.",
      en: "Type of the organisation that runs the platform.",
    },
    source: "plateformes.csv, porteur",
  },
  theme: {
    label: { fr: "Thème", en: "Theme" },
    definition: {
      fr: "Thème des données de la plateforme ; « Généraliste » quand elle les accueille tous.",
      en: "Theme of the platform’s data; “Généraliste” when it takes them all.",
    },
    source: "plateformes.csv, thèmatique",
  },
  cluster: {
    label: { fr: "Grappe", en: "Cluster" },
    definition: {
      fr: "Groupe de plateformes auquel celle-ci appartient, par son nom ou par l’adresse de leur plateforme commune.",
      en: "Group of platforms this one belongs to, by its name or by the address of their common platform.",
    },
    source: "plateformes.csv, grappe",
  },
  reuse_url: {
    label: { fr: "Adresse des réutilisations", en: "Address of the reuses" },
    definition: {
      fr: "Page où la plateforme montre ce qui est fait de ses données.",
      en: "Page where the platform shows what is made of its data.",
    },
    source: "plateformes.csv, url-reuse",
  },
  reuses: {
    label: { fr: "Réutilisations", en: "Reuses" },
    unit: UNITS.reuses,
    definition: {
      fr: "Nombre de réutilisations montrées par la plateforme.",
      en: "Number of reuses the platform shows.",
    },
    source: "plateformes.csv, nb-reuse",
  },
  forum_url: {
    label: { fr: "Adresse des demandes", en: "Address for requests" },
    definition: {
      fr: "Page où l’on peut demander des données.",
      en: "Page where data can be asked for.",
    },
    source: "plateformes.csv, url-forum-dodo",
  },
  contact_url: {
    label: { fr: "Contact", en: "Contact" },
    definition: {
      fr: "Page de contact de la plateforme. Les adresses e-mail, données personnelles, sont retirées.",
      en: "Contact page of the platform. E-mail addresses, which are personal data, are taken out.",
    },
    source: "plateformes.csv, contact",
  },
  twitter: {
    label: { fr: "Compte Twitter", en: "Twitter account" },
    definition: {
      fr: "Compte de la plateforme sur Twitter, quand il existe.",
      en: "Account of the platform on Twitter, when it has one.",
    },
    source: "plateformes.csv, twitter",
  },
  hosted_declared: {
    label: { fr: "Organisations hébergées (déclaré)", en: "Organisations hosted (declared)" },
    unit: UNITS.organisations,
    definition: {
      fr: "Nombre d’organisations que la plateforme déclare héberger ; il peut différer de la liste.",
      en: "Number of organisations the platform says it hosts; it may differ from the list.",
    },
    source: "plateformes.csv, nb-struct-hebergees",
  },
  organisations: {
    label: { fr: "Organisations", en: "Organisations" },
    definition: {
      fr: "SIREN des organisations que la ligne de la plateforme énumère.",
      en: "SIREN of the organisations that the platform’s row lists.",
    },
    source: "plateformes.csv, Organisations",
  },
};
