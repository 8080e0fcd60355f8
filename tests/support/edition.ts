import type { Basis } from "@/lib/codes/types";
import type { EditionSource, OrganisationRecord, PlatformRecord } from "@/lib/editions/types";
import type { EditionContext } from "@/lib/engine/context";
import { stateOf } from "@/lib/engine/state";

const EMPTY_ORGANISATION: OrganisationRecord = {
  line: 2,
  siren: null,
  name: "SANS NOM",
  type: null,
  region_file: null,
  region: null,
  department: null,
  local_url: null,
  local_datasets: null,
  datagouv_url: null,
  datagouv_datasets: null,
  datagouv_id: null,
  ods_id: null,
  population_file: null,
  population: null,
  latitude: null,
  longitude_file: null,
  longitude: null,
  channel: null,
  platforms: [],
  technologies: [],
  themes: [],
  checked_at: null,
};

const EMPTY_PLATFORM: PlatformRecord = {
  line: 2,
  slug: "sans-nom",
  name: "Sans nom",
  region: null,
  type: null,
  collaboration: null,
  url: null,
  technology: null,
  bearer: null,
  theme: null,
  cluster: null,
  reuse_url: null,
  reuses: null,
  forum_url: null,
  hosted_declared: null,
  contact_url: null,
  twitter: null,
  organisations: [],
};

/** Columns of a full edition; a test that takes one away says so. */
export const ALL_COLUMNS = {
  organisations: Object.keys(EMPTY_ORGANISATION),
  plateformes: Object.keys(EMPTY_PLATFORM),
};

type Written = {
  id?: string;
  reference?: "2022" | "2021";
  kind?: "official" | "snapshot" | "demo";
  asOf?: string;
  organisations: Partial<OrganisationRecord>[];
  platforms?: Partial<PlatformRecord>[] | null;
  columns?: { organisations: string[]; plateformes: string[] };
};

/** An edition written row by row in a test, as the reader would hand it over. A region stands for both bases. */
export function sourceOf(written: Written): EditionSource {
  const {
    id = "essai",
    reference = "2022",
    kind = "snapshot",
    asOf = "2022-12-31",
    platforms = [],
  } = written;
  const columns = written.columns ?? ALL_COLUMNS;
  const file = {
    bytes: 1,
    sha256: "0".repeat(64),
    encoding: "utf-8" as const,
    delimiter: "," as const,
    headers: [],
  };
  const organisations = written.organisations.map((given, index): OrganisationRecord => {
    const row = { ...EMPTY_ORGANISATION, line: index + 2, ...given };
    return {
      ...row,
      region_file: "region_file" in given ? row.region_file : row.region,
      population_file: "population_file" in given ? row.population_file : row.population,
    };
  });
  return {
    manifest: {
      id,
      title: { fr: id, en: id },
      asOf,
      kind,
      reference,
      licence: "lo-2.0",
      publisher: "Essai",
      sources: [],
    },
    identity: `identity-of-${id}`,
    files: [
      { ...file, resource: "organisations", name: "organisations.csv", columns: columns.organisations },
      ...(platforms
        ? [
            {
              ...file,
              resource: "plateformes" as const,
              name: "plateformes.csv" as const,
              columns: columns.plateformes,
            },
          ]
        : []),
    ],
    platforms: platforms
      ? async function* () {
          yield {
            rows: platforms.map((given, index) => ({
              ...EMPTY_PLATFORM,
              line: index + 2,
              slug: `p-${index}`,
              ...given,
            })),
            findings: [],
          };
        }
      : null,
    organisations: async function* () {
      yield { rows: organisations, findings: [] };
    },
    publicFile: () => null,
  };
}

/** The context of a question over one written edition. */
export async function contextOver(written: Written, basis: Basis = "corrected"): Promise<EditionContext> {
  const source = sourceOf(written);
  const state = await stateOf([source]);
  const edition = state.editions.get(source.manifest.id);
  if (!edition) throw new Error("the edition was not loaded");
  return { state, edition, basis };
}
