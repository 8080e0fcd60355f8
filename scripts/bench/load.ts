import autocannon from "autocannon";

export type Load = {
  perSecond: number;
  /** Milliseconds that 99 of 100 answers took at most. */
  p99: number;
  refused: number;
  failed: number;
  bytesPerSecond: number;
};

/** Three pages that readers filtered or sorted. */
export const FILTERED = [
  "/organisations?type=COM",
  "/organisations?region=BRE-53&q=saint",
  "/plateformes?sort=name",
] as const;

/** Asks for paths in turn on some connections. Answers 429 and 503 count as refused, every other one but 2xx as failed. */
export async function load(
  url: string,
  paths: readonly string[],
  options: { connections: number; seconds: number; headers?: Record<string, string>; perSecond?: number },
): Promise<Load> {
  const result = await autocannon({
    url,
    connections: options.connections,
    duration: options.seconds,
    headers: options.headers,
    overallRate: options.perSecond,
    requests: paths.map((path) => ({ path })),
    timeout: 60,
  });
  const refused = (["429", "503"] as const).reduce(
    (sum, status) => sum + (result.statusCodeStats?.[status]?.count ?? 0),
    0,
  );
  return {
    perSecond: result.requests.average,
    p99: result.latency.p99,
    refused,
    failed: result.non2xx - refused + result.errors,
    bytesPerSecond: result.throughput.average,
  };
}

/** Times of requests one after the other, in milliseconds, sorted. @throws Error when one is not 200 */
export async function oneByOne(
  url: string,
  times: number,
  headers: Record<string, string> = {},
): Promise<number[]> {
  const taken: number[] = [];
  for (let time = 0; time < times; time++) {
    const start = performance.now();
    const answer = await fetch(url, { headers });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
    taken.push(performance.now() - start);
  }
  return taken.toSorted((a, b) => a - b);
}

/** The value that a share of the sorted times do not exceed. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
