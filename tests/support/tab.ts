import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { arrowStream } from "@/lib/explorer/arrow";
import { resultColumns, rowsOf } from "@/lib/explorer/cells";
import type { ResultCell } from "@/lib/explorer/types";
import type { EditionContext } from "@/lib/engine/context";
import { relationRows } from "@/lib/engine/relation";
import { columnsOfTables, tableRelation, tabStatements, tabSql } from "@/lib/queries/tables";
import type * as Blocking from "@duckdb/duckdb-wasm/blocking";

const require = createRequire(import.meta.url);

async function openWasm(): Promise<Blocking.DuckDBConnection> {
  const { createDuckDB, NODE_RUNTIME, VoidLogger } =
    require("@duckdb/duckdb-wasm/blocking") as typeof Blocking;
  const folder = dirname(require.resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"));
  const bundle = (kind: string) => ({ mainModule: join(folder, `duckdb-${kind}.wasm`), mainWorker: "" });
  const database = await createDuckDB(
    { mvp: bundle("mvp"), eh: bundle("eh") },
    new VoidLogger(),
    NODE_RUNTIME,
  );
  await database.instantiate(() => undefined);
  database.open({ query: { castDecimalToDouble: true } });
  return database.connect();
}

/** The engine of a visitor's tab, in this process: the same WebAssembly, loaded from an edition as a tab loads it. */
export async function openTab(context: EditionContext) {
  const connection = await openWasm();
  for (const [name, typed] of await columnsOfTables(context)) {
    const columns = typed.map(({ key, type }) => ({ name: key, type }));
    const rows: Record<string, unknown>[] = [];
    // As NDJSON would bring them.
    for await (const chunk of relationRows(context, textDates(tableRelation(context, name, typed))))
      rows.push(...chunk);
    const stream = arrowStream({ name, columns, addresses: [] }, rows);
    connection.insertArrowFromIPCStream(stream, { name, create: true });
  }
  for (const statement of tabStatements(context)) connection.query(statement);
  return {
    query(sql: string): Record<string, ResultCell>[] {
      const table = connection.query(sql);
      const columns = resultColumns(table.schema.fields);
      return table.batches
        .flatMap((batch) =>
          rowsOf(
            batch.schema.fields.map((_, index) => batch.getChildAt(index)!),
            batch.numRows,
          ),
        )
        .map((row) => Object.fromEntries(row.map((cell, index) => [columns[index]!.name, cell])));
    },
    ours: (sql: string) => tabSql(sql, context.edition.id, context.basis),
  };
}

/** Dates as the text that files have. */
const textDates = (relation: ReturnType<typeof tableRelation>) => ({
  ...relation,
  from:
    relation.name === "table-edition"
      ? relation.from.replace("*", "* REPLACE (as_of::VARCHAR AS as_of)")
      : relation.from,
});
