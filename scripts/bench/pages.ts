import { loadState } from "@/lib/engine/state";
import { bareQuestions } from "./engine";
import { FILTERED, load, oneByOne, quantile } from "./load";
import type { Report } from "./report";
import { AFRESH, startServer } from "./server";

const CONNECTIONS = 20;
const milliseconds = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

/** A script of the overview whose size as sent is nearest to the overview's own. */
async function fileLike(url: string): Promise<string> {
  const size = async (path: string) => {
    const answer = await fetch(url + path, { headers: { "accept-encoding": "identity" } });
    return { path, bytes: (await answer.arrayBuffer()).byteLength };
  };
  const page = await (await fetch(url)).text();
  const scripts = [...new Set(page.match(/\/_next\/static\/[^"\\?]+\.(?:js|css)/g))];
  const { bytes } = await size("/");
  const sizes = await Promise.all(scripts.map(size));
  return (
    sizes.toSorted((a, b) => Math.abs(a.bytes - bytes) - Math.abs(b.bytes - bytes))[0]?.path ?? "/icon.svg"
  );
}

/** Pages, API and files over HTTP: one reader's latency, then what {@link CONNECTIONS} connections get a second. */
export async function benchPages(report: Report, dataDir: string, seconds: number): Promise<void> {
  const state = await loadState(dataDir);
  const [edition] = state.editions.values();
  if (!edition) throw new Error(`${dataDir} holds no edition`);
  const bare = await bareQuestions({ state, edition, basis: "corrected" }, 20);
  state.instance.closeSync();

  const server = await startServer(dataDir);
  try {
    const { url } = server;
    report.table("One reader", "Times of whole answers, made anew each time, one after the other.");
    const ofBare = (ms: number) => `× ${(ms / bare).toFixed(2)} of bare`;
    report.row({
      what: "the overview's questions, bare in DuckDB",
      figure: milliseconds(bare),
      ratio: ofBare(bare),
    });
    const [first = Number.NaN] = await oneByOne(url, 1, AFRESH);
    report.row({
      what: "overview, first after the start",
      figure: milliseconds(first),
      ratio: ofBare(first),
    });
    for (const [what, path, target] of [
      ["overview", "/", 300],
      ["list of organisations with two filters", "/organisations?type=COM&region=BRE-53", 500],
      ["the list found by name and sorted", "/organisations?q=saint&sort=-datasets", 500],
      ["page of an indicator", "/indicateurs/by-type", 300],
      ["territories with their map", "/territoires", 300],
    ] as const) {
      await oneByOne(url + path, 5, AFRESH);
      const times = await oneByOne(url + path, 100, AFRESH);
      const middle = quantile(times, 0.5);
      report.row({
        ...{ what: `${what}, 95 of 100 requests`, figure: milliseconds(quantile(times, 0.95)) },
        ...{ ratio: `median ${milliseconds(middle)}, ${ofBare(middle)}`, target: `≤ ${target} ms` },
      });
    }

    const api = `/api/v1/editions/${edition.id}`;
    const file = await fileLike(url);
    report.table(
      `${CONNECTIONS} connections`,
      `Each for ${seconds} s after a warm-up; “made anew”: nothing comes from the memory of public answers. The file is the overview’s script or style nearest to it in size.`,
    );
    let ofFile = Number.NaN;
    for (const [what, paths, headers, target] of [
      ["a static file", [file], {}, ""],
      ["overview, anonymous", ["/"], {}, "≥ half of a file, ≥ 500/s, p99 ≤ 200 ms"],
      ["list of organisations, anonymous", ["/organisations"], {}, "≥ 500/s, p99 ≤ 200 ms"],
      ["three filtered pages, anonymous", FILTERED, {}, "≥ 60/s, p99 ≤ 800 ms"],
      ["three filtered pages, made anew", FILTERED, AFRESH, ""],
      ["API, one aggregate, made anew", [`${api}/indicators/by-type`], AFRESH, "≥ 250/s, p99 ≤ 200 ms"],
      ["API, a filtered list, made anew", [`${api}/organisations?type=COM&region=BRE-53`], AFRESH, ""],
      ["CSV of every organisation, made anew", [`${api}/organisations?format=csv`], AFRESH, ""],
      ["Parquet of every organisation, made anew", [`${api}/organisations?format=parquet`], AFRESH, ""],
    ] as const) {
      await load(url, paths, { connections: CONNECTIONS, seconds: Math.ceil(seconds / 5), headers });
      const result = await load(url, paths, { connections: CONNECTIONS, seconds, headers });
      if (Number.isNaN(ofFile)) ofFile = result.perSecond;
      const not200 = result.refused + result.failed;
      report.row({
        what,
        figure: `${result.perSecond.toFixed(0)}/s, p99 ${milliseconds(result.p99)}`,
        ratio: `× ${(result.perSecond / ofFile).toFixed(2)} of the file${not200 > 0 ? `, ${not200} not 200` : ""}`,
        target,
      });
    }
  } finally {
    await server.stop();
  }
}
