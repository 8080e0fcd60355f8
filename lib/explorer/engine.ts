import { AsyncDuckDB, VoidLogger, type AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import { parquetReadObjects } from "hyparquet";
import { arrowStream } from "./arrow";
import { resultColumns, rowsOf } from "./cells";
import type { Result, ResultCell, TabPlan } from "./types";

/** How far the start has come, each part from 0 to 1. */
export type Step = { part: "engine" | "data"; done: number };

/** The engine or the data could not be had: the reader is offered to try again. */
export class StartFailed extends Error {}

/** Longest that a query told to stop may take before its engine is ended. */
const CANCEL_MS = 1_500;

async function rowsAt(address: string): Promise<Record<string, unknown>[]> {
  const answer = await fetch(address);
  if (!answer.ok) throw new StartFailed(`${address}: ${answer.status}`);
  return parquetReadObjects({ file: await answer.arrayBuffer() });
}

async function load(connection: AsyncDuckDBConnection, plan: TabPlan, onStep: (step: Step) => void) {
  for (const [index, table] of plan.tables.entries()) {
    const parts = await Promise.all(table.addresses.map(rowsAt));
    await connection.insertArrowFromIPCStream(arrowStream(table, parts.flat()), {
      name: table.name,
      create: true,
    });
    onStep({ part: "data", done: (index + 1) / plan.tables.length });
  }
  for (const statement of plan.statements) await connection.query(statement);
}

/** DuckDB in this tab, with the tables of the plan in it and no way out. */
export class TabEngine {
  private constructor(
    private readonly database: AsyncDuckDB,
    private readonly connection: AsyncDuckDBConnection,
  ) {}

  /** @throws StartFailed */
  static async start(plan: TabPlan, onStep: (step: Step) => void): Promise<TabEngine> {
    const worker = new Worker(plan.worker);
    const database = new AsyncDuckDB(new VoidLogger(), worker);
    // A worker that can't be had says so by an event, and answers nothing.
    const broken = new Promise<never>((_, reject) => {
      worker.addEventListener("error", (event) => reject(new StartFailed(event.message)));
    });
    const ready = async () => {
      await database.instantiate(plan.module, null, ({ bytesLoaded }) =>
        onStep({ part: "engine", done: Math.min(1, bytesLoaded / plan.moduleBytes) }),
      );
      onStep({ part: "engine", done: 1 });
      await database.open({ query: { castDecimalToDouble: true } });
      const connection = await database.connect();
      await load(connection, plan, onStep);
      return new TabEngine(database, connection);
    };
    try {
      return await Promise.race([ready(), broken]);
    } catch (cause) {
      worker.terminate();
      throw cause instanceof StartFailed ? cause : new StartFailed(String(cause), { cause });
    }
  }

  /**
   * Answers one text of SQL. @param limit rows kept; what comes beyond is not read
   * @throws Error with DuckDB's words
   */
  async run(sql: string, limit: number): Promise<Result> {
    const began = performance.now();
    const reader = await this.connection.send(sql, true);
    await reader.open();
    // Read now: the reader forgets it when it has been read to its end.
    const columns = resultColumns(reader.schema.fields);
    const rows: ResultCell[][] = [];
    let cut = false;
    for await (const batch of reader) {
      const vectors = batch.schema.fields.map((_, index) => batch.getChildAt(index)!);
      const room = limit - rows.length;
      rows.push(...rowsOf(vectors, Math.min(batch.numRows, room)));
      cut = batch.numRows > room;
      if (cut) break;
    }
    return { columns, rows, cut, milliseconds: performance.now() - began };
  }

  /** Tells the query that runs to stop. @returns whether the engine can go on: otherwise it has been ended */
  async cancel(settled: Promise<unknown>): Promise<boolean> {
    void this.connection.cancelSent();
    const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), CANCEL_MS));
    const stopped = settled.then(
      () => true,
      () => true,
    );
    if (await Promise.race([stopped, late])) return true;
    await this.stop();
    return false;
  }

  /** Ends the engine and frees its memory. */
  stop(): Promise<void> {
    return this.database.terminate();
  }
}
