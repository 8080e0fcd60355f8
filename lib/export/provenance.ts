import type { LoadedEdition } from "@/lib/engine/state";

const LICENCES: Record<string, { name: string; url: string }> = {
  "lo-2.0": {
    name: "Licence Ouverte 2.0",
    url: "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
  },
  "odbl-1.0": { name: "ODbL 1.0", url: "https://opendatacommons.org/licenses/odbl/1-0/" },
};

/** The licence's usual name and address; its code where it is not one of those known. */
export function licenceOf(code: string): { name: string; url: string | null } {
  return LICENCES[code.toLowerCase()] ?? { name: code, url: null };
}

/** What every answer and file says of where its figures come from. */
export type Provenance = {
  edition: string;
  title: { fr: string; en: string };
  as_of: string;
  kind: string;
  /** True for a demonstration edition: nothing in it is real. */
  fictitious: boolean;
  licence: string;
  licence_url: string | null;
  attribution: string;
};

export function provenanceOf({ id, manifest }: LoadedEdition): Provenance {
  const licence = licenceOf(manifest.licence);
  return {
    edition: id,
    title: manifest.title,
    as_of: manifest.asOf,
    kind: manifest.kind,
    fictitious: manifest.kind === "demo",
    licence: licence.name,
    licence_url: licence.url,
    attribution: `${manifest.publisher}, ${manifest.title.fr} (${manifest.asOf}), ${licence.name}`,
  };
}
