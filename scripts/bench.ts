/**
 * npm run bench: times things that belong together in one run and prints them with their ratios. A machine is shared
 * and noisy: the ratios are the result, the milliseconds only where they come from.
 */
import { resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { loadState } from "@/lib/engine/state";
import { streamRows } from "@/lib/engine/run";
import { indicators } from "@/lib/indicators";
import { relationRows } from "@/lib/engine/relation";
import { organisations } from "@/lib/queries/organisations";
import { benchFiles } from "./bench/files";

const dataDir = resolve(process.argv[2] ?? process.env.DATA_DIR ?? "data/editions");
/** An edition a thousand times the usual size is timed fewer times. */
const ROUNDS = Number(process.argv[3] ?? 20);

/** Median time of a task in milliseconds. */
async function median(task: () => Promise<unknown>, rounds = ROUNDS): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await task();
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
}

const started = performance.now();
const state = await loadState(dataDir);
const loading = performance.now() - started;

for (const edition of state.editions.values()) {
  const context = { state, edition, basis: "corrected" as const };
  const values = { edition: edition.id, basis: "corrected" };
  const bare = await median(() =>
    Promise.all(
      indicators.map(async (indicator) => {
        for await (const chunk of streamRows(state.instance, indicator.id, indicator.sql, values)) void chunk;
      }),
    ),
  );
  // A context with a state of its own is computed afresh, then kept.
  const afresh = await median(() => {
    const fresh = { ...context, state: { ...state } };
    return Promise.all(indicators.map((indicator) => indicator.compute(fresh)));
  });
  const kept = await median(() => Promise.all(indicators.map((indicator) => indicator.compute(context))));

  const all = { filters: {}, q: null, sort: [] };
  const rows = await median(async () => {
    for await (const chunk of relationRows(context, organisations.relation(context, all))) void chunk;
  });
  const line = (what: string, time: number, base: number) =>
    console.log(`  ${what.padEnd(46)} ${time.toFixed(1).padStart(8)} ms   × ${(time / base).toFixed(2)}`);
  console.log(`\n${edition.id}: ${edition.counts.organisations} organisations`);
  line("every indicator, its question bare in DuckDB", bare, bare);
  line("every indicator, rows checked and labelled", afresh, bare);
  line("every indicator, kept with the state", kept, bare);
  line("the whole list, as rows", rows, rows);
  await benchFiles(context);
}
console.log(`\nall editions read and loaded: ${loading.toFixed(0)} ms`);
state.instance.closeSync();
