import { createServer, request as ask, type IncomingHttpHeaders, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { pageMemory } from "./page-memory";

const PUBLIC = { "Cache-Control": "public, max-age=0, must-revalidate" };

/** What answers are made from, as the test changes it; and how often one was made. */
let identity: string | undefined = "edition 1";
let made = 0;
let close = () => {};
afterEach(() => close());

/** A server that keeps what `make` answers. @returns how to ask it */
async function serve(make: RequestListener, options: { maxAnswerBytes?: number } = {}) {
  identity = "edition 1";
  made = 0;
  const memory = pageMemory({
    identity: async () => identity,
    sessionCookie: "session",
    version: "1",
    ...options,
  });
  const server = createServer((request, response) => {
    void memory(request, response).then((answered) => {
      if (answered) return;
      made++;
      make(request, response);
    });
  });
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  close = () => void server.close();
  const { port } = server.address() as AddressInfo;
  return (path = "/", headers: Record<string, string> = {}, method = "GET") =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((settle, fail) => {
      ask({ port, path, headers, method, agent: false }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part)).on("error", fail);
        response.on("end", () =>
          settle({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
        );
      })
        .on("error", fail)
        .end();
    });
}

const page: RequestListener = (request, response) => {
  for (const [name, value] of Object.entries(PUBLIC)) response.setHeader(name, value);
  response.setHeader("Content-Type", "text/html");
  response.write(`<p>é ${request.url}`);
  response.end("</p>");
};

describe("a public answer", () => {
  test("is made once and sent again byte for byte, with its headers", async () => {
    const get = await serve(page);
    const first = await get("/a?b=1");
    const second = await get("/a?b=1");
    expect(made).toBe(1);
    expect(second.body.toString()).toBe("<p>é /a?b=1</p>");
    expect(second.body).toEqual(first.body);
    expect(second.headers["content-type"]).toBe("text/html");
    expect(second.headers["content-length"]).toBe("16");
    expect(second.headers.etag).toBe(first.headers.etag);
    await get("/a?b=2");
    expect(made).toBe(2);
  });

  test("is made anew as soon as what it is made from changes, and is another", async () => {
    const get = await serve(page);
    const first = await get();
    identity = "edition 1, note 1";
    const second = await get();
    expect(made).toBe(2);
    expect(second.headers.etag).not.toBe(first.headers.etag);
  });

  test("asked with its tag is told to be the same, without a body", async () => {
    const get = await serve(page);
    const { etag } = (await get()).headers;
    const again = await get("/", { "If-None-Match": `"other", ${etag}` });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
    expect((await get("/", { "If-None-Match": '"other"' })).status).toBe(200);
  });

  test("has the same headers and no body for HEAD, and HEAD alone keeps nothing", async () => {
    const get = await serve(page);
    const first = await get("/", {}, "HEAD");
    const { etag } = (await get()).headers;
    expect([made, first.headers.etag]).toEqual([2, etag]);
    const head = await get("/", {}, "HEAD");
    expect([made, head.body.length, head.headers["content-length"]]).toEqual([2, 0, "11"]);
  });

  test("is kept apart for who takes gzip and who does not", async () => {
    const get = await serve((request, response) => {
      response.setHeader("Cache-Control", "public");
      if (request.headers["accept-encoding"] !== "gzip") return response.end("plain");
      response.setHeader("Content-Encoding", "gzip");
      return response.end(gzipSync("small"));
    });
    for (const turn of [1, 2]) {
      expect(gunzipSync((await get("/", { "Accept-Encoding": "gzip, deflate, br" })).body).toString()).toBe(
        "small",
      );
      expect((await get("/", { "Accept-Encoding": "deflate" })).body.toString(), `turn ${turn}`).toBe(
        "plain",
      );
    }
    expect(made).toBe(2);
  });

  test("asked by twenty at once is made once", async () => {
    const get = await serve((request, response) => setTimeout(() => page(request, response), 50));
    const answers = await Promise.all(Array.from({ length: 20 }, () => get()));
    expect(made).toBe(1);
    expect(new Set(answers.map(({ body }) => body.toString()))).toEqual(new Set(["<p>é /</p>"]));
  });
});

describe("never kept", () => {
  const twice = async (make: RequestListener, headers = {}, options = {}) => {
    const get = await serve(make, options);
    await get("/", headers);
    await get("/", headers);
    return made;
  };
  const having = (headers: Record<string, string>, status = 200): RequestListener => {
    return (_, response) => {
      response.statusCode = status;
      for (const [name, value] of Object.entries({ ...PUBLIC, ...headers })) response.setHeader(name, value);
      response.end("answer");
    };
  };

  test.each([
    ["a private answer", having({ "Cache-Control": "private, no-store" })],
    ["an answer that gives a cookie", having({ "Set-Cookie": "a=1" })],
    ["an answer that depends on the language asked for", having({ Vary: "Accept-Language" })],
    ["a page not found", having({}, 404)],
    ["a failure", having({}, 500)],
    [
      "headers given at the last moment",
      (_: unknown, response: Parameters<RequestListener>[1]) => response.writeHead(200, PUBLIC).end(),
    ],
    [
      "an answer that lacks something",
      (_: unknown, response: Parameters<RequestListener>[1]) => {
        Object.assign(response, { [Symbol.for("observatory.answer-lacks-something")]: true });
        response.setHeader("Cache-Control", "public").end("answer");
      },
    ],
  ])("%s", async (_, make) => {
    expect(await twice(make as RequestListener)).toBe(2);
  });

  test("what a signed-in reader, the router or a download in pieces asks for", async () => {
    expect(await twice(page, { Cookie: "theme=dark; session=x" })).toBe(2);
    expect(await twice(page, { RSC: "1" })).toBe(2);
    expect(await twice(page, { Range: "bytes=0-1" })).toBe(2);
  });

  test("an answer longer than allowed; it still arrives whole", async () => {
    const long = "x".repeat(3_000);
    const get = await serve((_, response) => response.setHeader("Cache-Control", "public").end(long), {
      maxAnswerBytes: 2_999,
    });
    expect((await get()).body.toString()).toBe(long);
    expect((await get()).body.toString()).toBe(long);
    expect(made).toBe(2);
  });

  test("an answer cut short, which holds nobody up", async () => {
    const get = await serve((_, response) => {
      response.setHeader("Cache-Control", "public").write("half");
      setTimeout(() => (made === 1 ? response.destroy() : response.end(" and half")), 20);
    });
    const both = await Promise.allSettled([get(), get()]);
    // Whichever came first was cut short, and the other made it again.
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await get()).body.toString()).toBe("half and half");
  });

  test("anything while what answers are made from can't be told", async () => {
    const get = await serve(page);
    identity = undefined;
    await get();
    await get();
    expect(made).toBe(2);
  });
});
