import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { quotedName, selectOf } from "@/lib/engine/relation";
import { scratchPath } from "@/lib/engine/scratch";
import { bindNamed, type BindValue } from "@/lib/engine/values";
import { rm } from "node:fs/promises";
import type { EditionContext } from "@/lib/engine/context";
import { fileBody, type FileFormat } from "@/lib/export/formats";
import { metadataOf } from "@/lib/export/metadata";
import { organisations } from "@/lib/queries/organisations";
import type { Report } from "./report";

const ALL = { filters: {}, q: null, sort: [] };
/** DuckDB's own COPY in a format, with nothing of ours in it. */
const OWN = { csv: "FORMAT csv, HEADER", ndjson: "FORMAT json", parquet: "FORMAT parquet" } as const;

const LIMITS = "< 200 MB, ≤ 100 ms";
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

type Measured = { ms: number; bytes: number; growth: number; delay: number };

/** Time of a task, growth of the resident memory at its peak, and the event loop's delay (p99) meanwhile. */
async function measured(task: () => Promise<number>): Promise<Measured> {
  const before = process.memoryUsage.rss();
  let peak = before;
  const sampling = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const start = performance.now();
  const bytes = await task();
  const ms = performance.now() - start;
  delay.disable();
  clearInterval(sampling);
  return { ms, bytes, growth: (peak - before) / 1e6, delay: delay.percentile(99) / 1e6 };
}

async function ownCopy(context: EditionContext, options: string): Promise<number> {
  const relation = organisations.relation(context, ALL);
  const connection = await context.state.instance.connect();
  const target = scratchPath();
  try {
    const select = selectOf(relation, ({ key }) => quotedName(key));
    const statement = await connection.prepare(`COPY (${select}) TO $target (${options})`);
    bindNamed(statement, { ...relation.values, target } as Record<string, BindValue>);
    await statement.run();
    return 0;
  } finally {
    connection.closeSync();
    await rm(target, { force: true });
  }
}

/** The file of every organisation, read to its end as a browser would. */
async function ours(context: EditionContext, format: FileFormat): Promise<number> {
  const relation = organisations.relation(context, ALL);
  const subject = {
    ...{ name: "organisations", title: { fr: "Organisations", en: "Organisations" }, filters: {}, q: null },
    ...{ columns: relation.columns, rows: context.edition.counts.organisations },
    ...{ permalink: "https://example.org/", describedBy: "https://example.org/" },
  };
  const body = await fileBody(format, {
    context,
    relation,
    metadata: metadataOf(context, subject, []),
    dialect: "rfc4180",
    signal: new AbortController().signal,
  });
  let bytes = 0;
  for await (const piece of body.pieces) bytes += piece.length;
  await body.discard();
  return bytes;
}

/** Every file against DuckDB's own COPY of the same rows: median of three rounds taken in turn. */
export async function benchFiles(report: Report, context: EditionContext): Promise<void> {
  const middle = (runs: Measured[]) => runs.toSorted((a, b) => a.ms - b.ms)[Math.floor(runs.length / 2)]!;
  for (const format of ["csv", "ndjson", "parquet"] as const) {
    const own: Measured[] = [];
    const file: Measured[] = [];
    for (let round = 0; round < 3; round++) {
      own.push(await measured(() => ownCopy(context, OWN[format])));
      file.push(await measured(() => ours(context, format)));
    }
    const [base, mine] = [middle(own), middle(file)];
    const growth = Math.max(...file.map((run) => run.growth));
    const delay = Math.max(...file.map((run) => run.delay));
    const target = format === "ndjson" ? "" : `≥ ${format === "csv" ? 0.5 : 0.9} of COPY; `;
    report.row({
      ...{ what: `file ${format}, ${megabytes(mine.bytes)}`, figure: `${mine.ms.toFixed(0)} ms` },
      ratio: `throughput × ${(base.ms / mine.ms).toFixed(2)} of COPY; memory + ${growth.toFixed(0)} MB; event loop p99 ${delay.toFixed(0)} ms`,
      target: `${target}${LIMITS}`,
    });
  }
  for (const format of ["geojson", "xlsx", "pack"] as const) {
    if (context.edition.counts.organisations > 200_000 && format !== "geojson") continue;
    const { ms, bytes, growth, delay } = await measured(() => ours(context, format));
    report.row({
      ...{ what: `file ${format}, ${megabytes(bytes)}`, figure: `${ms.toFixed(0)} ms` },
      ...{ ratio: `memory + ${growth.toFixed(0)} MB; event loop p99 ${delay.toFixed(0)} ms`, target: LIMITS },
    });
  }
}
