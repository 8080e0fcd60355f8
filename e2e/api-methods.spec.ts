import { expect, test } from "./fixtures";

/** What each address takes, and how it answers to anything but a plain GET. */
const V1 = "/api/v1/editions";
const DEMO = `${V1}/demo`;

type Problem = { status: number; detail: string };

test("HEAD tells what GET would, and sends nothing", async ({ request }) => {
  for (const address of [
    V1,
    `${DEMO}/organisations`,
    `${DEMO}/indicators/actors`,
    `${DEMO}/platforms?format=csv`,
  ]) {
    const [head, get] = [await request.head(address), await request.get(address)];
    expect(head.status(), address).toBe(200);
    expect(await head.text(), address).toBe("");
    for (const name of ["content-type", "etag"])
      expect(head.headers()[name], `${address} ${name}`).toBe(get.headers()[name]);
  }
  // A source file's length is known, that of a file to be written is not yet.
  const file = `${DEMO}/files/organisations.csv`;
  const { length } = await (await request.get(file)).body();
  expect((await request.head(file)).headers()["content-length"]).toBe(String(length));
});

test("a file comes with its length", async ({ request }) => {
  for (const format of ["csv", "ndjson", "parquet"]) {
    const headers = { "Accept-Encoding": "identity" };
    const file = await request.get(`${DEMO}/organisations?q=ville&format=${format}`, { headers });
    expect(file.headers()["content-length"], format).toBe(String((await file.body()).length));
  }
});

test("a source file is sent in parts, byte for byte", async ({ request }) => {
  const address = `${DEMO}/files/organisations.csv`;
  const all = await request.get(address);
  const whole = await all.body();
  const half = Math.floor(whole.length / 2);
  const headers = { Range: `bytes=${half}-`, "If-Range": all.headers().etag ?? "" };
  const rest = await request.get(address, { headers });
  expect(rest.status()).toBe(206);
  expect(rest.headers()).toMatchObject({
    "accept-ranges": "bytes",
    "content-length": String(whole.length - half),
    "content-range": `bytes ${half}-${whole.length - 1}/${whole.length}`,
  });
  expect((await rest.body()).equals(whole.subarray(half))).toBe(true);
  const other = await request.get(address, { headers: { ...headers, "If-Range": '"other"' } });
  expect([other.status(), (await other.body()).length]).toEqual([200, whole.length]);
  const beyond = await request.get(address, { headers: { Range: `bytes=${whole.length}-` } });
  expect(beyond.status()).toBe(416);
  expect(beyond.headers()["content-range"]).toBe(`bytes */${whole.length}`);
  expect(((await beyond.json()) as Problem).status).toBe(416);
});

test("a browser of another site is told before it asks that it may", async ({ request }) => {
  for (const address of [V1, `${DEMO}/organisations`, `${DEMO}/indicators/by-type`, "/api/oembed"]) {
    const answer = await request.fetch(address, {
      method: "OPTIONS",
      headers: {
        Origin: "https://elsewhere.example",
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "if-none-match",
      },
    });
    expect(answer.status(), address).toBe(204);
    expect(answer.headers()).toMatchObject({
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "GET, HEAD, OPTIONS",
      "access-control-allow-headers": "If-None-Match, If-Range, Range",
    });
    const got = await request.get(`${address}${address.endsWith("oembed") ? "?url=none" : ""}`);
    expect(got.headers()["access-control-allow-origin"], address).toBe("*");
  }
});

test("a method that only reads is all there is, and any other is refused in words", async ({ request }) => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE"])
    for (const address of [
      ...[V1, `${DEMO}/organisations`, `${DEMO}/indicators/by-type`, `${V1}/nothing`, "/api/nothing"],
      ...["/api/oembed", "/api/openapi.json", "/api/v1/dcat.ttl", "/journal.atom", "/organisations.md"],
      ...["/llms.txt", "/embed/indicateurs/by-type", "/share/fr.png"],
    ]) {
      const answer = await request.fetch(address, { method });
      expect(answer.status(), `${method} ${address}`).toBe(405);
      expect(answer.headers(), `${method} ${address}`).toMatchObject({
        allow: "GET, HEAD, OPTIONS",
        "content-type": "application/problem+json; charset=utf-8",
      });
      expect(((await answer.json()) as Problem).detail, `${method} ${address}`).toContain(method);
    }
});

test("OPTIONS says what pages and files take", async ({ request }) => {
  for (const [address, allow] of [
    ["/organisations", "GET, HEAD, POST, OPTIONS"],
    ["/journal.atom", "GET, HEAD, OPTIONS"],
    ["/icon.svg", "GET, HEAD, OPTIONS"],
  ] as const) {
    const answer = await request.fetch(address, { method: "OPTIONS" });
    expect([answer.status(), answer.headers().allow], address).toEqual([204, allow]);
  }
  expect((await request.fetch("/organisations", { method: "DELETE" })).status()).toBe(405);
});
