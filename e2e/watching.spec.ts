import { readdirSync, readlinkSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "./fixtures";
import { startOwnServer, stopOwnServers } from "./support/own-server";

test.afterEach(stopOwnServers);

type Line = { level: string; time: string; event: string; request?: string; path?: string; query?: string };

/** Every line of the log, each of which must be one JSON object. */
const parsed = (lines: readonly string[]) => lines.map((line) => JSON.parse(line) as Line);

test("the log has one JSON line an event, with the answer's request id, and nothing personal", async () => {
  const server = await startOwnServer({ LOG_LEVEL: "info", SLOW_QUERY_MS: "0" });
  const asked = await fetch(`${server.url}/organisations?q=ada%40exemple.fr&edition=demo`, {
    headers: { "X-Request-Id": "from-the-proxy-1", Cookie: "theme=dark", "X-Forwarded-For": "203.0.113.9" },
  });
  expect(asked.headers.get("x-request-id")).toBe("from-the-proxy-1");
  const secret = "s3cr3t-of-a-one-time-link-0123456";
  await fetch(`${server.url}/connexion/lien/${secret}`);
  const hostile = ["a\nb", "\u001b[31mred", "é".repeat(1_000), "%0A%0D{}", '"}\n{"level":"fatal"', "\u2028"];
  for (const text of hostile) {
    await fetch(`${server.url}/api/v1/editions/${encodeURIComponent(text)}`);
    await fetch(`${server.url}/${encodeURIComponent(text)}`, { headers: { "X-Request-Id": "bad id; \tx" } });
  }
  const gone = await fetch(`${server.url}/api/v1/editions/1999`);
  expect(gone.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  await server.stop();

  const lines = parsed(server.lines());
  for (const { level, time, event } of lines) {
    expect(["info", "warn", "error"]).toContain(level);
    expect(time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(event).toMatch(/^\w+$/);
  }
  const page = lines.find(({ event, request }) => event === "request" && request === "from-the-proxy-1");
  expect(page).toMatchObject({ method: "GET", path: "/organisations", status: 200 });
  const slow = lines.filter(({ event, request }) => event === "slow_query" && request === "from-the-proxy-1");
  expect(slow.map(({ query }) => query)).toContain("organisations.counts");
  const requests = lines.filter(({ event, path }) => event === "request" && !path?.startsWith("/api/health"));
  expect(requests).toHaveLength(3 + 2 * hostile.length);
  const whole = server.lines().join("\n");
  for (const personal of [secret, "203.0.113.9", "theme=dark"]) expect(whole).not.toContain(personal);
  expect(lines.filter(({ event, path }) => event === "request" && path?.includes("ada"))).toEqual([]);
});

test("pages, handlers, twins and pictures, each bundled apart, share one engine and one store", async () => {
  const server = await startOwnServer({ LOG_LEVEL: "info" });
  /** Files of the store that the process holds open; a connection holds three. */
  const held = () => {
    const folder = `/proc/${server.process.pid}/fd`;
    return readdirSync(folder).filter((one) => {
      try {
        return readlinkSync(`${folder}/${one}`).includes(`${server.folder}/state/`);
      } catch {
        return false; // Closed since it was listed.
      }
    }).length;
  };
  await fetch(`${server.url}/journal?edition=demo`);
  const first = process.platform === "linux" ? held() : 0;
  const v1 = "/api/v1/editions/demo";
  const asked = [
    ...["/", "/en/organisations", "/organisations.md", "/connexion", "/admin", "/recherche?q=a", "/explorer"],
    ...[
      v1,
      `${v1}/organisations?format=xlsx`,
      `${v1}/indicators/by-type`,
      `${v1}/annotations`,
      `${v1}/dcat.ttl`,
    ],
    ...["/api/openapi.json", "/api/metrics", "/api/auth/session", "/api/oembed?url=x", "/api/mcp"],
    ...["/sitemap.xml", "/llms.txt", "/journal.atom", "/share/fr.png?edition=demo"],
    ...["/embed/indicateurs/by-type", `${v1}/indicators/by-type/chart.svg`],
  ];
  for (const path of asked) expect((await fetch(server.url + path)).status, path).toBeLessThan(500);
  if (process.platform === "linux") expect(held()).toBe(first);
  await server.stop();
  expect(parsed(server.lines()).filter(({ event }) => event === "editions_loaded")).toHaveLength(1);
});

test("Prometheus reads counts by kind, query and edition, which only this machine or the token's bearer may", async () => {
  const server = await startOwnServer();
  await fetch(`${server.url}/?edition=demo`);
  await fetch(`${server.url}/?edition=demo`);
  const address = `${server.url}/api/metrics`;
  const answer = await fetch(address);
  expect(answer.headers.get("content-type")).toContain("text/plain");
  const text = await answer.text();
  const valueOf = (start: string) =>
    Number(
      text
        .split("\n")
        .find((line) => line.startsWith(start))
        ?.split(" ")
        .at(-1),
    );
  expect(valueOf('observatory_request_duration_seconds_count{kind="page",method="GET",status="200"}')).toBe(
    2,
  );
  expect(valueOf("observatory_answers_from_memory_total")).toBe(1);
  expect(valueOf("observatory_store_up")).toBe(1);
  expect(text).toMatch(/^observatory_edition_rows\{edition="demo",identity="[\w-]{8,}"\} \d+$/m);
  expect(text).toMatch(
    /^observatory_query_duration_seconds_count\{query="[\w.-]+",outcome="answered"\} [1-9]/m,
  );
  expect(text).toContain("nodejs_eventloop_lag_p99_seconds");
  expect(text).toContain("process_resident_memory_bytes");
  expect((await fetch(address, { headers: { "X-Forwarded-For": "203.0.113.9" } })).status).toBe(404);
  await server.stop();

  const guarded = await startOwnServer({ METRICS_TOKEN: "sixteen-characters" });
  const bearing = (token: string) =>
    fetch(`${guarded.url}/api/metrics`, { headers: { Authorization: `Bearer ${token}` } });
  expect((await fetch(`${guarded.url}/api/metrics`)).status).toBe(404);
  expect((await bearing("sixteen-characterz")).status).toBe(404);
  expect((await bearing("sixteen-characters")).status).toBe(200);
});

test("a collector receives the spans of requests and of the questions they ask", async () => {
  const names = new Set<string>();
  const collector = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += String(chunk)));
    request.on("end", () => {
      for (const [, name] of body.matchAll(/"name":"([^"]+)","kind"/g)) names.add(name!);
      response.writeHead(200, { "Content-Type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((settle) => collector.listen(0, "127.0.0.1", settle));
  const endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  const server = await startOwnServer({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint });
  await fetch(`${server.url}/api/v1/editions/demo/organisations`);
  await expect.poll(() => [...names], { timeout: 15_000 }).toContain("query organisations");
  expect([...names].filter((name) => name.startsWith("GET /api/v1/editions/"))).not.toEqual([]);
  collector.close();
});
