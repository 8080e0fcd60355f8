import { createServer, request, type IncomingHttpHeaders, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { admission } from "./admission";

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

let close = () => {};
let port = 0;
afterEach(() => close());

/** A server that admits by the given limits before `make` answers. @returns how to ask it */
async function serve(limits: Partial<Parameters<typeof admission>[0]>, make: RequestListener) {
  const admit = admission({ apiPerMinute: 0, ...limits });
  const server = createServer((request, response) => {
    void admit(request, response).then((refused) => refused || make(request, response));
  });
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  port = (server.address() as AddressInfo).port;
  return (path = "/", headers: Record<string, string> = {}, signal?: AbortSignal) =>
    new Promise<Answer>((settle, fail) => {
      request({ port, path, headers, agent: false, signal }, (response) => {
        let body = "";
        response.on("data", (part: Buffer) => (body += part.toString())).on("error", fail);
        response.on("end", () =>
          settle({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      })
        .on("error", fail)
        .end();
    });
}

const after =
  (ms: number): RequestListener =>
  (_, response) =>
    void setTimeout(() => response.end("made"), ms);
const later = (ms: number) => new Promise((settle) => setTimeout(settle, ms));

describe("what is made at once", () => {
  test("is so many, others wait their turn, and those beyond are told when to come back", async () => {
    let most = 0;
    let now = 0;
    const ask = await serve({ atOnce: 2, waiting: 3 }, (_, response) => {
      most = Math.max(most, ++now);
      setTimeout(() => {
        now--;
        response.end("made");
      }, 60);
    });
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask()));
    expect(most).toBe(2);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 200, 503, 503, 503]);
    const refused = answers.find(({ status }) => status === 503);
    expect(Number(refused?.headers["retry-after"])).toBeGreaterThan(0);
    expect(refused?.headers["cache-control"]).toBe("no-store");
    expect(JSON.parse(refused?.body ?? "")).toMatchObject({ status: 503, title: "Overloaded" });
    expect((await ask()).status, "and then there is room again").toBe(200);
  });

  test("is let go when its reader leaves, whether served or waiting", async () => {
    const ask = await serve({ atOnce: 1, waiting: 1 }, (request, response) => {
      if (request.url === "/quick") response.end("made");
    });
    const [served, waits] = [new AbortController(), new AbortController()];
    const gone = Promise.allSettled([ask("/never", {}, served.signal), ask("/never", {}, waits.signal)]);
    await later(30);
    expect((await ask("/quick")).status).toBe(503);
    waits.abort();
    await later(30);
    const next = ask("/quick");
    await later(30);
    served.abort();
    expect((await next).status).toBe(200);
    expect((await gone).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });

  test("does not count an answer whose head has gone: a slow reader holds nobody up", async () => {
    const ask = await serve({ atOnce: 1, waiting: 0 }, (request, response) => {
      response.writeHead(200);
      response.write("head");
      if (request.url !== "/slow") response.end();
    });
    const slow = new AbortController();
    const reading = ask("/slow", {}, slow.signal).catch(() => "left");
    await later(30);
    expect((await ask()).status).toBe(200);
    slow.abort();
    expect(await reading).toBe("left");
  });

  test("does not count what is being sent, however slowly", async () => {
    const ask = await serve({ atOnce: 1, waiting: 0 }, (asked, response) => {
      if (asked.method === "GET") response.end("made");
    });
    const slow = request({ port, method: "POST", path: "/", agent: false }).on("error", () => {});
    slow.write("a");
    await later(30);
    expect((await ask()).status).toBe(200);
    slow.destroy();
  });

  test("is given up when no place comes free in time", async () => {
    let finish = () => {};
    const ask = await serve({ atOnce: 1, waiting: 5, patienceMs: 40 }, (_, response) => {
      finish = () => response.end("made");
    });
    // Whichever of the two comes first is served, and ends only once the other has been refused.
    const both = [ask(), ask()];
    expect((await Promise.race(both)).status).toBe(503);
    finish();
    expect((await Promise.all(both)).map(({ status }) => status).toSorted()).toEqual([200, 503]);
  });

  test("leaves health and small files alone", async () => {
    const ask = await serve({ atOnce: 1, waiting: 0 }, (request, response) => {
      if (request.url !== "/page") response.end("made");
    });
    const held = new AbortController();
    const page = ask("/page", {}, held.signal).catch(() => "left");
    await later(30);
    for (const path of ["/api/health/live", "/api/health/ready", "/_next/static/a.js", "/api/metrics"])
      expect((await ask(path)).status, path).toBe(200);
    expect((await ask("/api/healthy")).status).toBe(503);
    held.abort();
    await page;
  });
});

describe("the API", () => {
  test("is made so often a minute for an address, each with its own count", async () => {
    const ask = await serve({ apiPerMinute: 3 }, after(0));
    const from = (address: string, path = "/api/v1/editions") => ask(path, { "X-Forwarded-For": address });
    const statuses = [];
    for (let turn = 0; turn < 5; turn++) statuses.push((await from("198.51.100.7")).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    const refused = await from("198.51.100.7", "/api/v1/editions/x/organisations?format=csv");
    expect(JSON.parse(refused.body)).toMatchObject({ status: 429, errors: [] });
    const seconds = Number(refused.headers["retry-after"]);
    expect(seconds > 0 && seconds <= 60, String(seconds)).toBe(true);
    expect((await from("198.51.100.8")).status).toBe(200);
    expect((await from("198.51.100.7, 198.51.100.9")).status, "what a visitor wrote is not believed").toBe(
      200,
    );
    expect((await from("198.51.100.7", "/organisations")).status, "pages are not counted").toBe(200);
  });

  test("has no limit when none is set", async () => {
    const ask = await serve({ apiPerMinute: 0 }, after(0));
    for (let turn = 0; turn < 20; turn++) expect((await ask("/api/v1/editions")).status).toBe(200);
  });
});
