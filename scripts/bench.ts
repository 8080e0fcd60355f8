/**
 * npm run bench: times things that belong together in one run and prints them with their ratios. A machine is shared
 * and noisy: the ratios are the result, the milliseconds only where they come from.
 */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { benchEngine } from "./bench/engine";
import { benchLighthouse } from "./bench/lighthouse";
import { benchOverload, benchSoak } from "./bench/overload";
import { benchPages } from "./bench/pages";
import { Report } from "./bench/report";
import { benchSizes } from "./bench/sizes";
import { benchWeight } from "./bench/weight";

const USAGE = `npm run bench -- [part…] [--data <folder>] [--rounds N] [--seconds N] [--minutes N] [--sizes N,N…] [--out <file>]

  engine      indicators, lists and files against DuckDB by itself
  pages       pages, API and files over HTTP: one reader, then twenty connections
  overload    two hundred connections
  sizes       start-up, memory and pages at 1,000, 10,600, 100,000 and 1,000,000 rows
  weight      scripts and styles of each page
  lighthouse  the overview and the list, by Lighthouse (npm fetches it)
  soak        a long time at half of the load (only when named; --minutes, else 10)

Without a part, all of them but the last. All but the engine need a build (npm run build).`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: "string", default: process.env.DATA_DIR ?? "data/editions" },
    rounds: { type: "string", default: "20" },
    seconds: { type: "string", default: "15" },
    minutes: { type: "string", default: "10" },
    sizes: { type: "string", default: "1000,10600,100000,1000000" },
    out: { type: "string" },
    help: { type: "boolean" },
  },
});
const dataDir = resolve(values.data);
const [rounds, seconds, minutes] = [Number(values.rounds), Number(values.seconds), Number(values.minutes)];

const report = new Report();
const PARTS: Record<string, () => Promise<void>> = {
  engine: () => benchEngine(report, dataDir, rounds),
  pages: () => benchPages(report, dataDir, seconds),
  overload: () => benchOverload(report, dataDir, seconds),
  sizes: () => benchSizes(report, values.sizes.split(",").map(Number)),
  weight: () => benchWeight(report, dataDir),
  lighthouse: () => benchLighthouse(report, dataDir),
  soak: () => benchSoak(report, dataDir, minutes),
};

const unknown = positionals.find((part) => !Object.hasOwn(PARTS, part));
if (values.help || unknown !== undefined) {
  console.log(unknown === undefined ? USAGE : `there is no part “${unknown}”\n\n${USAGE}`);
  process.exit(unknown === undefined ? 0 : 1);
}
const asked = positionals.length > 0 ? positionals : Object.keys(PARTS).filter((part) => part !== "soak");
for (const part of asked) await PARTS[part]?.();
if (values.out !== undefined) writeFileSync(values.out, `${report.markdown()}\n`);
