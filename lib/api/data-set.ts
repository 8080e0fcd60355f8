import "server-only";
import { absentColumns, columnsOf, type FileColumn } from "@/lib/editions/file-schema";
import type { PublicFile } from "@/lib/editions/public-file";
import { ENTRY, pointsOf, weigh, type Axis, type Evidence, type MetadataField } from "@/lib/editions/trust";
import type { EditionFile } from "@/lib/editions/types";
import type { EditionContext } from "@/lib/engine/context";
import { licenceOf } from "@/lib/export/provenance";
import { onceByState } from "@/lib/indicators/memory";
import { organisationFileColumns, platformFileColumns } from "@/lib/queries/file-columns";
import { qualityByKind } from "@/lib/queries/quality";
import { sample } from "@/lib/queries/sample";
import { datasetNode, filledFields } from "./dcat";

type ColumnFacts = Awaited<ReturnType<typeof organisationFileColumns.all>>[number];

/** One column of a file as published, and what it holds; null when it has no usable value. */
export type SchemaColumn = FileColumn & { facts: ColumnFacts | null };

/** One file of the edition: as published, and as it is sent. */
export type Distribution = {
  file: EditionFile;
  sent: Omit<PublicFile, "pieces">;
  rows: number;
  schema: SchemaColumn[];
  /** Columns of the observatory that this file does not have. */
  absent: FileColumn[];
};

export type Score = { evidence: Evidence; points: Record<Axis, number>; score: number };

/** data.gouv.fr's nine criteria of quality, in its order; null when it can't be told. */
export const CRITERIA = [
  "description",
  "documentation",
  "licence",
  "frequency",
  "on_time",
  "formats",
  "temporal",
  "spatial",
  "availability",
] as const;
export type Criterion = (typeof CRITERIA)[number];

/** Everything that the page of the data set says. */
export type DataSet = Awaited<ReturnType<typeof dataSetOf>>;

const schemaOf = (file: EditionFile, facts: readonly ColumnFacts[]): SchemaColumn[] =>
  columnsOf(file).map((column) => ({
    ...column,
    facts: facts.find((one) => one.column === column.name) ?? null,
  }));

function scoreOf(evidence: Evidence): Score {
  const points = pointsOf(evidence);
  return { evidence, points, score: weigh(points) };
}

/** What can be seen here of the evidence; that the publisher is an association is the catalogue's word. */
function observed(context: EditionContext, fields: readonly MetadataField[], files: number): Evidence {
  const { edition, state } = context;
  return {
    ...ENTRY,
    verified: !state.refusals.some((refusal) => refusal.edition === edition.id),
    fields: fields.length,
    licence: licenceOf(edition.manifest.licence).url ? "normalised" : "stated",
    distributions: files,
    // This site: the method, the pages of the edition, the schema, the API, and the queries shown with each indicator.
    ...{ documentation: true, landing_page: true, schema: true, api: true, examples: true },
  };
}

/** What the columns hold, asked once for both bases: it is the file's. */
const columnFacts = onceByState("data-set-columns", async (context: EditionContext) => ({
  organisations: await organisationFileColumns.all(context, {}),
  plateformes: await platformFileColumns.all(context, {}),
}));

/** @returns files, schema, sample, score, criteria and findings of an edition */
export const dataSetOf = onceByState("data-set", async (context: EditionContext) => {
  const { edition } = context;
  const [facts, records, findings] = await Promise.all([
    columnFacts({ ...context, basis: "file" }),
    sample.all(context, {}),
    qualityByKind.all(context, {}),
  ]);
  const distributions: Distribution[] = [];
  for (const file of edition.files) {
    const sent = await edition.source.publicFile(file.resource);
    if (!sent) continue;
    const isActors = file.resource === "organisations";
    distributions.push({
      file,
      sent: { bytes: sent.bytes, sha256: sent.sha256, emptied: sent.emptied },
      rows: isActors ? edition.counts.organisations : edition.counts.platforms,
      schema: schemaOf(file, facts[file.resource]),
      absent: absentColumns(file),
    });
  }
  const node = datasetNode(edition, new Map(distributions.map(({ file, sent }) => [file.name, sent])));
  const fields = filledFields(node);
  const evidence = observed(context, fields, distributions.length);
  const criteria: Record<Criterion, boolean | null> = {
    description: fields.includes("description"),
    documentation: evidence.documentation && evidence.schema,
    licence: evidence.licence !== "none",
    frequency: fields.includes("frequency"),
    // Lateness is told from a frequency, which manifests do not state.
    on_time: null,
    formats: distributions.length > 0,
    temporal: fields.includes("temporal"),
    spatial: fields.includes("spatial"),
    availability: evidence.verified,
  };
  return {
    ...{ distributions, records, findings, fields, criteria },
    entry: scoreOf(ENTRY),
    here: scoreOf(evidence),
  };
});
