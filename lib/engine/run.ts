import "server-only";
import pLimit, { type LimitFunction } from "p-limit";
import type {
  DuckDBConnection,
  DuckDBInstance,
  DuckDBPreparedStatement,
  DuckDBResult,
} from "@duckdb/node-api";
import { watchQuery } from "@/lib/watch/queries";
import { bindNamed, toCell, type BindValue, type CellValue } from "./values";

/** A query ran past its deadline; readers may be told to try again or to narrow their filters. */
export class QueryTimeout extends Error {
  constructor(query: string) {
    super(`the query ${query} took too long`);
  }
}

const DEADLINE_MS = 10_000;

// DuckDB works on libuv's threads: fewer queries in flight than threads, or file reads and hashing starve. One limit for
// the process: Next bundles pages and handlers apart.
const shared = globalThis as typeof globalThis & { observatoryQueries?: LimitFunction };
const limit = (shared.observatoryQueries ??= pLimit(3));

/**
 * Runs one piece of engine work under the limit, with a deadline.
 * An interrupt sent while the work still waits for a thread is lost, hence the repetition until it settles.
 * @param signal interrupts it as the deadline does
 */
export async function timed<T>(
  connection: DuckDBConnection,
  query: string,
  work: () => Promise<T>,
  deadlineMs = DEADLINE_MS,
  signal?: AbortSignal,
): Promise<T> {
  return limit(async () => {
    signal?.throwIfAborted();
    let late = false;
    let repeat: NodeJS.Timeout | undefined;
    const stop = () => {
      connection.interrupt();
      repeat ??= setInterval(() => connection.interrupt(), 50);
    };
    const deadline = setTimeout(() => {
      late = true;
      stop();
    }, deadlineMs);
    signal?.addEventListener("abort", stop, { once: true });
    try {
      return await work();
    } catch (cause) {
      throw late ? new QueryTimeout(query) : cause;
    } finally {
      clearTimeout(deadline);
      clearInterval(repeat);
      signal?.removeEventListener("abort", stop);
    }
  });
}

export type Chunk = Record<string, CellValue>[];

/**
 * Runs one statement on a connection of its own and yields its rows chunk by chunk (2,048 rows at most).
 * One connection a call: a second query on a connection silently ends the stream of the first. `prepare` also
 * refuses a text of two statements.
 */
export async function* streamRows(
  instance: DuckDBInstance,
  query: string,
  sql: string,
  values: Record<string, BindValue>,
): AsyncGenerator<Chunk> {
  const connection = await instance.connect();
  const watch = watchQuery(query, values);
  let statement: DuckDBPreparedStatement | undefined;
  try {
    const prepared = await connection.prepare(sql);
    statement = prepared;
    bindNamed(prepared, values);
    const result: DuckDBResult = await watch.during(() => timed(connection, query, () => prepared.stream()));
    const names = result.deduplicatedColumnNames();
    while (true) {
      const chunk = await watch.during(() => timed(connection, query, () => result.fetchChunk()));
      if (!chunk || chunk.rowCount === 0) return;
      yield chunk
        .getRows()
        .map((row) => Object.fromEntries(names.map((name, i) => [name, toCell(row[i] ?? null)])));
    }
  } finally {
    watch.end();
    statement?.destroySync();
    connection.closeSync();
  }
}
