import { fold } from "./fold";
import { typeOf } from "./type";

/** What a platform is. */
export const PLATFORM_TYPES = ["Portail", "Géoportail", "Site web"] as const;
/** For whom a platform works: one authority, two, several, or several with State services. */
export const COLLABORATIONS = ["Dédié", "Partagé", "Mutualisé", "Partenarial"] as const;
/** The bearer of a platform when it is the State's central services. */
export const NATIONAL = "NAT";

// The files also write the feminine ("Dédiée").
const words = (values: readonly string[]) =>
  new Map(values.flatMap((value) => [value, `${value}e`].map((word) => [fold(word), value] as const)));
const types = words(PLATFORM_TYPES);
const collaborations = words(COLLABORATIONS);

/** Canonical platform type; undefined when it is none of the list. */
export const platformTypeOf = (text: string): string | undefined => types.get(fold(text));
/** Canonical collaboration; undefined when it is none of the list. */
export const collaborationOf = (text: string): string | undefined => collaborations.get(fold(text));
/** Canonical bearer: a type code or NAT; undefined when it is none of them. */
export const bearerOf = (text: string): string | undefined =>
  fold(text) === "nat" ? NATIONAL : typeOf(text);

/**
 * A platform's name in an address: lowercase ASCII words joined by "-". "Data Rennes Métropole" → "data-rennes-metropole".
 * @returns "plateforme" when the name has no Latin letter or digit
 */
export function slugOf(name: string): string {
  const ascii = name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replaceAll("ß", "ss");
  return ascii.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "plateforme";
}
