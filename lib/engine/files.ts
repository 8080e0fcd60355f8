import "server-only";
import { rm, stat } from "node:fs/promises";
import pLimit from "p-limit";
import { watchQuery } from "@/lib/watch/queries";
import type { EditionContext } from "./context";
import type { Column } from "./kinds";
import { quotedName, selectOf, type Relation } from "./relation";
import { timed } from "./run";
import { scratchPath } from "./scratch";
import { bindNamed, type BindValue } from "./values";

/** A file written whole into the scratch folder; `remove` it when it is sent. */
export type WrittenFile = { path: string; bytes: number; remove: () => Promise<void> };

export type FileShape =
  /** `decimal`: how numbers are written. */
  { kind: "csv"; separator: "," | ";"; decimal: "." | "," } | { kind: "ndjson" } | { kind: "parquet" };

// Files are long work: two at a time leave room for the pages' questions.
const limit = pLimit(2);
const DEADLINE_MS = 120_000;

/**
 * A text that a spreadsheet would run, after any apostrophes: one more apostrophe in front makes it text, and taking
 * one away gives back what was written. A text that reads as a number runs nothing and is left alone.
 */
const FORMULA = String.raw`^''*[=+\-@]`;
const NUMBER = String.raw`[+\-]?\d+([.,]\d+)?`;

function textOf(expression: string): string {
  // All five stand before the letters and beside the digits, which settles most cells without a pattern. Comparisons,
  // not a list of characters: the engine makes a join of each IN, which took longer to plan than a small file to write.
  return `CASE WHEN ${expression} < 'A' AND (${expression} < '0' OR ${expression} >= ':') AND regexp_matches(${expression}, '${FORMULA}')
    AND NOT regexp_full_match(${expression}, '${NUMBER}') THEN '''' || ${expression} ELSE ${expression} END`;
}

function csvCell({ key, kind }: Column, decimal: "." | ","): string {
  const name = quotedName(key);
  // The values of a list hold no comma: the source splits them on it.
  if (kind === "list") return textOf(`nullif(array_to_string(${name}, ','), '')`);
  if (kind === "text") return textOf(name);
  if (kind !== "number") return name;
  // 540 rather than 540.0: some columns hold counts and shares.
  const text = `CASE WHEN ${name} = trunc(${name}) AND abs(${name}) < 1e15 THEN ${name}::BIGINT::VARCHAR ELSE ${name}::VARCHAR END`;
  return decimal === "," ? `replace(${text}, '.', ',')` : text;
}

/** The COPY of a relation: constants and the shape only, every value bound. */
function copyOf(relation: Relation, shape: FileShape, metadata: readonly string[]): string {
  const plain = selectOf(relation, ({ key }) => quotedName(key));
  if (shape.kind === "ndjson") return `COPY (${plain}) TO $target (FORMAT json)`;
  if (shape.kind === "csv") {
    const select = selectOf(relation, (column) => csvCell(column, shape.decimal));
    return `COPY (${select}) TO $target (FORMAT csv, HEADER, DELIM '${shape.separator}', NEW_LINE '\\r\\n')`;
  }
  const pairs = metadata.map((name, index) => `${quotedName(name)}: $kv${index}`).join(", ");
  // Groups of 20,480 rows keep few of them in memory, and were no slower to write than larger ones.
  return `COPY (${plain}) TO $target (FORMAT parquet, ROW_GROUP_SIZE 20480, KV_METADATA {${pairs}})`;
}

/**
 * Writes a relation whole into a scratch file, by DuckDB itself: in bounded memory, off the event loop.
 * @param metadata key-values of a Parquet file
 * @param signal stops the writing when nobody waits for it any more
 */
export function writeRelation(
  context: EditionContext,
  relation: Relation,
  shape: FileShape,
  metadata: Readonly<Record<string, string>> = {},
  signal?: AbortSignal,
): Promise<WrittenFile> {
  return limit(async () => {
    signal?.throwIfAborted();
    const path = scratchPath();
    const remove = () => rm(/* turbopackIgnore: true */ path, { force: true });
    const release = context.state.hold();
    const connection = await context.state.instance.connect();
    const watch = watchQuery(`${relation.name}.${shape.kind}`, relation.values);
    const values: Record<string, BindValue> = { ...relation.values, target: path };
    Object.values(metadata).forEach((value, index) => (values[`kv${index}`] = value));
    try {
      const statement = await connection.prepare(copyOf(relation, shape, Object.keys(metadata)));
      bindNamed(statement, values);
      await watch.during(() => timed(connection, relation.name, () => statement.run(), DEADLINE_MS, signal));
      const { size } = await stat(/* turbopackIgnore: true */ path);
      return { path, bytes: size, remove };
    } catch (cause) {
      await remove();
      throw cause;
    } finally {
      watch.end();
      connection.closeSync();
      release();
    }
  });
}
