/**
 * The trust score of the data set's catalogue entry: five axes, each out of 100, weighed. The weights and the points
 * of the entry are the catalogue's; how evidence makes points is told here for what can be observed of an edition.
 */
export const AXES = ["officialness", "availability", "metadata", "licence", "agents"] as const;
export type Axis = (typeof AXES)[number];

/** Shares of the score, in percent. */
export const WEIGHTS: Readonly<Record<Axis, number>> = {
  officialness: 25,
  availability: 25,
  metadata: 20,
  licence: 15,
  agents: 15,
};

/** Metadata fields that a catalogue recommends; the entry fills 6 of 13. */
export const METADATA_FIELDS = [
  "title",
  "description",
  "publisher",
  "contact",
  "licence",
  "landing_page",
  "issued",
  "modified",
  "frequency",
  "temporal",
  "spatial",
  "keywords",
  "theme",
] as const;
export type MetadataField = (typeof METADATA_FIELDS)[number];

/** Points of each thing that lets a program use the data alone; a file gives 5 points, two files at most count. */
export const AGENT_POINTS = {
  documentation: 20,
  landing_page: 10,
  distributions: 10,
  schema: 20,
  api: 20,
  examples: 20,
} as const;

/** What is known of an entry. */
export type Evidence = {
  publicSector: boolean;
  /** Whether the latest verification of every file succeeded. */
  verified: boolean;
  /** Number of recommended metadata fields that are filled. */
  fields: number;
  /** "normalised": a code of the catalogue's list; "stated": given in other words. */
  licence: "normalised" | "stated" | "none";
  documentation: boolean;
  landing_page: boolean;
  distributions: number;
  schema: boolean;
  api: boolean;
  examples: boolean;
};

/** The evidence of the catalogue entry as it was first profiled. */
export const ENTRY: Evidence = {
  publicSector: false,
  verified: true,
  fields: 6,
  licence: "normalised",
  documentation: true,
  landing_page: true,
  distributions: 2,
  schema: false,
  api: false,
  examples: false,
};

const LICENCE_POINTS = { normalised: 100, stated: 50, none: 0 } as const;

/** Points of each axis, out of 100. Not of the public sector is neutral: half the points. */
export function pointsOf(evidence: Evidence): Record<Axis, number> {
  const { documentation, landing_page, schema, api, examples } = AGENT_POINTS;
  const files = (AGENT_POINTS.distributions / 2) * Math.min(evidence.distributions, 2);
  return {
    officialness: evidence.publicSector ? 100 : 50,
    availability: evidence.verified ? 100 : 0,
    metadata: Math.round((100 * evidence.fields) / METADATA_FIELDS.length),
    licence: LICENCE_POINTS[evidence.licence],
    agents:
      files +
      (evidence.documentation ? documentation : 0) +
      (evidence.landing_page ? landing_page : 0) +
      (evidence.schema ? schema : 0) +
      (evidence.api ? api : 0) +
      (evidence.examples ? examples : 0),
  };
}

/** What an axis's points bring to the score. */
export const shareOf = (points: number, axis: Axis): number => (WEIGHTS[axis] * points) / 100;

/** The score out of 100, to one decimal: the points of each axis by its weight. */
export function weigh(points: Readonly<Record<Axis, number>>): number {
  return Math.round(AXES.reduce((sum, axis) => sum + WEIGHTS[axis] * points[axis], 0) / 10) / 10;
}
