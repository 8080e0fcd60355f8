import "server-only";

/** Columns of a list whose cells a published correction may replace, with what holds them. */
export const PATCHABLE = {
  organisation: {
    ...{ name: "VARCHAR", type: "VARCHAR", region: "VARCHAR", department: "VARCHAR" },
    ...{ local_url: "VARCHAR", local_datasets: "INTEGER", datagouv_url: "VARCHAR" },
    ...{ datagouv_datasets: "INTEGER", datagouv_id: "VARCHAR", ods_id: "VARCHAR", population: "INTEGER" },
    ...{ latitude: "DOUBLE", longitude: "DOUBLE", channel: "VARCHAR", platforms: "VARCHAR[]" },
    ...{ technologies: "VARCHAR[]", themes: "VARCHAR[]" },
  },
  platform: {
    ...{ name: "VARCHAR", region: "VARCHAR", type: "VARCHAR", collaboration: "VARCHAR", url: "VARCHAR" },
    ...{ technology: "VARCHAR", bearer: "VARCHAR", theme: "VARCHAR", cluster: "VARCHAR" },
    ...{ reuse_url: "VARCHAR", reuses: "INTEGER", hosted_declared: "INTEGER", organisations: "VARCHAR[]" },
  },
} as const;

export type Patchable = keyof typeof PATCHABLE;

/** What replaces some cells of one row: the line it starts on, the columns set, and a value for each (null: unknown). */
export type Patch = { line: number; set: readonly string[]; [column: string]: unknown };

/**
 * A relation with some of its cells replaced, its rows and their order of names unchanged.
 * @param source has `line` and every column that may be patched
 * @param patches SQL of the patches, a JSON array of `Patch`
 */
export function patched(source: string, entity: Patchable, patches: string): string {
  const columns = Object.entries(PATCHABLE[entity]);
  const shape = JSON.stringify([{ line: "INTEGER", set: ["VARCHAR"], ...shapeOf(columns) }]);
  const replaced = columns.map(
    ([column]) =>
      `CASE WHEN list_contains(patch."set", '${column}') THEN patch."${column}" ELSE source."${column}" END AS "${column}"`,
  );
  return `SELECT source.* REPLACE (${replaced.join(", ")})
    FROM (${source}) AS source
    LEFT JOIN (SELECT unnest(from_json(${patches}, '${shape}'), max_depth := 2)) AS patch ON patch.line = source.line`;
}

/** As `from_json` is told of the columns: a list is written as a list of its type. */
function shapeOf(columns: readonly [string, string][]) {
  return Object.fromEntries(
    columns.map(([column, type]) => [column, type.endsWith("[]") ? [type.slice(0, -2)] : type]),
  );
}
