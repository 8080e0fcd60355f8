import "server-only";
import {
  DuckDBDataChunkWriter,
  LIST,
  VARCHAR,
  listValue,
  type DuckDBConnection,
  type DuckDBValue,
} from "@duckdb/node-api";
import type { Batch, EditionSource, Finding, OrganisationRecord, PlatformRecord } from "@/lib/editions/types";
import type { Register } from "@/lib/editions/register-types";
import type { Denominator2021, HistoryPoint } from "@/lib/editions/reference";

type Cell = string | number | boolean | null | readonly string[];

const valueOf = (cell: Cell): DuckDBValue =>
  Array.isArray(cell) ? listValue([...cell]) : (cell as DuckDBValue);

/**
 * Loads rows into one table, columns in the table's order. They go in by the chunk: a value at a time, each would leave
 * an object of the engine's for the collector, a hundred megabytes of them in a file of 25.
 * @param pick the row's cells, one per column
 */
async function fill<Row>(
  connection: DuckDBConnection,
  table: string,
  batches: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>,
  pick: (row: Row) => readonly Cell[],
): Promise<number> {
  const appender = await connection.createAppender(table);
  const writer = DuckDBDataChunkWriter.forAppender(appender);
  let count = 0;
  try {
    for await (const rows of batches) {
      for (const row of rows) writer.appendRow(pick(row).map(valueOf));
      count += rows.length;
      // Left to itself an appender holds 200,000 rows, in several times the room that the table takes.
      appender.flushSync();
    }
    writer.flush();
    appender.flushSync();
  } finally {
    appender.closeSync();
  }
  return count;
}

/** Loads the register and the published references, once per instance. */
export async function loadReferences(
  connection: DuckDBConnection,
  register: Register,
  denominators: readonly Denominator2021[],
  history: readonly HistoryPoint[],
): Promise<void> {
  await fill(connection, "authority", [register.authorities], (a) => [
    a.siren,
    a.insee_code,
    a.name,
    a.type,
    a.region,
    a.department,
    a.population,
    a.in_france18,
    a.bound,
  ]);
  await fill(connection, "membership", [register.memberships], (m) => [m.commune, m.epci_siren]);
  await fill(connection, "department", [register.departments], (d) => [
    d.code,
    d.name,
    d.region,
    d.in_france18,
  ]);
  await fill(connection, "published_denominator", [denominators], (d) => [
    "2021",
    d.indicator,
    d.key,
    d.total,
  ]);
  await fill(connection, "published_history", [history], (h) => [
    h.month,
    h.communes,
    h.epci,
    h.departments,
    h.regions,
    h.total,
  ]);
}

// Columns in the order of the tables in schema.ts (after `edition`); a test compares the two.
export const ORGANISATION_COLUMNS = [
  "line",
  "siren",
  "name",
  "type",
  "region_file",
  "region",
  "department",
  "local_url",
  "local_datasets",
  "datagouv_url",
  "datagouv_datasets",
  "datagouv_id",
  "ods_id",
  "population_file",
  "population",
  "latitude",
  "longitude_file",
  "longitude",
  "channel",
  "platforms",
  "technologies",
  "themes",
  "checked_at",
] as const satisfies readonly (keyof OrganisationRecord)[];

export const PLATFORM_COLUMNS = [
  "line",
  "slug",
  "name",
  "region",
  "type",
  "collaboration",
  "url",
  "technology",
  "bearer",
  "theme",
  "cluster",
  "reuse_url",
  "reuses",
  "forum_url",
  "hosted_declared",
  "contact_url",
  "twitter",
  "organisations",
] as const satisfies readonly (keyof PlatformRecord)[];

export const FINDING_COLUMNS = [
  "file",
  "line",
  "column",
  "subject",
  "kind",
  "outcome",
  "basis",
  "value",
  "corrected",
] as const satisfies readonly (keyof Finding)[];

export type LoadedCounts = { organisations: number; platforms: number; findings: number };

/**
 * Loads one edition whole, or not at all.
 * @throws EditionError from the reader; what had been appended by then is taken out again.
 */
export async function loadEdition(
  connection: DuckDBConnection,
  source: EditionSource,
): Promise<LoadedCounts> {
  const { id, reference, asOf, kind } = source.manifest;
  const counts: LoadedCounts = { organisations: 0, platforms: 0, findings: 0 };

  async function* rowsOf<Row>(batches: AsyncIterable<Batch<Row>>): AsyncGenerator<Row[]> {
    for await (const batch of batches) {
      counts.findings += await fill(connection, "finding", [batch.findings], (finding) => [
        id,
        ...FINDING_COLUMNS.map((column) => finding[column]),
      ]);
      yield batch.rows;
    }
  }

  try {
    // Platforms first: the reader checks the organisations' platform names against them.
    if (source.platforms)
      counts.platforms = await fill(connection, "platform", rowsOf(source.platforms()), (row) => [
        id,
        ...PLATFORM_COLUMNS.map((column) => row[column]),
      ]);
    counts.organisations = await fill(connection, "organisation", rowsOf(source.organisations()), (row) => [
      id,
      ...ORGANISATION_COLUMNS.map((column) => row[column]),
    ]);
    const columns = source.files.find(({ resource }) => resource === "organisations")?.columns ?? [];
    await connection.run(
      "INSERT INTO edition VALUES ($id, $reference, $as_of::DATE, $kind, $columns)",
      { id, reference, as_of: asOf, kind, columns: listValue(columns) },
      { columns: LIST(VARCHAR) },
    );
    return counts;
  } catch (cause) {
    for (const table of ["organisation", "platform", "finding"])
      await connection.run(`DELETE FROM ${table} WHERE edition = $id`, { id });
    throw cause;
  }
}
