import { createServer, request, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { answerMethod } from "./methods";

let server: Server;
beforeAll(async () => {
  server = createServer((asked, response) => {
    if (!answerMethod(asked, response)) response.end("handed on");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => void server.close());

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

const ask = (method: string, path: string) =>
  new Promise<Answer>((settle, fail) => {
    const { port } = server.address() as AddressInfo;
    request({ port, path, method, agent: false }, (response) => {
      let body = "";
      response.on("data", (part: Buffer) => (body += part.toString()));
      response.on("end", () => settle({ status: response.statusCode ?? 0, headers: response.headers, body }));
    })
      .on("error", fail)
      .end();
  });

const READ = [
  "/api/v1/editions",
  "/api/v1/editions/demo/organisations?type=COM",
  "/api/oembed?url=x",
  "/api/openapi.json",
  "/api/v1/dcat.ttl",
  "/api/health/live",
  "/api/metrics",
  "/api/admin/audit",
  "/api",
  "/api/nothing",
  "/journal.atom",
  "/journal.json",
  "/llms.txt",
  "/organisations.md?region=BRE-53",
  "/en/organisations/213500010.json",
  "/embed/indicateurs/by-type",
  "/en/embed/indicateurs/by-type",
  "/share/fr.png",
];

it.each(READ)("%s is only read", async (path) => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"]) {
    const { status, headers, body } = await ask(method, path);
    expect(status, method).toBe(405);
    expect(headers, method).toMatchObject({
      allow: "GET, HEAD, OPTIONS",
      "content-type": "application/problem+json; charset=utf-8",
      "content-security-policy": "default-src 'none'",
      "x-content-type-options": "nosniff",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cache-control": "no-store",
      "access-control-allow-origin": "*",
    });
    expect(JSON.parse(body), method).toEqual({
      ...{ type: "about:blank", title: "Method not allowed", status: 405, errors: [] },
      detail: `This address does not take ${method}; it takes GET, HEAD, OPTIONS.`,
    });
  }
  expect((await ask("GET", path)).body).toBe("handed on");
  expect((await ask("HEAD", path)).status).toBe(200);
});

it.each([
  ["/api/admin/editions", "GET", "POST, OPTIONS"],
  ["/api/auth/oidc", "GET", "POST, OPTIONS"],
  ["/api/auth/session", "HEAD", "GET, POST, OPTIONS"],
  ["/", "PUT", "GET, HEAD, POST, OPTIONS"],
  ["/en/admin/editions", "DELETE", "GET, HEAD, POST, OPTIONS"],
  ["/apis", "PATCH", "GET, HEAD, POST, OPTIONS"],
])("%s takes POST, and not %s", async (path, method, allow) => {
  const { status, headers } = await ask(method, path);
  expect([status, headers.allow]).toEqual([405, allow]);
  expect((await ask("POST", path)).body).toBe("handed on");
});

it.each([
  ["/organisations", "GET, HEAD, POST, OPTIONS"],
  ["/icon.svg", "GET, HEAD, OPTIONS"],
  ["/embed/indicateurs/by-type", "GET, HEAD, OPTIONS"],
])("OPTIONS says what %s takes", async (path, allow) => {
  const { status, headers, body } = await ask("OPTIONS", path);
  expect([status, headers.allow, body]).toEqual([204, allow, ""]);
});

it.each([
  ["OPTIONS", "/api/v1/editions"],
  ["OPTIONS", "/api/auth/session"],
  ["GET", "/api/mcp"],
  ["DELETE", "/api/mcp?x=1"],
])("%s %s is handed on", async (method, path) => {
  expect((await ask(method, path)).body).toBe("handed on");
});
