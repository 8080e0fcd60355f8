import { readdirSync } from "node:fs";
import { FILTERED, load, oneByOne, quantile } from "./load";
import type { Report } from "./report";
import { AFRESH, startServer, type BenchServer } from "./server";

/** Looks at something again and again while a task runs. */
async function during<T>(task: Promise<T>, everyMs: number, look: () => Promise<void>): Promise<T> {
  const state = { running: true };
  const looking = (async () => {
    while (state.running) {
      await look();
      await new Promise((settle) => setTimeout(settle, everyMs));
    }
  })();
  const outcome = await task.finally(() => (state.running = false));
  await looking;
  return outcome;
}

/** Two hundred connections that ask without pause for pages made anew: the process lives, tells, and comes back. */
export async function benchOverload(report: Report, dataDir: string, seconds: number): Promise<void> {
  const server = await startServer(dataDir);
  try {
    const { url } = server;
    await load(url, FILTERED, { connections: 8, seconds: 3, headers: AFRESH });
    const before = quantile(await oneByOne(`${url}/organisations?type=COM`, 50, AFRESH), 0.99);
    const probes: number[] = [];
    let memory = 0;
    const result = await during(
      load(url, FILTERED, { connections: 200, seconds, headers: AFRESH }),
      200,
      async () => {
        probes.push(...(await oneByOne(`${url}/api/health/live`, 1)));
        memory = Math.max(memory, await server.memory());
      },
    );
    const after = quantile(await oneByOne(`${url}/organisations?type=COM`, 50, AFRESH), 0.99);
    report.table("Overload", `200 connections for ${seconds} s on three filtered pages, made anew.`);
    report.row({
      what: "answers",
      figure: `${result.perSecond.toFixed(0)}/s`,
      ratio: `p99 ${result.p99.toFixed(0)} ms`,
    });
    report.row({ what: "refused with 503 and Retry-After", figure: String(result.refused) });
    report.row({ what: "failed otherwise", figure: String(result.failed), target: "0" });
    report.row({ what: "resident memory at most", figure: `${memory.toFixed(0)} MB`, target: "≤ 1,000 MB" });
    const live = quantile(
      probes.toSorted((a, b) => a - b),
      0.99,
    );
    report.row({
      what: "/api/health/live meanwhile, p99",
      figure: `${live.toFixed(0)} ms`,
      target: "≤ 250 ms",
    });
    report.row({
      ...{ what: "a filtered page right after, p99 of 50", figure: `${after.toFixed(0)} ms` },
      ...{ ratio: `× ${(after / before).toFixed(2)} of before`, target: "≤ × 2 within 5 s" },
    });
  } finally {
    await server.stop();
  }
}

/** Files and sockets that the process holds open, and its threads; where the system tells (Linux). */
const held = ({ pid }: BenchServer, what: "fd" | "task") => readdirSync(`/proc/${pid}/${what}`).length;

/** Half of the load that it can take, for a long time: what grows in memory, open files and threads. */
export async function benchSoak(report: Report, dataDir: string, minutes: number): Promise<void> {
  const server = await startServer(dataDir);
  try {
    const { perSecond } = await load(server.url, FILTERED, { connections: 20, seconds: 15, headers: AFRESH });
    const half = Math.max(1, Math.floor(perSecond / 2));
    const samples: { memory: number; files: number; threads: number }[] = [];
    const result = await during(
      load(server.url, FILTERED, {
        connections: 10,
        seconds: minutes * 60,
        perSecond: half,
        headers: AFRESH,
      }),
      5_000,
      async () => {
        const [files, threads] = [held(server, "fd"), held(server, "task")];
        samples.push({ memory: await server.memory(), files, threads });
      },
    );
    // The first fifth warms up.
    const settled = samples.slice(Math.ceil(samples.length / 5));
    const third = Math.floor(settled.length / 3);
    const mean = (part: typeof samples, key: keyof (typeof samples)[number]) =>
      part.reduce((sum, sample) => sum + sample[key], 0) / part.length;
    report.table(
      "A long time",
      `${minutes} min at ${half} filtered pages a second, half of what it can, made anew; means of the last third and of the first one after the warm-up.`,
    );
    report.row({ what: "failed or refused", figure: String(result.failed + result.refused), target: "0" });
    for (const [what, key, unit, target] of [
      ["resident memory", "memory", " MB", "< + 10 %"],
      ["open files", "files", "", "± 5"],
      ["threads", "threads", "", "± 5"],
    ] as const) {
      const [early, late] = [mean(settled.slice(0, third), key), mean(settled.slice(-third), key)];
      report.row({
        what,
        figure: `${late.toFixed(0)}${unit}`,
        ratio: `${late < early ? "" : "+ "}${(100 * (late / early - 1)).toFixed(1)} %`,
        target,
      });
    }
  } finally {
    await server.stop();
  }
}
