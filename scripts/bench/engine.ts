import { performance } from "node:perf_hooks";
import type { EditionContext } from "@/lib/engine/context";
import { relationRows } from "@/lib/engine/relation";
import { streamRows } from "@/lib/engine/run";
import { loadState } from "@/lib/engine/state";
import { indicators } from "@/lib/indicators";
import { organisations } from "@/lib/queries/organisations";
import { benchFiles } from "./files";
import type { Report } from "./report";

/** Median time of a task in milliseconds. */
async function median(task: () => Promise<unknown>, rounds: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await task();
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
}

/** Median time of the questions of every indicator put to DuckDB bare, all at once, in milliseconds. */
export const bareQuestions = (context: EditionContext, rounds: number): Promise<number> =>
  median(
    () =>
      Promise.all(
        indicators.map(async ({ id, sql }) => {
          const values = { edition: context.edition.id, basis: context.basis };
          for await (const chunk of streamRows(context.state.instance, id, sql, values)) void chunk;
        }),
      ),
    rounds,
  );

/** The engine by itself, over each edition of a folder: indicators, the whole list, and files against DuckDB's own COPY. */
export async function benchEngine(report: Report, dataDir: string, rounds: number): Promise<void> {
  const started = performance.now();
  const state = await loadState(dataDir);
  const loading = performance.now() - started;
  for (const edition of state.editions.values()) {
    const context: EditionContext = { state, edition, basis: "corrected" };
    report.table(`The engine by itself: ${edition.id}, ${edition.counts.organisations} organisations`);
    const bare = await bareQuestions(context, rounds);
    const line = (what: string, ms: number) =>
      report.row({ what, figure: `${ms.toFixed(1)} ms`, ratio: `× ${(ms / bare).toFixed(2)} of bare` });
    line("every indicator, its question bare in DuckDB", bare);
    // A context with a state of its own is computed afresh, then kept.
    const afresh = () => {
      const fresh = { ...context, state: { ...state } };
      return Promise.all(indicators.map((indicator) => indicator.compute(fresh)));
    };
    line("every indicator, rows checked and labelled", await median(afresh, rounds));
    const kept = () => Promise.all(indicators.map((indicator) => indicator.compute(context)));
    line("every indicator, kept with the state", await median(kept, rounds));
    const list = async () => {
      const all = organisations.relation(context, { filters: {}, q: null, sort: [] });
      for await (const chunk of relationRows(context, all)) void chunk;
    };
    line("the whole list, as rows", await median(list, rounds));
    await benchFiles(report, context);
  }
  report.row({ what: "all editions read and loaded", figure: `${loading.toFixed(0)} ms` });
  state.instance.closeSync();
}
