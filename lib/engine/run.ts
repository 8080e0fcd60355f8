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
 * Runs one piece of engine work with a deadline.
 * An interrupt sent while the work still waits for a thread is lost, hence the repetition until it settles.
 */
async function untilDeadline<T>(
  connection: DuckDBConnection,
  query: string,
  work: () => Promise<T>,
  deadlineMs = DEADLINE_MS,
  signal?: AbortSignal,
): Promise<T> {
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
}

/**
 * Runs one piece of engine work under the limit, with a deadline.
 * @param signal interrupts it as the deadline does
 */
export const timed = <T>(...work: Parameters<typeof untilDeadline<T>>): Promise<T> =>
  limit(() => untilDeadline(...work));

/** Rows of one chunk of the engine, unless it is the last. */
const FULL_CHUNK = 2_048;

export type Chunk = Record<string, CellValue>[];

/**
 * Runs one statement on a connection of its own and yields its rows some two thousand at a time.
 * One connection a call: a second query on a connection silently ends the stream of the first. `prepare` also
 * refuses a text of two statements.
 */
export async function* streamRows(
  instance: DuckDBInstance,
  query: string,
  sql: string,
  values: Record<string, BindValue>,
): AsyncGenerator<Chunk> {
  const watch = watchQuery(query, values);
  let connection: DuckDBConnection | undefined;
  let statement: DuckDBPreparedStatement | undefined;
  let result: DuckDBResult | undefined;
  /** One turn: a short answer is had whole, so that what it took is free again before the next question begins. */
  const turn = async (): Promise<{ rows: Chunk; ended: boolean }> => {
    const open = (connection ??= await instance.connect());
    const prepared = (statement ??= await open.prepare(sql));
    if (!result) bindNamed(prepared, values);
    return watch.during(() =>
      untilDeadline(open, query, async () => {
        const found = (result ??= await prepared.stream());
        const names = found.deduplicatedColumnNames();
        const rows: Chunk = [];
        while (rows.length < FULL_CHUNK) {
          const chunk = await found.fetchChunk();
          if (!chunk || chunk.rowCount === 0) return { rows, ended: true };
          for (const row of chunk.getRows())
            rows.push(Object.fromEntries(names.map((name, i) => [name, toCell(row[i] ?? null)])));
        }
        return { rows, ended: false };
      }),
    );
  };
  try {
    // Connections and plans take memory: a question that waits for its turn has neither.
    for (let ended = false; !ended;) {
      const had = await limit(turn);
      ended = had.ended;
      if (had.rows.length > 0) yield had.rows;
    }
  } finally {
    watch.end();
    statement?.destroySync();
    connection?.closeSync();
  }
}
